import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { countCategoryArticles } from './count-category-articles.ts'
import { createArticle } from './create-article.ts'
import { createCategory } from './create-category.ts'
import { deleteCategory } from './delete-category.ts'
import { listCategories } from './list-categories.ts'
import { moveCategoryArticles } from './move-category-articles.ts'
import { placeCategory } from './place-category.ts'
import { readArticle } from './read-article.ts'
import { saveTranslation } from './save-translation.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }

async function plant(istok: Istok, ...slugs: string[]): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const slug of slugs) ids[slug] = (await createCategory(istok, author, { slug, title: { ru: slug } })).id
  return ids
}
const shape = async (istok: Istok) =>
  (await listCategories(istok, author)).items.map(({ slug, parent, position }) => `${parent ?? ''}/${slug} ${position}`)

test('a category is put before, after and into others; neighbours are numbered anew', async () => {
  const istok = openTestIstok()
  const ids = await plant(istok, 'a', 'b', 'c')
  await placeCategory(istok, author, { id: ids.c as string, place: { parent: null, after: null } })
  expect(await shape(istok)).toEqual(['/c 0', '/a 1', '/b 2'])
  await placeCategory(istok, author, { id: ids.c as string, place: { parent: null, after: 'a' } })
  expect(await shape(istok)).toEqual(['/a 0', '/c 1', '/b 2'])
  await placeCategory(istok, author, { id: ids.b as string, place: { parent: 'a', after: null } })
  expect(await shape(istok)).toEqual(['/a 0', 'a/b 0', '/c 1'])
})

test('a category goes neither below itself nor beside a stranger, and nothing is half moved', async () => {
  const istok = openTestIstok()
  const ids = await plant(istok, 'a', 'b')
  await placeCategory(istok, author, { id: ids.b as string, place: { parent: 'a', after: null } })
  const before = await shape(istok)
  const id = ids.a as string
  await expect(placeCategory(istok, author, { id, place: { parent: 'b', after: null } })).rejects.toMatchObject({ code: 'invalid' })
  await expect(placeCategory(istok, author, { id, place: { parent: 'a', after: null } })).rejects.toMatchObject({ code: 'invalid' })
  await expect(placeCategory(istok, author, { id, place: { parent: null, after: 'b' } })).rejects.toMatchObject({ code: 'invalid' })
  await expect(placeCategory(istok, author, { id, expectedVersion: 99, place: { parent: null, after: null } })).rejects.toMatchObject({
    details: { status: 412 },
  })
  expect(await shape(istok)).toEqual(before)
})

test('a category is removed when its articles have moved on, their live answers too', async () => {
  const istok = openTestIstok()
  const ids = await plant(istok, 'old', 'new')
  const { id } = await createArticle(istok, author, { slug: 'first', category: 'old' })
  const content = { title: 'Первая', shortAnswer: [], questions: [], variations: {} }
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Текст.' }] }] }
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion: null, content: { ...content, document } })
  const publish = () => publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  await publish()
  expect(await countCategoryArticles(istok, author)).toEqual({ old: { articles: 1, live: 1 } })
  const refused = (usage: object) => ({ code: 'conflict', details: { extra: { usage } } })
  const remove = () => deleteCategory(istok, author, { id: ids.old as string })
  await expect(remove()).rejects.toMatchObject(refused({ categories: [], articles: 1, live: 1 }))
  expect(await moveCategoryArticles(istok, author, { id: ids.old as string, into: 'new' })).toEqual({ articles: [id] })
  expect(await readArticle(istok, author, { id })).toMatchObject({ category: 'new', status: 'changed' })
  await expect(remove()).rejects.toMatchObject(refused({ categories: [], articles: 0, live: 1 }))
  await publish()
  await remove()
  expect(await shape(istok)).toEqual(['/new 0'])
})

test('strangers count and change nothing', async () => {
  const istok = openTestIstok()
  const { id } = await createCategory(istok, author, { slug: 'a', title: { ru: 'А' } })
  const refused = { code: 'unauthenticated' }
  await expect(countCategoryArticles(istok, anonymous)).rejects.toMatchObject(refused)
  await expect(deleteCategory(istok, anonymous, { id })).rejects.toMatchObject(refused)
  await expect(placeCategory(istok, anonymous, { id, place: { parent: null, after: null } })).rejects.toMatchObject(refused)
  await expect(moveCategoryArticles(istok, anonymous, { id, into: null })).rejects.toMatchObject(refused)
})
