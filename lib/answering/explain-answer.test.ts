import { expect, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { openLearningBank } from '#lib/learning/test-learning.ts'
import { explainAnswer } from './explain-answer.ts'

test('what a channel would answer comes with how sure it is and from where on it answers, and nothing is recorded', async () => {
  const { istok, card } = await openLearningBank()
  const explained = await explainAnswer(istok, system, { channel: 'website', locale: 'ru', q: 'потерял карту' })
  expect(explained).toMatchObject({ status: 'answered', thresholds: { answer: 0.45, clarify: 0.25 } })
  expect(explained.candidates[0]).toMatchObject({ articleId: card, title: 'Как заблокировать карту' })
  expect(explained.candidates[0]!.probability).toBeGreaterThan(0.9)
  expect((await explainAnswer(istok, system, { channel: 'website', locale: 'ru', q: 'где парковка' })).status).toBe('unanswered')
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM ask').pluck().get()).toBe(0)
})

test('a channel names only its own answers, to those who may read it', async () => {
  const { istok, secret } = await openLearningBank()
  const q = 'клиент жалуется на мошенников'
  expect((await explainAnswer(istok, system, { channel: 'operator', locale: 'ru', q })).candidates[0]?.articleId).toBe(secret)
  const { candidates } = await explainAnswer(istok, system, { channel: 'website', locale: 'ru', q })
  expect(candidates.map(({ articleId }) => articleId)).not.toContain(secret)
  await expect(explainAnswer(istok, anonymous, { channel: 'operator', locale: 'ru', q })).rejects.toThrow()
})
