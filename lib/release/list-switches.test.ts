import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, scopes, system } from '#lib/access/actor.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { listSwitches } from './list-switches.ts'
import { publishRelease } from './publish-release.ts'
import { nextDue, runDue } from './run-due.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const minute = 60_000
const iso = (instant: number) => new Date(instant).toISOString()

function openCalendar() {
  const clock = { at: Math.ceil(now() / minute) * minute }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const put = (key: string, at: number) =>
    putFact(
      istok,
      key,
      'percent',
      null,
      { value: '1', validFrom: null, validTo: iso(at) },
      { value: '2', validFrom: iso(at), validTo: null },
    )
  const told = async (from: number, to: number, actor: Actor = system) =>
    (await listSwitches(istok, actor, { from, to })).map(({ fact, before, after, state }) => `${fact} ${before} → ${after} ${state}`)
  return { clock, istok, put, told }
}

test('switches come by time and then by key, from the first millisecond asked for to the one before the last', async () => {
  const { clock, istok, put, told } = openCalendar()
  const at = clock.at + minute
  await put('b', at)
  await put('a', at)
  await put('z', at - 1000)
  await put('draft', at)
  await publishRelease(istok, system, { ...nothing, facts: ['a', 'b', 'z'] })
  expect(await told(0, at + 1)).toEqual(['z 1 → 2 pending', 'a 1 → 2 pending', 'b 1 → 2 pending'])
  expect([await told(at, at + 1), await told(at + 1, at + minute), await told(0, at - 1000)]).toEqual([
    ['a 1 → 2 pending', 'b 1 → 2 pending'],
    [],
    [],
  ])
})

test('what comes next is the nearest of facts and schedules, and nothing when all is done', async () => {
  const { clock, istok, put } = openCalendar()
  expect(nextDue(istok)).toBeNull()
  const article = await putDraft(istok, { slug: 'a', blocks: [paragraph(factNode('fee'))] })
  await put('fee', clock.at + 2 * minute)
  await publishRelease(istok, system, { ...nothing, articles: [article], facts: ['fee'] })
  expect(nextDue(istok)).toBe(clock.at + 2 * minute)
  await publishRelease(istok, system, { ...nothing, articles: [article], publishAt: clock.at + minute })
  expect(nextDue(istok)).toBe(clock.at + minute)
  clock.at += 2 * minute
  expect(await runDue(istok)).toBe(2)
  expect([nextDue(istok), await runDue(istok)]).toEqual([null, 0])
})

test('a value that ends with nothing after it refuses a release that it would silence; where that stayed unseen the refusal of the instant is kept', async () => {
  const { clock, istok, told } = openCalendar()
  const at = clock.at + minute
  await putFact(istok, 'fee', 'percent', null, { value: '1', validFrom: null, validTo: iso(at) })
  const article = await putDraft(istok, { slug: 'a', blocks: [paragraph(factNode('fee'))] })
  await expect(publishRelease(istok, system, { ...nothing, articles: [article], facts: ['fee'] })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { reason: 'losses', extra: { losses: expect.arrayContaining([expect.objectContaining({ at })]) } } },
  })
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  await publishRelease(istok, system, { ...nothing, articles: [article] })
  expect(await told(0, at + 1)).toEqual(['fee 1 → null pending'])
  clock.at = at
  expect(await runDue(istok)).toBe(0)
  expect(await listSwitches(istok, system, { from: 0, to: at + 1 })).toMatchObject([
    { state: 'failed', problem: expect.stringContaining('fee'), refusal: { code: 'invalid', reason: 'losses' } },
  ])
  expect(await listSwitches(istok, system, { from: 0, to: at + 1, states: ['pending', 'done'] })).toEqual([])
  expect(nextDue(istok)).toBeNull()
})

test('switches are for those who may read internal content: a value of tomorrow is not public', async () => {
  const { clock, istok, put, told } = openCalendar()
  await put('fee', clock.at + minute)
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  await expect(told(0, 1, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  const reader: Actor = { ...system, kind: 'key', scopes: new Set(scopes.filter(scope => scope !== 'read:internal')) }
  await expect(told(0, 1, reader)).rejects.toMatchObject({ code: 'forbidden' })
})
