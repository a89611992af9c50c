import { expect, test } from 'vitest'
import { createFact } from '#lib/authoring/create-fact.ts'
import { saveFact } from '#lib/authoring/save-fact.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { decideReview } from './decide-review.ts'
import { readReviewDifference } from './read-review-difference.ts'
import { readRevisionDifference } from './read-revision-difference.ts'
import { requestReview } from './request-review.ts'
import { anna, boris, openReviewHouse, pavel, person } from './review.fixture.ts'

const fee = (value: string) => ({
  type: 'percent' as const,
  unit: null,
  title: { ru: 'Комиссия' },
  values: [{ value, validFrom: null, validTo: null }],
})

async function openChanged() {
  const house = await openReviewHouse('off')
  const { istok, articleId, save } = house
  await createFact(istok, anna, { key: 'fee', ...fee('1.5') })
  await save(anna, 'Карта', 1, 'Перевод стоит :fact[fee].\n\nОбслуживание бесплатно.')
  await publishRelease(istok, pavel, { note: '', articles: [articleId], facts: ['fee'], snippets: [], withdraw: [] })
  await saveFact(istok, anna, { fact: { key: 'fee', ...fee('2') }, expectedVersion: 1 })
  await save(
    anna,
    'Карта',
    2,
    'Срочный перевод стоит :fact[fee].\n\nОбслуживание бесплатно.\n\n:::only{audience=internal}\nПроверьте тариф.\n:::',
  )
  const [review] = await requestReview(istok, anna, { articleId, locale: null, note: '' })
  return { ...house, id: review?.id ?? '' }
}

test('a review shows what becomes of the document and of what every channel says', async () => {
  const { istok, id } = await openChanged()
  const difference = await readReviewDifference(istok, boris, id, 'live')
  expect(difference.hasBase).toBe(true)
  expect(difference.content.document.map(({ fate }) => fate)).toEqual(['changed', 'same', 'added'])
  expect(difference.facts).toEqual([{ key: 'fee', before: '1,5\u00A0%', after: '2\u00A0%' }])
  const states = Object.fromEntries(difference.channels.map(({ kind, state }) => [kind, state]))
  expect(states).toEqual({ website: 'changed', chatbot: 'changed', ivr: 'changed', operator: 'changed', agent: 'changed' })
  const said = (kind: string) => JSON.stringify(difference.channels.find(channel => channel.kind === kind)?.lines)
  expect(said('website')).not.toContain('Проверьте')
  expect(said('operator')).toContain('Проверьте')
  expect(said('ivr')).toContain('полтора процента'.slice(0, 5))
})

test('what is sent again is compared with what was sent before', async () => {
  const { istok, id, articleId, save } = await openChanged()
  await decideReview(istok, boris, id, { state: 'rejected', reason: 'Добавьте срок' })
  await save(
    anna,
    'Карта',
    3,
    'Срочный перевод стоит :fact[fee].\n\nОбслуживание бесплатно всегда.\n\n:::only{audience=internal}\nПроверьте тариф.\n:::',
  )
  const [again] = await requestReview(istok, anna, { articleId, locale: null, note: '' })
  const difference = await readReviewDifference(istok, boris, again?.id ?? '', 'previous')
  expect(difference.content.document.map(({ fate }) => fate)).toEqual(['same', 'changed', 'same'])
  expect((await readReviewDifference(istok, boris, again?.id ?? '', 'live')).content.document.map(({ fate }) => fate)).toEqual([
    'changed',
    'changed',
    'added',
  ])
})

test('history compares any two states, with the values that facts had when each was said', async () => {
  const { istok, articleId } = await openChanged()
  await publishRelease(istok, pavel, { note: '', articles: [articleId], facts: ['fee'], snippets: [], withdraw: [] })
  const place = { articleId, locale: 'ru' }
  const difference = await readRevisionDifference(istok, anna, { ...place, from: 1, to: 2 })
  expect(difference.facts).toEqual([{ key: 'fee', before: '1,5\u00A0%', after: '2\u00A0%' }])
  expect(difference.content.isSame).toBe(false)
  expect((await readRevisionDifference(istok, anna, { ...place, from: 2, to: 'draft' })).content.isSame).toBe(true)
  expect((await readRevisionDifference(istok, anna, { ...place, from: null, to: 1 })).channels[0]?.state).toBe('added')
  await expect(readRevisionDifference(istok, anna, { ...place, from: 1, to: 9 })).rejects.toMatchObject({ code: 'not_found' })
  await expect(readRevisionDifference(istok, anna, { articleId: 'x', locale: 'ru', from: 1, to: 2 })).rejects.toMatchObject({
    code: 'not_found',
  })
  const reader = { ...person('v', 'viewer'), scopes: new Set(['read'] as const) }
  await expect(readRevisionDifference(istok, reader, { ...place, from: 1, to: 2 })).rejects.toMatchObject({ code: 'forbidden' })
})
