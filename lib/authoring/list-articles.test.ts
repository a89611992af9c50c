import { afterEach, expect, test } from 'vitest'
import { type Actor, anonymous, grantsOf, type Scope, scopesOf, system } from '#lib/access/actor.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createCategory } from './create-category.ts'
import { deleteArticle } from './delete-article.ts'
import { type ArticleFilter, articleSorts, countArticles, listArticles } from './list-articles.ts'
import { listCountedArticles } from './list-counted-articles.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
afterEach(() => setClock())

async function put(istok: Istok, slug: string, title: string, fields: { audience?: 'internal'; category?: string } = {}) {
  const { id } = await createArticle(istok, author, { slug, ...fields })
  const { content } = readContent({ title, markdown: 'Текст.' })
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion: null, content })
  return id
}
async function slugsOf(
  istok: Istok,
  filter: ArticleFilter,
  list: (istok: Istok, actor: Actor, filter: ArticleFilter) => ReturnType<typeof listArticles> = listArticles,
): Promise<string[]> {
  const slugs: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listArticles>> = await list(istok, author, { ...filter, cursor })
    slugs.push(...page.items.map(({ slug }) => slug))
    cursor = page.nextCursor
  } while (cursor !== null)
  return slugs
}

test.each(articleSorts)(
  'sorted by %s, pages of one, two and three have each article once, also when all were saved at once',
  async sort => {
    const istok = openTestIstok()
    setClock(() => 1_800_000_000_000)
    const slugs = ['a', 'b', 'c', 'd', 'e']
    for (const slug of slugs) await put(istok, slug, slug < 'c' ? 'Одно имя' : `Имя ${slug}`)
    const whole = (await listArticles(istok, author, { sort })).items.map(({ slug }) => slug)
    expect([...whole].sort()).toEqual(slugs)
    for (const limit of [1, 2, 3]) {
      expect(await slugsOf(istok, { sort, limit })).toEqual(whole)
      expect(await slugsOf(istok, { sort, limit, q: 'имя' }, listCountedArticles)).toEqual(whole)
    }
  },
)

test('an article that is saved while somebody turns the pages is not in the way of the others', async () => {
  const istok = openTestIstok()
  let time = 1_800_000_000_000
  setClock(() => time)
  for (const slug of ['a', 'b', 'c', 'd']) {
    time += 1000
    await put(istok, slug, slug)
  }
  const first = await listArticles(istok, author, { limit: 2 })
  time += 1000
  await put(istok, 'e', 'e')
  const second = await listArticles(istok, author, { limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual(['d', 'c', 'b', 'a'])
})

test('ё is е and case says nothing, and signs that mean something to a database are only signs', async () => {
  const istok = openTestIstok()
  await put(istok, 'a', 'Учёт «100 %» и O’Brien_\\')
  await put(istok, 'b', 'Другое')
  for (const q of ['УЧЕТ', 'учёт', '100 %', 'o’brien_\\', ' учет ']) expect(await slugsOf(istok, { q })).toEqual(['a'])
  for (const q of ['%', '_', '\\']) expect(await slugsOf(istok, { q })).toEqual(['a'])
  for (const q of ["' OR 1=1 --", '"', 'Учёт%Другое']) expect(await slugsOf(istok, { q })).toEqual([])
  expect(await slugsOf(istok, { q: '  ' })).toHaveLength(2)
})

test('what is deleted is neither listed nor counted, and a house without articles is an empty page', async () => {
  const istok = openTestIstok()
  expect(await listArticles(istok, author)).toEqual({ items: [], nextCursor: null })
  expect(await listCountedArticles(istok, author, { q: 'x' })).toEqual({ items: [], nextCursor: null, count: 0 })
  const id = await put(istok, 'a', 'А')
  await deleteArticle(istok, author, { id })
  expect(await slugsOf(istok, {})).toEqual([])
  expect(await slugsOf(istok, { q: 'а' })).toEqual([])
  expect(await countArticles(istok, author, { status: 'draft' })).toBe(0)
})

test('the conditions hold together, and unknown places have nothing', async () => {
  const istok = openTestIstok()
  await createCategory(istok, author, { slug: 'cards', title: { ru: 'Карты' } })
  await put(istok, 'a', 'Карта', { audience: 'internal', category: 'cards' })
  await put(istok, 'b', 'Карта', { category: 'cards' })
  await put(istok, 'c', 'Карта')
  expect(await slugsOf(istok, { category: 'cards', audience: 'internal' })).toEqual(['a'])
  expect((await slugsOf(istok, { category: 'cards' })).sort()).toEqual(['a', 'b'])
  expect(await slugsOf(istok, { category: 'none' })).toEqual([])
  expect(await slugsOf(istok, { tag: 'none' })).toEqual([])
  expect(await slugsOf(istok, { locale: 'en' })).toEqual([])
  expect(await slugsOf(istok, { status: 'published' })).toEqual([])
  expect(await countArticles(istok, author, { category: 'cards', q: 'карт' })).toBe(2)
})

test('who may publish in one category is shown what he may publish when he asks for that, and all otherwise', async () => {
  const istok = openTestIstok()
  const { id } = await createCategory(istok, author, { slug: 'cards', title: { ru: 'Карты' } })
  await createCategory(istok, author, { slug: 'debit', title: { ru: 'Дебетовые' }, parent: 'cards' })
  await put(istok, 'a', 'А', { category: 'debit' })
  await put(istok, 'b', 'Б')
  const vera: Actor = { ...author, scopes: scopesOf(['viewer']), grants: grantsOf([{ category: id, role: 'publisher' }]) }
  const seen = async (filter: ArticleFilter) => (await listArticles(istok, vera, filter)).items.map(({ slug }) => slug)
  expect(await seen({ may: 'publish' })).toEqual(['a'])
  expect(await seen({ may: 'approve' })).toEqual([])
  expect(await seen({})).toHaveLength(2)
})

test('a cursor of another order is refused, and so is everybody without drafts', async () => {
  const istok = openTestIstok()
  await put(istok, 'a', 'А')
  await put(istok, 'b', 'Б')
  const { nextCursor } = await listArticles(istok, author, { sort: 'title', limit: 1 })
  const wrong = { code: 'invalid', details: { errors: [{ pointer: '?cursor' }] } }
  await expect(listArticles(istok, author, { cursor: nextCursor })).rejects.toMatchObject(wrong)
  await expect(listCountedArticles(istok, author, { q: 'а', cursor: nextCursor })).rejects.toMatchObject(wrong)
  const key: Actor = { ...author, scopes: new Set<Scope>(['read', 'ack', 'events']) }
  for (const list of [listArticles, listCountedArticles, countArticles]) {
    await expect(list(istok, anonymous, { q: 'а' })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(list(istok, key, { q: 'а' })).rejects.toMatchObject({ code: 'forbidden' })
  }
})
