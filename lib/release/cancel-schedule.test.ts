import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, scopes, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { now, setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { cancelSchedule } from './cancel-schedule.ts'
import { putDraft } from './draft.fixture.ts'
import { makeRelease } from './make-release.ts'
import { moveSchedule } from './move-schedule.ts'
import { publishRelease } from './publish-release.ts'
import { runDue } from './run-due.ts'
import { listSchedules, type Scheduled } from './schedule-release.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const minute = 60_000
const year = 366 * 24 * 60 * minute
const allBut = (...missing: string[]): Actor => ({
  ...{ kind: 'key', id: 'key:a', name: 'A', channel: null },
  scopes: new Set(scopes.filter(scope => !missing.includes(scope))),
})

function stopClock() {
  const clock = { at: now() }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  return clock
}

const schedule = async (istok: Istok, articles: string[], publishAt: number) =>
  (await publishRelease(istok, system, { ...nothing, articles, publishAt })) as Scheduled

const isSaid = async (istok: Istok, slug: string) =>
  (await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null })).kind === 'found'

const audited = (istok: Istok, action: string) =>
  istok.database.reader.sqlite.prepare('SELECT count(*) FROM audit WHERE action = ?').pluck().get(action)

async function openPlanned() {
  const clock = stopClock()
  const istok = openTestIstok()
  const article = await putDraft(istok, { slug: 'later' })
  const { id } = await schedule(istok, [article], clock.at + minute)
  return { clock, istok, article, id }
}

test('a schedule that was taken back never goes out, and its articles can be scheduled anew', async () => {
  const { clock, istok, article, id } = await openPlanned()
  await cancelSchedule(istok, system, id)
  const again = await schedule(istok, [article], clock.at + 3 * minute)
  clock.at += 2 * minute
  expect([await runDue(istok), await isSaid(istok, 'later')]).toEqual([0, false])
  clock.at += 2 * minute
  expect([await runDue(istok), await isSaid(istok, 'later')]).toEqual([1, true])
  expect((await listSchedules(istok, system)).map(row => [row.id, row.state, row.number]).sort()).toEqual(
    [
      [id, 'cancelled', null],
      [again.id, 'published', 1],
    ].sort(),
  )
})

test('what was taken back or has gone out is neither taken back nor moved any more, and the refusal says which', async () => {
  const { clock, istok, id } = await openPlanned()
  const published = await schedule(istok, [await putDraft(istok, { slug: 'other' })], clock.at + minute)
  await cancelSchedule(istok, system, id)
  clock.at += 2 * minute
  await runDue(istok)
  for (const [one, reason] of [
    [id, 'schedule-cancelled'],
    [published.id, 'schedule-published'],
  ] as const) {
    const refused = { code: 'conflict', details: { reason } }
    await expect(cancelSchedule(istok, system, one)).rejects.toMatchObject(refused)
    await expect(moveSchedule(istok, system, { id: one, publishAt: clock.at + minute })).rejects.toMatchObject(refused)
  }
  expect([audited(istok, 'release.cancelled'), audited(istok, 'release.moved')]).toEqual([1, 0])
})

test('of two who take the same schedule back at once one is told that it was done', async () => {
  const { istok, id } = await openPlanned()
  const done = await Promise.allSettled([cancelSchedule(istok, system, id), cancelSchedule(istok, system, id)])
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(audited(istok, 'release.cancelled')).toBe(1)
})

test('a schedule that is taken back or moved while its release is prepared does not go out, and is not called failed', async () => {
  const { clock, istok, id } = await openPlanned()
  const moved = await schedule(istok, [await putDraft(istok, { slug: 'moved' })], clock.at + minute)
  clock.at += 2 * minute
  await cancelSchedule(istok, system, id)
  await moveSchedule(istok, system, { id: moved.id, publishAt: clock.at + minute })
  await expect(makeRelease(istok, system, { kind: 'schedule', id })).rejects.toMatchObject({
    ...{ code: 'conflict', details: { reason: 'schedule-cancelled' } },
  })
  await expect(makeRelease(istok, system, { kind: 'schedule', id: moved.id })).rejects.toMatchObject({ code: 'conflict' })
  expect([await isSaid(istok, 'later'), await isSaid(istok, 'moved')]).toEqual([false, false])
  expect((await listSchedules(istok, system)).map(({ state }) => state)).toEqual(['scheduled', 'cancelled'])
})

