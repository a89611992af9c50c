import { expect, onTestFinished, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { now, setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { cancelSchedule } from './cancel-schedule.ts'
import { factNode, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { listSwitches } from './list-switches.ts'
import { moveSchedule } from './move-schedule.ts'
import { publishRelease } from './publish-release.ts'
import { runDue } from './run-due.ts'
import { listSchedules, type Scheduled } from './schedule-release.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const author: Actor = { kind: 'user', id: 'user:a', name: 'A', scopes: scopesOf(['author']), channel: null }
const minute = 60_000
const iso = (instant: number) => new Date(instant).toISOString()

function stopClock(): { at: number; pass: (ms: number) => void } {
  const clock = {
    at: now(),
    pass(ms: number) {
      clock.at += ms
    },
  }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  return clock
}

const schedule = async (istok: Istok, articles: string[], publishAt: number) =>
  (await publishRelease(istok, system, { ...nothing, articles, publishAt })) as Scheduled

const isSaid = async (istok: Istok, slug: string) =>
  (await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null })).kind === 'found'

test('a schedule that was moved is carried out at its new time and not before', async () => {
  const clock = stopClock()
  const istok = openTestIstok()
  const { id } = await schedule(istok, [await putDraft(istok, { slug: 'later' })], clock.at + minute)
  await moveSchedule(istok, system, { id, publishAt: clock.at + 5 * minute })
  clock.pass(2 * minute)
  expect(await runDue(istok)).toBe(0)
  clock.pass(4 * minute)
  expect(await runDue(istok)).toBe(1)
  expect(await isSaid(istok, 'later')).toBe(true)
  await expect(moveSchedule(istok, system, { id, publishAt: clock.at + minute })).rejects.toMatchObject({ code: 'conflict' })
})

test('a schedule that failed keeps its reason, is tried again when the reason is gone, and can be put away', async () => {
  const clock = stopClock()
  const istok = openTestIstok()
  const fee = { value: '1.5', validFrom: null, validTo: iso(clock.at + 10 * minute) }
  await putFact(istok, 'fee', 'percent', null, fee)
  const id = await putDraft(istok, { slug: 'fee', blocks: [paragraph(factNode('fee'))] })
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  const planned = await schedule(istok, [id], clock.at + 5 * minute)
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  await putFact(istok, 'fee', 'percent', null, { ...fee, validTo: iso(clock.at + 2 * minute) })
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  clock.pass(6 * minute)
  await runDue(istok)
  const [failed] = await listSchedules(istok, system, { states: ['failed'] })
  expect(failed).toMatchObject({ id: planned.id, state: 'failed' })
  expect(failed?.problem).toContain('fee')
  expect(failed?.refusal).toMatchObject({ code: 'invalid', reason: 'losses' })
  expect(failed?.refusal?.losses?.[0]).toMatchObject({ slug: 'fee', message: { ru: expect.any(String) } })
  await expect(moveSchedule(istok, system, { id: planned.id, publishAt: null })).rejects.toMatchObject({ code: 'invalid' })
  await putFact(istok, 'fee', 'percent', null, '2')
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  expect(await moveSchedule(istok, system, { id: planned.id, publishAt: null })).toMatchObject({
    ...{ state: 'scheduled', problem: null, refusal: null },
  })
  expect(await runDue(istok)).toBe(1)
  expect(await isSaid(istok, 'fee')).toBe(true)
})

test('waiting schedules come first by time, and a window of time can be asked for', async () => {
  const clock = stopClock()
  const istok = openTestIstok()
  const [one, two, three] = await Promise.all(['one', 'two', 'three'].map(slug => putDraft(istok, { slug })))
  const late = await schedule(istok, [two ?? ''], clock.at + 9 * minute)
  const soon = await schedule(istok, [one ?? ''], clock.at + minute)
  const dropped = await schedule(istok, [three ?? ''], clock.at + 2 * minute)
  await cancelSchedule(istok, system, dropped.id)
  expect((await listSchedules(istok, system)).map(({ id }) => id)).toEqual([soon.id, late.id, dropped.id])
  expect((await listSchedules(istok, system, { states: ['scheduled'] })).map(({ id }) => id)).toEqual([soon.id, late.id])
  expect((await listSchedules(istok, system, { from: clock.at + 5 * minute, to: clock.at + 9 * minute + 1 })).map(({ id }) => id)).toEqual([
    late.id,
  ])
})

test('moving and cancelling need the right to publish and a schedule that exists', async () => {
  const istok = openTestIstok()
  const { id } = await schedule(istok, [await putDraft(istok, { slug: 'one' })], now() + minute)
  await expect(moveSchedule(istok, author, { id, publishAt: null })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(cancelSchedule(istok, author, id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(moveSchedule(istok, system, { id: 'foreign', publishAt: null })).rejects.toMatchObject({ code: 'not_found' })
  await expect(moveSchedule(istok, system, { id, publishAt: now() - 1 })).rejects.toMatchObject({ code: 'invalid' })
  const [row] = await listSchedules(istok, system)
  expect(row).toMatchObject({ id, state: 'scheduled' })
})

test('the instants at which facts switch are listed with the value before and after', async () => {
  const clock = stopClock()
  const istok = openTestIstok()
  const at = clock.at + 10 * minute
  await putFact(
    istok,
    'fee',
    'percent',
    null,
    { value: '1.5', validFrom: null, validTo: iso(at) },
    { value: '2', validFrom: iso(at), validTo: null },
  )
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  const window = { from: clock.at, to: at + 1 }
  expect(await listSwitches(istok, system, window)).toMatchObject([{ fact: 'fee', state: 'pending', before: '1.5', after: '2' }])
  expect(await listSwitches(istok, system, { ...window, to: at })).toEqual([])
  clock.pass(11 * minute)
  await runDue(istok)
  expect(await listSwitches(istok, system, window)).toMatchObject([{ fact: 'fee', state: 'done' }])
})
