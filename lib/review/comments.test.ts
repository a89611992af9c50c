import { expect, test } from 'vitest'
import { createArticle } from '#lib/authoring/create-article.ts'
import { addComment, type NewComment } from './add-comment.ts'
import { listComments } from './list-comments.ts'
import { resolveComment } from './resolve-comment.ts'
import { anna, boris, openReviewHouse, person } from './review.fixture.ts'

test('a remark has a place, answers and an end; an answer opens it again', async () => {
  const { istok, articleId, save } = await openReviewHouse('off')
  const place = { articleId, locale: 'ru' }
  const remark: NewComment = { ...place, path: '/content/0', quote: 'Текст карты', text: 'Какой карты?', threadId: null, reviewId: null }
  const first = await addComment(istok, boris, remark)
  expect(first).toMatchObject({ text: 'Какой карты?', place: { state: 'found' }, replies: [], resolvedAt: null })
  await resolveComment(istok, anna, { id: first.id, resolved: true })
  expect((await listComments(istok, anna, place))[0]).toMatchObject({ resolvedBy: { id: 'user:anna' } })
  const answered = await addComment(istok, anna, { ...remark, text: 'Дебетовой.', threadId: first.id })
  expect(answered).toMatchObject({ id: first.id, resolvedAt: null, replies: [{ text: 'Дебетовой.', author: { id: 'user:anna' } }] })
  await save(anna, 'Карта', 1, 'Совсем другие слова.')
  expect((await listComments(istok, anna, place))[0]?.place.state).toBe('orphaned')
})

test('remarks of other translations, empty ones and people without the right to write are refused', async () => {
  const { istok, articleId } = await openReviewHouse('off')
  const { id: other } = await createArticle(istok, anna, { slug: 'other' })
  const remark: NewComment = { articleId, locale: 'ru', path: '', quote: '', text: 'x', threadId: null, reviewId: null }
  const { id } = await addComment(istok, anna, remark)
  const refused = (change: Partial<NewComment>, actor = anna) => expect(addComment(istok, actor, { ...remark, ...change })).rejects
  await refused({ text: ' ' }).toMatchObject({ code: 'invalid' })
  await refused({ text: 'x'.repeat(4001) }).toMatchObject({ code: 'invalid', details: { errors: [{ pointer: '/text' }] } })
  await refused({ threadId: 'nothing' }).toMatchObject({ code: 'invalid' })
  await refused({ reviewId: 'nothing' }).toMatchObject({ code: 'invalid' })
  await refused({ articleId: other, threadId: id }).toMatchObject({ code: 'not_found' })
  await refused({ locale: 'en' }).toMatchObject({ code: 'not_found' })
  await refused({}, person('v', 'viewer')).toMatchObject({ code: 'forbidden' })
  await expect(listComments(istok, { ...anna, scopes: new Set(['read']) }, remark)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(resolveComment(istok, anna, { id: 'nothing', resolved: true })).rejects.toMatchObject({ code: 'not_found' })
})
