import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles, scopesOf, system } from '#lib/access/actor.ts'
import { approvalObstacle } from '#lib/access/can-approve.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { approvalHash } from './approval-hash.ts'
import { decideReview } from './decide-review.ts'
import { countWaiting, listReviews } from './list-reviews.ts'
import { readReview } from './read-review.ts'
import { requestReview } from './request-review.ts'
import { anna, boris, openReviewHouse, pavel, person } from './review.fixture.ts'
import { saveWorkflowSettings } from './save-workflow-settings.ts'

const request = (articleId: string) => ({ articleId, locale: null, note: 'Посмотрите' })

test('only approvers and administrators approve, and under four eyes no author of the change', () => {
  for (const role of roles) {
    const actor = { ...system, id: 'user:x', scopes: scopesOf([role]) }
    const may = role === 'approver' || role === 'admin'
    expect(approvalObstacle(actor, actor.scopes.has('approve'), 'required', ['user:x'])).toBe(may ? null : 'not-an-approver')
    expect(approvalObstacle(actor, actor.scopes.has('approve'), 'four-eyes', ['user:y'])).toBe(may ? null : 'not-an-approver')
    expect(approvalObstacle(actor, actor.scopes.has('approve'), 'four-eyes', ['user:x'])).toBe(may ? 'own-change' : 'not-an-approver')
  }
})

