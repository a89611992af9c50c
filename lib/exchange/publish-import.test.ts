import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listReleases } from '#lib/delivery/read-releases.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { importNow, refusals } from './import.fixture.ts'

const releases = async (istok: Istok) => (await listReleases(istok, system, { limit: 10, before: null })).items.map(({ note }) => note)
const published = async (istok: Istok) =>
  (await listArticles(istok, system, { status: 'published', limit: 200 })).items.map(({ slug }) => slug).sort()

test('a manual of thirty pages, each leading to the next, whose last cannot be said, is left out page by page and the rest is live', async () => {
  const istok = openTestIstok()
  const pages = Array.from({ length: 30 }, (_, at) => {
    const next = at === 29 ? ':fact[nothing]' : `[дальше](page-${at + 1}.md)`
    return [`ru/page-${at}.md`, `# Страница ${at}\n\nТекст. ${next}\n`] as const
  })
  const report = await importNow(istok, { ...Object.fromEntries(pages), 'ru/alone.md': '# Сама\n\nТекст.\n' }, { publish: true })
  expect(report).toMatchObject({ created: 31, published: 1, release: 1 })
  expect(await published(istok)).toEqual(['alone'])
  expect(new Set(refusals(report).map(([file]) => file)).size).toBe(30)
})

test('an article that links to one that is live already goes out, though the new text of that one cannot be said', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'ru/a.md': '# А\n\nТекст.\n' }, { publish: true })
  const report = await importNow(
    istok,
    { 'ru/a.md': '# А\n\n:fact[nothing]\n', 'ru/b.md': '# Б\n\n[а](a.md)\n', 'ru/c.md': '# В\n\n[б](b.md)\n' },
    { publish: true },
  )
  expect(report).toMatchObject({ created: 2, updated: 1, published: 2, release: 2 })
  expect(new Set(refusals(report).map(([file]) => file))).toEqual(new Set(['ru/a.md']))
})

test('nothing is released when nothing can be said, and the drafts stay', async () => {
  const istok = openTestIstok()
  const report = await importNow(istok, { 'ru/a.md': '# А\n\n:fact[nothing]\n', 'ru/b.md': '# Б\n\n[а](a.md)\n' }, { publish: true })
  expect(report).toMatchObject({ created: 2, published: 0, release: null, problem: null })
  expect(await releases(istok)).toEqual([])
  expect((await listArticles(istok, system)).items).toHaveLength(2)
})

test('what was live already is not released again, a changed one is, and its note is that of the import', async () => {
  const istok = openTestIstok()
  const files = { 'ru/a.md': '# А\n\nТекст.\n', 'ru/b.md': '# Б\n\nТекст.\n' }
  await importNow(istok, files, { publish: true, note: 'Первый' })
  expect(await importNow(istok, files, { publish: true })).toMatchObject({ skipped: 2, release: null, published: 0 })
  const third = await importNow(istok, { ...files, 'ru/b.md': '# Б\n\nИначе.\n' }, { publish: true, note: 'Третий' })
  expect(third).toMatchObject({ updated: 1, skipped: 1, published: 1, release: 2 })
  expect(await releases(istok)).toEqual(['Третий', 'Первый'])
})

test('an article of a draft folder stays a draft beside what is released, also in its other language', async () => {
  const istok = openTestIstok()
  const report = await importNow(
    istok,
    {
      'articles/ru/a.md': '---\nslug: a\nsourceId: s\n---\n# А\n\nТекст.\n',
      'drafts/en/a.md': '---\nslug: a\nsourceId: s\n---\n# A\n\nNot yet.\n',
      'drafts/ru/b.md': '# Б\n\nЕщё нет.\n',
    },
    { publish: true },
  )
  expect(report).toMatchObject({ created: 3, published: 1, release: 1 })
  const items = (await listArticles(istok, system)).items
  expect(items).toHaveLength(2)
  const statuses = items.flatMap(({ slug, translations }) => translations.map(({ locale, status }) => [slug, locale, status]))
  expect(statuses.sort()).toEqual([
    ['a', 'en', 'draft'],
    ['a', 'ru', 'published'],
    ['b', 'ru', 'draft'],
  ])
})