test('two processes that carry out the same schedule make one release', async () => {
  const { clock, istok, id } = await openPlanned()
  clock.at += 2 * minute
  const made = await Promise.allSettled([runDue(istok), runDue(istok), makeRelease(istok, system, { kind: 'schedule', id })])
  expect(made.filter(({ status }) => status === 'rejected').length).toBeLessThanOrEqual(1)
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM release').pluck().get()).toBe(1)
  expect(await listSchedules(istok, system)).toMatchObject([{ id, state: 'published', number: 1, problem: null }])
  expect(audited(istok, 'release.schedule-failed')).toBe(0)
})

test('an address that was taken in the meantime makes a schedule fail, and nothing of it goes out', async () => {
  const { clock, istok, article, id } = await openPlanned()
  await putDraft(istok, { id: article, slug: 'renamed' })
  const other = await putDraft(istok, { slug: 'later', title: 'Другая' })
  await publishRelease(istok, system, { ...nothing, articles: [other] })
  clock.at += 2 * minute
  expect(await runDue(istok)).toBe(0)
  expect(await listSchedules(istok, system)).toMatchObject([{ id, state: 'failed', refusal: { code: 'conflict', reason: 'slug-live' } }])
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM release').pluck().get()).toBe(1)
  expect(await runDue(istok)).toBe(0)
  expect(audited(istok, 'release.schedule-failed')).toBe(1)
})

test('a time is after now and at most a year away, to the millisecond', async () => {
  const { clock, istok, article, id } = await openPlanned()
  for (const [at, reason] of [
    [clock.at, 'past'],
    [0, 'past'],
    [clock.at + year + 1, 'within-a-year'],
  ] as const) {
    const refused = { code: 'invalid', details: { errors: [{ pointer: '/publishAt', reason }] } }
    await expect(schedule(istok, [article], at)).rejects.toMatchObject(refused)
    await expect(moveSchedule(istok, system, { id, publishAt: at })).rejects.toMatchObject(refused)
  }
  expect(await listSchedules(istok, system)).toHaveLength(1)
  await moveSchedule(istok, system, { id, publishAt: clock.at + 1 })
  await moveSchedule(istok, system, { id, publishAt: clock.at + year })
  clock.at += minute
  expect(await runDue(istok)).toBe(0)
})

test('schedules are for those who publish; who may read internal content sees them', async () => {
  const { istok, article, id } = await openPlanned()
  const before = await listSchedules(istok, system)
  await expect(cancelSchedule(istok, anonymous, id)).rejects.toMatchObject({ code: 'unauthenticated' })
  for (const actor of [allBut('publish'), allBut('publish', 'admin')]) {
    await expect(cancelSchedule(istok, actor, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(moveSchedule(istok, actor, { id, publishAt: null })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(publishRelease(istok, actor, { ...nothing, articles: [article], publishAt: now() + 9 })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await listSchedules(istok, actor)).toEqual(before)
  }
  await expect(cancelSchedule(istok, system, 'none')).rejects.toMatchObject({ code: 'not_found' })
  await expect(listSchedules(istok, allBut('read:internal'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('schedules of one instant go out as one release each', async () => {
  const { clock, istok } = await openPlanned()
  for (const slug of ['two', 'three']) await schedule(istok, [await putDraft(istok, { slug })], clock.at + minute)
  clock.at += minute
  expect(await runDue(istok)).toBe(3)
  const rows = await listSchedules(istok, system)
  expect(rows.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  expect(await runDue(istok)).toBe(0)
})
