import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { deleteArticle } from '#lib/authoring/delete-article.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { findOldAddress } from '#lib/delivery/find-old-address.ts'
import { openTestIstok } from '../test-istok.ts'
import { author, filesOf, findArticle, importNow, refusals } from './import.fixture.ts'
import { runImport } from './run-import.ts'

const page = (address: string, text: string) => `<link rel=canonical href="https://old.example${address}"><h1>${text}</h1><p>${text}</p>`

test('an article that is refused leaves nothing behind, no category and no tag, and those around it are written', async () => {
  const istok = openTestIstok()
  const report = await importNow(istok, {
    'a.md': '# А\n\nТекст.\n',
    'b.md': `---\ncategory: Новая\ntags: [свежая]\nsourceId: x\nreviewEveryDays: 30\nquestions: ["?"]\nlocale: ru\n---\n# Б\n\n${'я'.repeat(300_000)}\n`,
    'c.md': '# В\n\nТекст.\n',
  })
  expect((await listArticles(istok, system)).items.map(({ slug }) => slug).sort()).toEqual(['a', 'c'])
  expect(refusals(report).map(([file]) => file)).toEqual(['b.md'])
  expect((await listCategories(istok, system)).items).toEqual([])
})

test('a file that is silent takes nothing away: category, tags, owner and term stay', async () => {
  const istok = openTestIstok()
  const full = '---\ncategory: cards\ntags: [one]\nowner: Анна\nreviewEveryDays: 30\nchannels: [website]\n---\n# А\n\nТекст.\n'
  await importNow(istok, { 'categories.yaml': '- {slug: cards, title: {ru: Карты}}', 'a.md': full })
  await importNow(istok, { 'a.md': '# А\n\nИначе.\n' })
  expect(await findArticle(istok, 'a')).toMatchObject({
    ...{ category: 'cards', tags: ['one'], owner: 'Анна', reviewEveryDays: 30, channels: ['website'] },
  })
})

test('an article that somebody removed comes back as a new one', async () => {
  const istok = openTestIstok()
  const files = { 'a.md': '# А\n\nТекст.\n' }
  await importNow(istok, files)
  const before = await findArticle(istok, 'a')
  await deleteArticle(istok, system, { id: before?.id ?? '' })
  expect(await importNow(istok, files)).toMatchObject({ created: 1, failed: 0 })
  const { items } = await listArticles(istok, system)
  expect(items).toHaveLength(1)
  expect(items[0]?.id).not.toBe(before?.id)
})

test('an old address leads to its article only while that is live for everybody', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'a.html': page('/old/a', 'А'), 'b.html': page('/old/b', 'Б') })
  expect(findOldAddress(istok, '/old/a')).toBeNull()
  await updateArticle(istok, system, { id: (await findArticle(istok, 'b'))?.id ?? '', fields: { audience: 'internal' } })
  await importNow(istok, { 'a.html': page('/old/a', 'А'), 'b.html': page('/old/b', 'Б') }, { publish: true })
  expect(findOldAddress(istok, '/old/a/')).toEqual({ locale: 'ru', slug: 'a' })
  expect(findOldAddress(istok, '/old/b')).toBeNull()
})

test('an address that two articles claim is that of the later one, and a dry run claims none', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'a.html': page('/old', 'А'), 'b.html': page('/old', 'Б') }, { publish: true })
  expect(findOldAddress(istok, '/old')).toMatchObject({ slug: 'b' })
  await importNow(istok, { 'a.html': page('/old', 'А') }, { dryRun: true })
  expect(findOldAddress(istok, '/old')).toMatchObject({ slug: 'b' })
  await importNow(istok, { 'a.html': page('/old', 'А') })
  expect(findOldAddress(istok, '/old')).toMatchObject({ slug: 'a' })
})

test('who writes in one category only imports nothing, and an author publishes nothing', async () => {
  const istok = openTestIstok()
  const { id } = await createCategory(istok, system, { slug: 'cards', title: { ru: 'Карты' } })
  const vera: Actor = {
    ...system,
    id: 'user:vera',
    scopes: scopesOf(['viewer']),
    grants: new Map([[id, scopesOf(['author', 'publisher'])]]),
  }
  const files = filesOf({ 'a.md': '---\ncategory: cards\n---\n# А\n\nТекст.\n' })
  await expect(runImport(istok, vera, { files })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(runImport(istok, vera, { files, dryRun: true })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(runImport(istok, author, { files, publish: true, dryRun: true })).rejects.toMatchObject({ code: 'forbidden' })
  expect((await listArticles(istok, system)).items).toEqual([])
})

test('two imports of the same files at once make every article once', async () => {
  const istok = openTestIstok()
  const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`a${at}.md`, `# Статья ${at}\n\nТекст.\n`]))
  const reports = await Promise.all([importNow(istok, files), importNow(istok, files)])
  expect((await listArticles(istok, system, { limit: 200 })).items.map(({ slug }) => slug).sort()).toEqual(
    Object.keys(files).map(path => path.replace('.md', '')),
  )
  expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(8)
})
