import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide, thresholdsOf } from './decide.ts'

const thresholds = { answer: 0.5, clarify: 0.2 }
const candidates = (...probabilities: number[]) => probabilities.map((probability, at) => ({ key: `a${at}`, probability }))

test('a likely article within the scope is the answer', () => {
  expect(decide({ candidates: candidates(0.9, 0.1), inScope: 0.8 }, thresholds)).toMatchObject({ status: 'answered', key: 'a0' })
})

test('several likely articles are offered, two to four', () => {
  expect(decide({ candidates: candidates(0.45, 0.4, 0.1, 0.03), inScope: 0.9 }, thresholds)).toMatchObject({ options: ['a0', 'a1', 'a2'] })
  expect(decide({ candidates: candidates(0.2, 0.2, 0.2, 0.2, 0.2), inScope: 0.9 }, thresholds)).toMatchObject({
    options: ['a0', 'a1', 'a2', 'a3'],
  })
})

test('a question out of scope is not answered, however clear the best of the wrong articles is', () => {
  expect(decide({ candidates: candidates(0.99, 0.01), inScope: 0.1 }, thresholds).status).toBe('unanswered')
})

test('a single doubtful article is no choice', () => {
  expect(decide({ candidates: candidates(1), inScope: 0.3 }, thresholds).status).toBe('unanswered')
  expect(decide({ candidates: [], inScope: 0.9 }, thresholds).status).toBe('unanswered')
})

test('voice answers later than the operator panel', () => {
  expect(thresholdsOf('ivr').answer).toBeGreaterThan(thresholdsOf('operator').answer)
  expect(thresholdsOf('website')).toEqual(thresholdsOf('chatbot'))
})

test('more evidence never takes an answer away', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true })
  const rank = { unanswered: 0, clarify: 1, answered: 2 }
  fc.assert(
    fc.property(probability, probability, probability, (share, one, other) => {
      const among = candidates(share, 1 - share).sort((a, b) => b.probability - a.probability)
      const [low, high] = one < other ? [one, other] : [other, one]
      const before = decide({ candidates: among, inScope: low }, thresholds)
      const after = decide({ candidates: among, inScope: high }, thresholds)
      expect(rank[after.status]).toBeGreaterThanOrEqual(rank[before.status])
    }),
  )
})
