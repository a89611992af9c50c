import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { listScripts } from './list-scripts.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'

const script = (to: string) =>
  `:::::script\n::::question[Карта дома?]{id=start}\n::option[Да]{to=end}\n::option[Нет]{to=${to}}\n::::\n:::end[Готово]{id=end}\n:::\n:::::`

test('scripts are listed with status, steps and faults, found by title and address, and paged', async () => {
  const istok = openTestIstok()
  const put = async (slug: string, title: string, markdown: string) => {
    const { id } = await createArticle(istok, system, { slug })
    const { content } = readContent({ title, shortAnswer: 'Да.', markdown })
    await saveTranslation(istok, system, { articleId: id, locale: 'ru', expectedVersion: null, content })
    return id
  }
  const lost = await put('lost-card', 'Карта потеряна', script('end'))
  await put('claim', 'Жалоба', script('nowhere'))
  await put('plain', 'Без сценария', 'Текст: "type":"scriptStep".')
  await publishRelease(istok, system, { note: '', articles: [lost], facts: [], snippets: [], withdraw: [] })
  const { items } = await listScripts(istok, system)
  expect(items.map(({ slug, status, steps, problems }) => [slug, status, steps, problems])).toEqual([
    ['claim', 'draft', 2, 1],
    ['lost-card', 'published', 2, 0],
  ])
  const slugs = async (filter: Parameters<typeof listScripts>[2]) =>
    (await listScripts(istok, system, filter)).items.map(({ slug }) => slug)
  expect(await slugs({ q: 'ПОТЕРЯ' })).toEqual(['lost-card'])
  expect(await slugs({ q: 'claim' })).toEqual(['claim'])
  expect(await slugs({ status: 'published' })).toEqual(['lost-card'])
  expect(await slugs({ locale: 'en' })).toEqual([])
  const first = await listScripts(istok, system, { limit: 1 })
  expect(await slugs({ limit: 1, cursor: first.nextCursor })).toEqual(['lost-card'])
  await expect(listScripts(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
})