test('a review is asked for, sent back with a reason, asked for again and approved', async () => {
  const { istok, articleId, save } = await openReviewHouse('required')
  const [first] = await requestReview(istok, anna, request(articleId))
  expect(first).toMatchObject({
    state: 'open',
    locale: 'ru',
    isCurrent: true,
    obstacle: 'not-an-approver',
    requestedBy: { id: 'user:anna' },
  })
  expect(await requestReview(istok, anna, request(articleId))).toMatchObject([{ id: first?.id }])
  expect(await countWaiting(istok, boris)).toBe(1)
  expect(await countWaiting(istok, anna)).toBe(0)
  await expect(decideReview(istok, boris, first?.id ?? '', { state: 'rejected', reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })
  const back = await decideReview(istok, boris, first?.id ?? '', { state: 'rejected', reason: 'Нет сроков' })
  expect(back).toMatchObject({ state: 'rejected', reason: 'Нет сроков', decidedBy: { id: 'user:boris' } })
  await save(anna, 'Карта', 1, 'Текст карты со сроками.')
  const [second] = await requestReview(istok, anna, request(articleId))
  expect(second?.id).not.toBe(first?.id)
  expect((await readReview(istok, boris, second?.id ?? '')).previous).toBe(first?.id)
  expect(await decideReview(istok, boris, second?.id ?? '', { state: 'approved' })).toMatchObject({ state: 'approved', isCurrent: true })
  await expect(decideReview(istok, boris, second?.id ?? '', { state: 'approved' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(requestReview(istok, anna, request(articleId))).rejects.toMatchObject({ code: 'conflict' })
  expect((await listReviews(istok, anna, { view: 'mine' })).items.map(({ state }) => state)).toEqual(['approved', 'rejected'])
})

test('asking anew after a change supersedes the open review, whose text can no longer be approved', async () => {
  const { istok, articleId, save } = await openReviewHouse('required')
  const [first] = await requestReview(istok, anna, request(articleId))
  await save(anna, 'Карта 2', 1)
  expect(await readReview(istok, boris, first?.id ?? '')).toMatchObject({ isCurrent: false, content: { title: 'Карта' } })
  await expect(decideReview(istok, boris, first?.id ?? '', { state: 'approved' })).rejects.toMatchObject({ code: 'conflict' })
  const [second] = await requestReview(istok, anna, request(articleId))
  expect((await readReview(istok, boris, first?.id ?? '')).state).toBe('superseded')
  expect(second).toMatchObject({ state: 'open', title: 'Карта 2' })
})

test('a review is taken back by whoever asked for it or by an approver, by nobody else', async () => {
  const { istok, articleId } = await openReviewHouse('required')
  const [review] = await requestReview(istok, anna, request(articleId))
  const other = person('olga', 'author')
  await expect(decideReview(istok, other, review?.id ?? '', { state: 'withdrawn' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(decideReview(istok, other, review?.id ?? '', { state: 'approved' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(decideReview(istok, pavel, review?.id ?? '', { state: 'rejected', reason: 'x' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await decideReview(istok, anna, review?.id ?? '', { state: 'withdrawn' })).state).toBe('withdrawn')
  await expect(decideReview(istok, boris, 'nothing', { state: 'approved' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(requestReview(istok, anna, request('nothing'))).rejects.toMatchObject({ code: 'not_found' })
  await expect(requestReview(istok, person('v', 'viewer'), request(articleId))).rejects.toMatchObject({ code: 'forbidden' })
})

test('under four eyes an approver who changed the text since its last approval cannot approve it; after an approval the count begins anew', async () => {
  const { istok, articleId, save } = await openReviewHouse('four-eyes')
  const clara = person('clara', 'approver')
  await save(boris, 'Карта', 1, 'Правка Бориса.')
  const [first] = await requestReview(istok, anna, request(articleId))
  expect(first?.authors.map(({ id }) => id).sort()).toEqual(['user:anna', 'user:boris'])
  await expect(decideReview(istok, boris, first?.id ?? '', { state: 'approved' })).rejects.toMatchObject({
    details: { extra: { obstacle: 'own-change' } },
  })
  expect([await countWaiting(istok, boris), await countWaiting(istok, clara)]).toEqual([0, 1])
  await decideReview(istok, clara, first?.id ?? '', { state: 'approved' })
  await save(anna, 'Карта', 2, 'Правка Анны.')
  const [second] = await requestReview(istok, anna, request(articleId))
  expect(second?.authors.map(({ id }) => id)).toEqual(['user:anna'])
  expect((await decideReview(istok, boris, second?.id ?? '', { state: 'approved' })).state).toBe('approved')
  await updateArticle(istok, boris, { id: articleId, fields: { tags: ['cards'] } })
  const [third] = await requestReview(istok, anna, request(articleId))
  expect(third?.authors.map(({ id }) => id)).toEqual(['user:boris'])
})

test('what was sent back waits for its author until it is sent again or published, also while it is being changed', async () => {
  const { istok, articleId, save, publish } = await openReviewHouse('off')
  const sentBack = async () => (await listReviews(istok, anna, { view: 'sentBack' })).items.map(({ id }) => id)
  const [first] = await requestReview(istok, anna, request(articleId))
  expect(await sentBack()).toEqual([])
  await decideReview(istok, boris, first?.id ?? '', { state: 'rejected', reason: 'Нет сроков' })
  expect([await sentBack(), (await listReviews(istok, boris, { view: 'sentBack' })).items]).toEqual([[first?.id], []])
  await save(anna, 'Карта', 1, 'Уже правлю.')
  expect(await sentBack()).toEqual([first?.id])
  const [second] = await requestReview(istok, anna, request(articleId))
  expect(await sentBack()).toEqual([])
  await decideReview(istok, boris, second?.id ?? '', { state: 'rejected', reason: 'И адреса' })
  expect(await sentBack()).toEqual([second?.id])
  await publish(pavel)
  expect(await sentBack()).toEqual([])
  await updateArticle(istok, anna, { id: articleId, fields: { tags: ['cards'] } })
  expect(await sentBack()).toEqual([second?.id])
})

test('any change of what is published is another hash; nothing else is', () => {
  const metadata = fc.record({
    slug: fc.constantFrom('a', 'b'),
    category: fc.constantFrom(null, 'x', 'y'),
    tags: fc.subarray(['p', 'q']),
    audience: fc.constantFrom('public' as const, 'internal' as const),
    channels: fc.option(fc.subarray(['agent', 'ivr'], { minLength: 1 })),
  })
  const content = fc.record({ hash: fc.constantFrom('sha256-1', 'sha256-2'), metadata })
  fc.assert(
    fc.property(content, content, (left, right) => {
      const same = JSON.stringify(left) === JSON.stringify(right)
      expect(approvalHash(left) === approvalHash(right)).toBe(same)
    }),
    { numRuns: 500 },
  )
})

test('only an administrator sets the rule', async () => {
  const { istok } = await openReviewHouse('off')
  for (const actor of [anna, boris, pavel])
    await expect(saveWorkflowSettings(istok, actor, { approval: 'required' })).rejects.toMatchObject({ code: 'forbidden' })
})
