import { and, asc, eq, gt, lte, min } from 'drizzle-orm'
import { validity } from '#db/schema/facts.ts'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { now } from '../clock.ts'
import { IstokError, isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type KeptRefusal, keptRefusal } from '../kept-refusal.ts'
import { makeRelease } from './make-release.ts'
import type { ReleaseTask } from './thread-tasks.ts'
import { settleValidity } from './write-facts.ts'

/** Something that the clock has to do: a scheduled release, or the switch of all facts whose values change at one instant. */
type Due = { key: string; at: number } & Extract<ReleaseTask, { kind: 'schedule' | 'validity' }>

/** Milliseconds until something that failed by a fault of ours is tried again; when it fails once more than that, people are told that it failed. */
const pauses = [500, 1000, 2000, 5000, 15_000]

/** What failed by a fault of ours, by its key: how often, and when it is tried again. */
const troubles = new WeakMap<Istok, Map<string, { faults: number; until: number }>>()

/**
 * Carries out everything whose time has come, in the order of the instants: values of facts that begin or end, and scheduled releases. What fails by a fault of
 * ours waits a little and keeps nothing else waiting. Returns how many releases it made.
 */
export async function runDue(istok: Istok): Promise<number> {
  let made = 0
  for (let due = findDue(istok); due; due = findDue(istok)) made += await carryOutDue(istok, due)
  return made
}

/** The instant, in milliseconds, at which something is next to be done; null when nothing is waiting. */
export function nextDue(istok: Istok): number | null {
  const due = findDue(istok)
  if (due) return due.at
  const orm = istok.database.reader.orm
  const again = [...(troubles.get(istok)?.values() ?? [])].map(({ until }) => until)
  const fact = orm
    .select({ at: min(validity.at) })
    .from(validity)
    .where(and(eq(validity.state, 'pending'), gt(validity.at, now())))
    .get()?.at
  const release = orm
    .select({ at: min(schedule.publishAt) })
    .from(schedule)
    .where(and(eq(schedule.state, 'scheduled'), gt(schedule.publishAt, now())))
    .get()?.at
  const coming = [fact, release, ...again].filter(at => at != null)
  return coming.length > 0 ? Math.min(...coming) : null
}

/** The first of what is due and is not waiting to be tried again. Of one instant facts come first. */
function findDue(istok: Istok): Due | undefined {
  const orm = istok.database.reader.orm
  const time = now()
  const facts = orm
    .select({ fact: validity.fact, at: validity.at })
    .from(validity)
    .where(and(eq(validity.state, 'pending'), lte(validity.at, time)))
    .orderBy(asc(validity.at), asc(validity.fact))
    .all()
  const schedules = orm
    .select({ id: schedule.id, at: schedule.publishAt })
    .from(schedule)
    .where(and(eq(schedule.state, 'scheduled'), lte(schedule.publishAt, time)))
    .orderBy(asc(schedule.publishAt), asc(schedule.id))
    .all()
  const all: Due[] = [
    ...[...Map.groupBy(facts, ({ at }) => at)].map(
      ([at, rows]): Due => ({ kind: 'validity', key: `validity ${at}`, at, facts: rows.map(({ fact }) => fact) }),
    ),
    ...schedules.map(({ id, at }): Due => ({ kind: 'schedule', key: `schedule ${id} ${at}`, at, id })),
  ]
  const waiting = troubles.get(istok)
  const keys = new Set(all.map(({ key }) => key))
  for (const key of waiting?.keys() ?? []) if (!keys.has(key)) waiting?.delete(key)
  return all.sort((a, b) => a.at - b.at).find(({ key }) => (waiting?.get(key)?.until ?? 0) <= time)
}

/** Refusals that say that there is nothing to do any more, or not yet. */
const passing: readonly (string | undefined)[] = ['changed-meanwhile', 'schedule-published', 'schedule-cancelled']

/** A refusal is noted where people look for it and does not come back; another fault is tried again, and noted only when it stays. */
async function carryOutDue(istok: Istok, due: Due): Promise<number> {
  try {
    const release = await makeRelease(istok, system, taskOf(due))
    istok.log.info({ release: release.number, kind: release.kind, changes: release.changes.length }, 'released by the clock')
    return 1
  } catch (error) {
    if (isIstokError(error) && passing.includes(error.details.reason)) return 0
    const isRefusal = isIstokError(error) && error.code !== 'internal' && error.details.reason !== 'releases-between'
    const refusal = isRefusal ? error : waitAndSee(istok, due, error)
    if (!refusal) return 0
    istok.log.error({ problem: refusal.message }, 'a release by the clock was refused')
    await refuse(istok, due, keptRefusal(refusal))
    return 0
  }
}

function taskOf(due: Due): ReleaseTask {
  return due.kind === 'schedule' ? { kind: 'schedule', id: due.id } : { kind: 'validity', facts: due.facts, at: due.at }
}

/** Notes when to try again after a fault that may pass. Returns what people are told when it did not pass; what ails the machine is waited for. */
function waitAndSee(istok: Istok, { key }: Due, error: unknown): IstokError | null {
  istok.log.error({ err: error }, 'a release by the clock failed')
  const known = troubles.get(istok) ?? new Map<string, { faults: number; until: number }>()
  troubles.set(istok, known)
  const faults = (known.get(key)?.faults ?? 0) + 1
  const isOfMachine = isIstokError(error) && error.code === 'internal'
  const pause = pauses[faults - 1] ?? (isOfMachine ? pauses.at(-1) : undefined)
  if (pause !== undefined) known.set(key, { faults, until: now() + pause })
  else if (isIstokError(error)) return error
  else return new IstokError('internal', 'The release failed; the log of the server says why', { reason: 'our-fault' })
  return null
}

/** Notes a refusal, unless what was due was changed or done meanwhile. */
async function refuse(istok: Istok, due: Due, refusal: KeptRefusal): Promise<void> {
  const { detail: problem } = refusal
  await write(istok.database, async tx => {
    if (due.kind === 'schedule') {
      const isDue = and(eq(schedule.id, due.id), eq(schedule.state, 'scheduled'), lte(schedule.publishAt, tx.now))
      const failed = await tx.orm.update(schedule).set({ state: 'failed', problem, refusal }).where(isDue)
      if (failed.changes > 0) await recordAudit(tx, system, 'release.schedule-failed', `schedule:${due.id}`, { problem })
      return
    }
    const failed: string[] = []
    for (const key of due.facts) if (await settleValidity(tx, key, due.at, refusal)) failed.push(key)
    if (failed.length > 0) await recordAudit(tx, system, 'release.validity-failed', `fact:${failed.join(',')}`, { at: due.at, problem })
  })
}
