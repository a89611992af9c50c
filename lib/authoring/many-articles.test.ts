import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { confirmArticle } from '#lib/review/confirm-article.ts'
import { requestReviews } from '#lib/review/request-reviews.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { changeArticles } from './change-articles.ts'
import { createArticle } from './create-article.ts'
import { createCategory } from './create-category.ts'
import { countArticles, listArticles } from './list-articles.ts'
import { readArticle } from './read-article.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'
import { deleteView, listViews, renameView, saveView } from './saved-views.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const { content } = readContent({ title: 'Карта', questions: ['как получить карту'], markdown: 'Текст.' })

async function openThree() {
  const istok = openTestIstok()
  await createCategory(istok, author, { slug: 'top', title: { ru: 'Верх' }, parent: null })
  await createCategory(istok, author, { slug: 'below', title: { ru: 'Низ' }, parent: 'top' })
  const ids: string[] = []
  for (const slug of ['a', 'b', 'c']) {
    const { id } = await createArticle(istok, author, { slug, tags: ['old'] })
    await saveTranslation(istok, author, {
      articleId: id,
      locale: 'ru',
      expectedVersion: null,
      content: { ...content, title: `Карта ${slug}` },
    })
    ids.push(id)
  }
  return { istok, ids }
}

test('many articles are changed at once; what is refused for one is named and the others are done', async () => {
  const { istok, ids } = await openThree()
  const result = await changeArticles(istok, author, {
    articles: [...ids, 'nothing'],
    addTags: ['new'],
    removeTags: ['old'],
    category: 'below',
    owner: 'Анна',
  })
  expect(result).toMatchObject({ done: 3, failures: [{ articleId: 'nothing', code: 'not_found' }] })
  expect(await readArticle(istok, author, { id: ids[0] ?? '' })).toMatchObject({ tags: ['new'], category: 'below', owner: 'Анна' })
  expect((await changeArticles(istok, author, { articles: ids.slice(0, 1), category: 'nowhere' })).failures).toMatchObject([
    { slug: 'a', code: 'invalid', errors: [{ pointer: '/category', reason: 'missing' }] },
  ])
  await expect(changeArticles(istok, author, { articles: ids })).rejects.toMatchObject({ code: 'invalid' })
  await expect(changeArticles(istok, { ...author, scopes: scopesOf(['viewer']) }, { articles: ids, owner: null })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await requestReviews(istok, author, { articles: [...ids, 'nothing'], note: '' })).toMatchObject({
    done: 3,
    failures: [{ code: 'not_found' }],
  })
  await publishRelease(istok, system, { note: '', articles: ids.slice(0, 1), facts: [], snippets: [], withdraw: [] })
  expect(await requestReviews(istok, author, { articles: ids.slice(0, 1), note: '' })).toMatchObject({
    failures: [{ slug: 'a', code: 'conflict', reason: 'nothing-to-review' }],
  })
})

test('the list is narrowed by category with its subcategories, owner, questions and review, sorted by title and paged', async () => {
  const { istok, ids } = await openThree()
  await changeArticles(istok, author, { articles: ids.slice(0, 2), category: 'below', owner: 'Анна' })
  await requestReviews(istok, author, { articles: ids.slice(0, 1), note: '' })
  const slugs = async (filter: Parameters<typeof listArticles>[2]) =>
    (await listArticles(istok, author, filter)).items.map(({ slug }) => slug).sort()
  expect(await slugs({ category: 'top' })).toEqual(['a', 'b'])
  expect(await slugs({ owner: ['Анна', 'anna@x'] })).toEqual(['a', 'b'])
  expect(await slugs({ owner: '' })).toEqual(['c'])
  expect(await slugs({ q: 'Получить' })).toEqual(['a', 'b', 'c'])
  expect(await slugs({ standing: 'in-review' })).toEqual(['a'])
  expect(await slugs({ standing: 'approved' })).toEqual([])
  const first = await listArticles(istok, author, { sort: 'title', limit: 2 })
  const second = await listArticles(istok, author, { sort: 'title', limit: 2, cursor: first.nextCursor })
  expect([...first.items, ...second.items].map(({ slug }) => slug)).toEqual(['a', 'b', 'c'])
  expect(await countArticles(istok, author, { category: 'top' })).toBe(2)
})

test('a look is due an interval after publication, and again an interval after somebody said that it is still right', async () => {
  const { istok, ids } = await openThree()
  const [id = ''] = ids
  const start = now()
  try {
    await istok.database.writer.sqlite.prepare('UPDATE article SET review_every_days = 10 WHERE id = ?').run(id)
    expect((await readArticle(istok, author, { id })).dueAt).toBeNull()
    await publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
    const { dueAt } = await readArticle(istok, author, { id })
    expect(dueAt).toBeGreaterThanOrEqual(start + 10 * 86_400_000)
    expect(await countArticles(istok, author, { attention: 'due' })).toBe(0)
    setClock(() => start + 11 * 86_400_000)
    expect((await listArticles(istok, author, { attention: 'due' })).items.map(article => article.id)).toEqual([id])
    expect(await confirmArticle(istok, author, id)).toEqual(['ru'])
    expect(await countArticles(istok, author, { attention: 'due' })).toBe(0)
    expect((await readArticle(istok, author, { id })).dueAt).toBe(start + 21 * 86_400_000)
    await expect(confirmArticle(istok, author, ids[1] ?? '')).rejects.toMatchObject({ code: 'conflict' })
  } finally {
    setClock()
  }
})

test('a view belongs to one person', async () => {
  const { istok } = await openThree()
  const other = { ...author, id: 'user:boris' }
  const view = await saveView(istok, author, { list: 'articles', name: 'Мои карты', query: 'q=card' })
  expect(await saveView(istok, author, { list: 'articles', name: 'Мои карты', query: 'q=cards' })).toEqual({ ...view, query: 'q=cards' })
  const loans = await saveView(istok, author, { list: 'articles', name: 'Кредиты', query: 'q=loans' })
  expect(await renameView(istok, author, { id: loans.id, name: ' Все кредиты ' })).toEqual({ ...loans, name: 'Все кредиты' })
  await expect(renameView(istok, author, { id: loans.id, name: 'Мои карты' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(renameView(istok, other, { id: loans.id, name: 'Чужой' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await deleteView(istok, author, loans.id)
  expect(await listViews(istok, author, 'articles')).toEqual([{ ...view, query: 'q=cards' }])
  expect(await listViews(istok, other, 'articles')).toEqual([])
  await expect(deleteView(istok, other, view.id)).rejects.toMatchObject({ code: 'not_found' })
  await deleteView(istok, author, view.id)
  expect(await listViews(istok, author, 'articles')).toEqual([])
})
