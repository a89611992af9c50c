import { expect, test } from 'vitest'
import { anonymous, type Scope, scopes, system } from '#lib/access/actor.ts'
import { decideReview } from '#lib/review/decide-review.ts'
import { requestReview } from '#lib/review/request-review.ts'
import { anna, boris, openReviewHouse, person } from '#lib/review/review.fixture.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createCategory } from './create-category.ts'
import { createTag } from './create-tag.ts'
import { deleteArticle } from './delete-article.ts'
import { mergeTag } from './merge-tag.ts'
import { moveCategoryArticles } from './move-category-articles.ts'
import { readArticle } from './read-article.ts'
import { updateArticle } from './update-article.ts'
import { updateCategory } from './update-category.ts'
import { updateTag } from './update-tag.ts'

async function openTwo() {
  const istok = openTestIstok()
  const [from, into] = await Promise.all(['from', 'into'].map(slug => createCategory(istok, anna, { slug, title: { ru: slug } })))
  const ids: string[] = []
  for (const slug of ['a', 'b', 'c']) ids.push((await createArticle(istok, anna, { slug, category: 'from', tags: ['old'] })).id)
  return { istok, from: from?.id ?? '', into: into?.id ?? '', ids }
}

test('all drafts of a category move, deleted ones stay out of the count, and nothing else moves', async () => {
  const { istok, from, ids } = await openTwo()
  const other = await createArticle(istok, anna, { slug: 'other' })
  await deleteArticle(istok, anna, { id: ids[2] ?? '' })
  const { articles } = await moveCategoryArticles(istok, anna, { id: from, into: 'into' })
  expect(articles.sort()).toEqual(ids.slice(0, 2).sort())
  for (const id of articles) expect(await readArticle(istok, anna, { id })).toMatchObject({ category: 'into', version: 2 })
  expect(await readArticle(istok, anna, { id: other.id })).toMatchObject({ category: null, version: 1 })
  expect(await moveCategoryArticles(istok, anna, { id: from, into: null })).toEqual({ articles: [] })
})

test('a place that is none or the same is refused, and no article moves', async () => {
  const { istok, from, ids } = await openTwo()
  const refused = (reason: string, value: string) => ({
    code: 'invalid',
    details: { errors: [{ pointer: '/into', reason, arguments: { value } }] },
  })
  await expect(moveCategoryArticles(istok, anna, { id: from, into: 'none' })).rejects.toMatchObject(refused('missing', 'none'))
  await expect(moveCategoryArticles(istok, anna, { id: from, into: 'from' })).rejects.toMatchObject(refused('same-place', 'from'))
  await expect(moveCategoryArticles(istok, anna, { id: 'none', into: null })).rejects.toMatchObject({ code: 'not_found' })
  for (const id of ids) expect(await readArticle(istok, anna, { id })).toMatchObject({ category: 'from', version: 1 })
})

test('without the right to write everywhere nobody moves them', async () => {
  const { istok, from, into } = await openTwo()
  const all = new Set<Scope>(scopes.filter(scope => scope !== 'write'))
  const granted = { ...person('vera', 'viewer'), grants: new Map([from, into].map(id => [id, new Set<Scope>(['write'])])) }
  await expect(moveCategoryArticles(istok, anonymous, { id: from, into: null })).rejects.toMatchObject({ code: 'unauthenticated' })
  for (const actor of [{ ...system, scopes: all }, granted])
    await expect(moveCategoryArticles(istok, actor, { id: from, into: null })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a tag is counted on living articles only when it gets another slug or goes into another tag', async () => {
  const { istok, ids } = await openTwo()
  await deleteArticle(istok, anna, { id: ids[2] ?? '' })
  expect(await updateTag(istok, anna, { slug: 'old', fields: { slug: 'newer' } })).toMatchObject({ changed: 2, articles: 2 })
  await createTag(istok, anna, { slug: 'other' })
  expect(await mergeTag(istok, anna, { slug: 'newer', into: 'other' })).toMatchObject({ changed: 2, articles: 2 })
})

test('another slug of a category is another version of every article in it; another title is none', async () => {
  const { istok, from, ids } = await openTwo()
  await updateCategory(istok, anna, { id: from, fields: { title: { ru: 'Иначе' } } })
  for (const id of ids) expect(await readArticle(istok, anna, { id })).toMatchObject({ category: 'from', version: 1 })
  await updateCategory(istok, anna, { id: from, fields: { slug: 'out' } })
  for (const id of ids) expect(await readArticle(istok, anna, { id })).toMatchObject({ category: 'out', version: 2 })
})

test.each(['moving its category’s articles', 'another slug of its category', 'another slug of its tag', 'a merged tag'])(
  'under four eyes %s is a change of one’s own that somebody else approves',
  async how => {
    const { istok, articleId } = await openReviewHouse('four-eyes')
    const { id } = await createCategory(istok, anna, { slug: 'from', title: { ru: 'Из' } })
    await createCategory(istok, anna, { slug: 'into', title: { ru: 'В' } })
    await createTag(istok, anna, { slug: 'other' })
    await updateArticle(istok, anna, { id: articleId, fields: { category: 'from', tags: ['old'] } })
    if (how.startsWith('moving')) await moveCategoryArticles(istok, boris, { id, into: 'into' })
    else if (how.endsWith('its category')) await updateCategory(istok, boris, { id, fields: { slug: 'out' } })
    else if (how.startsWith('another')) await updateTag(istok, boris, { slug: 'old', fields: { slug: 'newer' } })
    else await mergeTag(istok, boris, { slug: 'old', into: 'other' })
    const [review] = await requestReview(istok, anna, { articleId, locale: null, note: '' })
    const approve = (actor: typeof boris) => decideReview(istok, actor, review?.id ?? '', { state: 'approved' })
    await expect(approve(boris)).rejects.toMatchObject({ code: 'forbidden', details: { reason: 'four-eyes' } })
    expect(await approve(person('olga', 'approver'))).toMatchObject({ state: 'approved' })
  },
)
