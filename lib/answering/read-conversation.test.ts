import { expect, test } from 'vitest'
import { ask } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { countUnanswered, readQuestions, readShownAnswers } from './read-conversation.ts'
import { type AskRecord, recordAsk } from './record-ask.ts'

const place = { channel: 'website', locale: 'ru', conversationId: 'conversation-1' }

async function say(istok: Istok, question: string, status: AskRecord['status'], more: Partial<AskRecord> = {}): Promise<void> {
  await recordAsk(istok, { ...place, question, status, release: 1, confidence: 0, person: null, standsAlone: false, ...more })
}

test('only the last unanswered questions in a row count; an answer, an offer or a handoff begins anew', async () => {
  const istok = openTestIstok()
  expect(await countUnanswered(istok, place)).toBe(0)
  await say(istok, 'где парковка', 'unanswered')
  await say(istok, 'где стоянка', 'unanswered')
  expect(await countUnanswered(istok, place)).toBe(2)
  for (const status of ['answered', 'clarify', 'handoff'] as const) {
    await say(istok, 'перевод', status)
    expect(await countUnanswered(istok, place)).toBe(0)
    await say(istok, 'а где парковка', 'unanswered')
    expect(await countUnanswered(istok, place)).toBe(1)
  }
})

test('thanks between two unanswered questions are no question', async () => {
  const istok = openTestIstok()
  await say(istok, 'где парковка', 'unanswered')
  await say(istok, 'Спасибо!', 'unanswered')
  await say(istok, 'ну а где стоянка', 'unanswered')
  expect(await countUnanswered(istok, place)).toBe(2)
})

test('a conversation of another channel, or another conversation, says nothing here', async () => {
  const istok = openTestIstok()
  await say(istok, 'где парковка', 'unanswered', { channel: 'operator' })
  await say(istok, 'где стоянка', 'unanswered', { conversationId: 'conversation-2' })
  expect(await countUnanswered(istok, place)).toBe(0)
  expect(await readQuestions(istok, place)).toEqual([])
})

test('questions come in the order in which they were asked though they were asked in one instant, and without personal data', async () => {
  const istok = openTestIstok()
  const digits = ['один', 'два', 'три']
  for (const word of digits) await say(istok, `${word}: моя карта 4111 1111 1111 1111`, 'unanswered')
  expect(await readQuestions(istok, place)).toEqual(digits.map(word => `${word}: моя карта [card]`))
  const kept = await istok.database.reader.orm.select().from(ask)
  expect(JSON.stringify(kept.map(({ question }) => question))).not.toMatch(/4111/)
})

test('a very long conversation is told by its first fifty questions', async () => {
  const istok = openTestIstok()
  await write(istok.database, async tx => {
    for (let at = 0; at < 60; at += 1) {
      const row = { id: `a${at}`, at: 1000 + at, question: `вопрос ${at}`, status: 'unanswered' as const, release: 1, confidence: 0 }
      await tx.orm.insert(ask).values({ ...place, ...row, articleId: null, hash: null, options: [], person: null })
    }
  })
  const questions = await readQuestions(istok, place)
  expect(questions).toHaveLength(50)
  expect(questions[0]).toBe('вопрос 0')
  expect(await readShownAnswers(istok, place)).toEqual([])
})
