import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createFact } from '#lib/authoring/create-fact.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { rollBack } from '#lib/release/roll-back.ts'
import { runDue } from '#lib/release/run-due.ts'
import { listSchedules } from '#lib/release/schedule-release.ts'
import { now, setClock } from '../clock.ts'
import { decideReview } from './decide-review.ts'
import { requestReview } from './request-review.ts'
import { anna, boris, openReviewHouse, pavel, type ReviewHouse } from './review.fixture.ts'
import { saveWorkflowSettings } from './save-workflow-settings.ts'

afterEach(() => setClock())

async function approve({ istok, articleId }: ReviewHouse, approver = boris): Promise<string> {
  const [review] = await requestReview(istok, anna, { articleId, locale: null, note: '' })
  await decideReview(istok, approver, review?.id ?? '', { state: 'approved' })
  return review?.id ?? ''
}
const unapproved = (reason: string) => ({ code: 'invalid', details: { extra: { unapproved: [{ slug: 'card', locale: 'ru', reason }] } } })

test('while approving is off, drafts are published as ever', async () => {
  const house = await openReviewHouse('off')
  expect(await house.publish(pavel)).toMatchObject({ number: 1 })
})

test('where approval is required a draft is published only as it was approved', async () => {
  const house = await openReviewHouse('required')
  await expect(house.publish(pavel)).rejects.toMatchObject(unapproved('unapproved'))
  const review = await approve(house)
  await house.save(anna, 'Карта', 1, 'Другой текст.')
  await expect(house.publish(pavel)).rejects.toMatchObject(unapproved('changed'))
  await house.save(anna, 'Карта', 2)
  await decideReview(house.istok, boris, review, { state: 'rejected', reason: 'Передумали' })
  await expect(house.publish(pavel)).rejects.toMatchObject(unapproved('unapproved'))
  await approve(house)
  expect(await house.publish(pavel)).toMatchObject({ number: 1 })
  expect(await house.publish(pavel)).toMatchObject({ number: 2 })
})

test('a rollback and a withdrawal need no approval', async () => {
  const house = await openReviewHouse('required')
  await approve(house)
  await house.publish(pavel)
  await house.save(anna, 'Карта', 1, 'Не одобрено.')
  const taken = await publishRelease(house.istok, pavel, { note: '', articles: [], facts: [], snippets: [], withdraw: [house.articleId] })
  expect(taken).toMatchObject({ number: 2 })
  expect(await rollBack(house.istok, pavel, { number: 2, note: '' })).toMatchObject({ number: 3, changes: [{ op: 'upsert' }] })
})

test('a schedule is refused without approval, and again at its minute when the rule came or the approval went in between', async () => {
  const start = Date.parse('2027-01-01T09:00:00Z')
  setClock(() => start)
  const house = await openReviewHouse('required')
  await expect(house.publish(pavel, start + 60_000)).rejects.toMatchObject(unapproved('unapproved'))
  await saveWorkflowSettings(house.istok, system, { approval: 'off' })
  await house.publish(pavel, start + 60_000)
  await saveWorkflowSettings(house.istok, system, { approval: 'required' })
  setClock(() => start + 60_000)
  expect(await runDue(house.istok)).toBe(0)
  expect(await listSchedules(house.istok, pavel)).toMatchObject([{ state: 'failed', problem: expect.stringContaining('card (ru)') }])
  const review = await approve(house)
  await house.publish(pavel, now() + 60_000)
  await house.save(anna, 'Карта', 1, 'Позднейшая правка.')
  setClock(() => start + 120_000)
  expect(await runDue(house.istok)).toBe(1)
  await expect(decideReview(house.istok, boris, review, { state: 'rejected', reason: 'x' })).resolves.toMatchObject({ state: 'rejected' })
})

test('an approval by an author is worth nothing once the house asks for four eyes', async () => {
  const house = await openReviewHouse('required')
  await house.save(boris, 'Карта', 1, 'Текст Бориса.')
  await approve(house)
  await saveWorkflowSettings(house.istok, system, { approval: 'four-eyes' })
  await expect(house.publish(pavel)).rejects.toMatchObject(unapproved('changed'))
  await saveWorkflowSettings(house.istok, system, { approval: 'required' })
  expect(await house.publish(pavel)).toMatchObject({ number: 1 })
})

test('under four eyes nobody releases their own change of a fact; somebody else does', async () => {
  const { istok } = await openReviewHouse('four-eyes')
  const values = [{ value: '2', validFrom: null, validTo: null }]
  await createFact(istok, pavel, { key: 'fee', type: 'percent', unit: null, title: { ru: 'Комиссия' }, values })
  const release = { note: '', articles: [], facts: ['fee'], snippets: [], withdraw: [] }
  await expect(publishRelease(istok, pavel, release)).rejects.toMatchObject({ details: { extra: { own: ['fee'] } } })
  expect(await publishRelease(istok, { ...pavel, id: 'user:petra' }, release)).toMatchObject({ number: 1 })
})

test('any change of the draft or of published metadata takes the approval from it, and putting it back gives it again', async () => {
  const change = fc.constantFrom('title', 'text', 'tags', 'audience', 'channels', 'slug')
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(change, { minLength: 1 }), async changes => {
      const house = await openReviewHouse('required')
      await approve(house)
      let version = 1
      const fields = { tags: ['x'], audience: 'internal' as const, channels: ['agent'], slug: 'other' }
      for (const name of changes) {
        if (name === 'title') version = await house.save(anna, 'Иначе', version)
        else if (name === 'text') version = await house.save(anna, 'Карта', version, 'Иначе.')
        else await updateArticle(house.istok, anna, { id: house.articleId, fields: { [name]: fields[name] } })
      }
      await expect(house.publish(pavel)).rejects.toMatchObject({ details: { extra: { unapproved: [{ reason: 'changed' }] } } })
      await house.save(anna, 'Карта', version)
      await updateArticle(house.istok, anna, {
        id: house.articleId,
        fields: { tags: [], audience: 'public', channels: null, slug: 'card' },
      })
      expect(await house.publish(pavel)).toMatchObject({ number: 1 })
    }),
    { numRuns: 12 },
  )
})
