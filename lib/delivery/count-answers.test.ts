import { expect, test } from 'vitest'
import { openPanel } from '../operator/desk.fixture.ts'
import { countAnswers } from './count-answers.ts'

test('answers are counted by channel and language, as they are said now', async () => {
  const { istok, publish, withdraw } = openPanel()
  const [first = ''] = await publish({ slug: 'a' }, { slug: 'b', audience: 'internal' }, { slug: 'c', locale: 'en' })
  const count = (channel: string, locale: string) => countAnswers(istok, { channel, locale })
  expect([count('operator', 'ru'), count('website', 'ru'), count('operator', 'en'), count('operator', 'de')]).toEqual([2, 1, 1, 0])
  await withdraw(first)
  expect([count('operator', 'ru'), count('website', 'ru')]).toEqual([1, 0])
})
