import { expect, onTestFinished, test } from 'vitest'
import { hearing, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { recordAsk } from '#lib/answering/record-ask.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { hear } from './hear.ts'
import { listGaps } from './list-gaps.ts'
import { noteDropped } from './note-dropped.ts'
import { openLearningBank } from './test-learning.ts'

const minute = 60_000

function later(minutes: number) {
  const from = Date.now()
  setClock(() => from + minutes * minute)
  onTestFinished(() => setClock())
}

function ask(
  istok: Istok,
  question: string,
  status: 'answered' | 'clarify' | 'unanswered',
  conversationId: string,
  person: string | null = null,
) {
  const place = { channel: 'website', locale: 'ru', release: 1, conversationId, person }
  return recordAsk(istok, { ...place, question, status, confidence: 0.3, standsAlone: true })
}

const droppedOf = (istok: Istok) =>
  istok.database.reader.orm.select({ outcome: hearing.outcome, dropped: hearing.dropped }).from(hearing).orderBy(hearing.id)

test('a question that was asked back and left counts as a gap after half an hour, with less weight than one without an answer', async () => {
  const { istok } = await openLearningBank()
  await ask(istok, 'перевести или карту', 'clarify', 'conversation-1')
  await ask(istok, 'где у отделения парковка', 'unanswered', 'conversation-2')
  expect((await listGaps(istok, system)).items).toMatchObject([{ title: 'где у отделения парковка' }])
  later(31)
  const { items } = await listGaps(istok, system)
  expect(items.map(({ title, times, dropped }) => ({ title, times, dropped }))).toEqual([
    { title: 'где у отделения парковка', times: 1, dropped: 0 },
    { title: 'перевести или карту', times: 1, dropped: 1 },
  ])
  expect(items[1]!.weight / items[0]!.weight).toBeCloseTo(0.3, 1)
})

test('who went on in the conversation, as the same contact or by opening what was offered found something', async () => {
  const { istok } = await openLearningBank()
  for (const [conversation, person] of [
    ['conversation-1', null],
    ['conversation-2', 'digest'],
    ['conversation-3', null],
  ] as const)
    await ask(istok, `перевести или карту ${conversation}`, 'clarify', conversation, person)
  await ask(istok, 'Комиссия за перевод', 'answered', 'conversation-1')
  await ask(istok, 'Комиссия за перевод', 'answered', 'conversation-9', 'digest')
  await write(istok.database, tx =>
    hear(tx, {
      ...{
        locale: 'ru',
        channel: 'website',
        text: 'перевести или карту conversation-3',
        source: 'search',
        outcome: 'opened',
        person: 's:1',
        release: 1,
      },
    }),
  )
  later(31)
  await noteDropped(istok)
  expect((await droppedOf(istok)).filter(({ outcome }) => outcome === 'clarify').map(({ dropped }) => dropped)).toEqual([
    false,
    false,
    false,
  ])
  expect((await listGaps(istok, system)).items).toEqual([])
})

test('another question without an answer, or an answer an hour later, is no choice; nothing is said before half an hour', async () => {
  const { istok } = await openLearningBank()
  await ask(istok, 'перевести или карту', 'clarify', 'conversation-1')
  await ask(istok, 'нет, другое', 'unanswered', 'conversation-1')
  await noteDropped(istok)
  expect(await droppedOf(istok)).toMatchObject([{ dropped: null }, { dropped: null }])
  later(60)
  await ask(istok, 'Комиссия за перевод', 'answered', 'conversation-1')
  await noteDropped(istok)
  expect(await droppedOf(istok)).toMatchObject([{ outcome: 'clarify', dropped: true }, { dropped: null }, { dropped: null }])
  expect(await istok.database.reader.orm.select().from(wording)).toHaveLength(3)
})
