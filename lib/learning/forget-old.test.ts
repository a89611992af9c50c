import { expect, onTestFinished, test } from 'vitest'
import { ask, hearing, wording } from '#db/schema/learning.ts'
import { system } from '#lib/access/actor.ts'
import { usualSettings } from '#lib/answering/answering-settings.ts'
import { recordAsk } from '#lib/answering/record-ask.ts'
import { saveAnsweringSettings } from '#lib/answering/save-answering-settings.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { forgetOld } from './forget-old.ts'
import { rejectWording } from './reject-wording.ts'

const day = 24 * 3_600_000
const start = Date.UTC(2026, 0, 1)

function at(instant: number): void {
  setClock(() => instant)
  onTestFinished(() => setClock())
}

const put = (istok: Istok, question: string, conversationId = 'conversation-1') =>
  recordAsk(istok, {
    ...{ channel: 'website', locale: 'ru', question, conversationId, release: 1, status: 'unanswered', confidence: 0 },
    ...{ person: null, standsAlone: true },
  })

const kept = async ({ database: { reader } }: Istok) => ({
  asks: (await reader.orm.select().from(ask)).length,
  hearings: (await reader.orm.select().from(hearing)).length,
  wordings: (await reader.orm.select().from(wording)).map(({ text }) => text),
})

test('what is as old as the house keeps it stays, a millisecond later it is forgotten in every table', async () => {
  const istok = openTestIstok()
  at(start)
  await put(istok, 'где парковка')
  at(start + usualSettings.keepDays * day)
  expect(await forgetOld(istok)).toBe(0)
  expect(await kept(istok)).toEqual({ asks: 1, hearings: 1, wordings: ['где парковка'] })
  at(start + usualSettings.keepDays * day + 1)
  expect(await forgetOld(istok)).toBe(1)
  expect(await kept(istok)).toEqual({ asks: 0, hearings: 0, wordings: [] })
  expect(await forgetOld(istok)).toBe(0)
})

test('a wording that somebody said again stays, with what was said lately only', async () => {
  const istok = openTestIstok()
  at(start)
  await put(istok, 'где парковка')
  at(start + 100 * day)
  await put(istok, 'где парковка', 'conversation-2')
  at(start + 200 * day)
  expect(await forgetOld(istok)).toBe(1)
  expect(await kept(istok)).toEqual({ asks: 1, hearings: 1, wordings: ['где парковка'] })
})

test('what somebody has decided about a wording outlives those who said it', async () => {
  const istok = openTestIstok()
  at(start)
  await put(istok, 'где парковка')
  const [row] = await istok.database.reader.orm.select().from(wording)
  await rejectWording(istok, system, row?.id ?? '')
  at(start + 400 * day)
  await forgetOld(istok)
  expect(await kept(istok)).toEqual({ asks: 0, hearings: 0, wordings: ['где парковка'] })
})

test('a shorter time counts from the next look on', async () => {
  const istok = openTestIstok()
  at(start)
  await put(istok, 'где парковка')
  at(start + 40 * day)
  expect(await forgetOld(istok)).toBe(0)
  const { version: expectedVersion, ...usual } = usualSettings
  await saveAnsweringSettings(istok, system, { ...usual, keepDays: 30, expectedVersion })
  expect(await forgetOld(istok)).toBe(1)
})
