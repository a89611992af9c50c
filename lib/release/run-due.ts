import { and, asc, eq, lte, min } from 'drizzle-orm'
import { validity } from '#db/schema/facts.ts'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { now } from '../clock.ts'
import { isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type KeptRefusal, keptRefusal } from '../kept-refusal.ts'
import { makeRelease } from './make-release.ts'
import type { ReleaseTask } from './thread-tasks.ts'
import { settleValidity } from './write-facts.ts'

/** Carries out everything whose time has come, in the order of the instants: values of facts that begin or end, and scheduled releases. Returns how many releases it made. */
export async function runDue(istok: Istok): Promise<number> {
  let made = 0
  for (let due = nextDue(istok); due !== null && due <= now(); due = nextDue(istok)) {
    const keys = await dueFacts(istok, due)
    if (keys.length > 0) made += await runValidity(istok, keys, due)
    for (const row of await dueSchedules(istok, due)) made += await runSchedule(istok, row)
  }
  return made
}

/** The instant, in milliseconds, at which something is next to be done; null when nothing is waiting. */
export function nextDue({ database }: Istok): number | null {
  const orm = database.reader.orm
  const fact = orm
    .select({ at: min(validity.at) })
    .from(validity)
    .where(eq(validity.state, 'pending'))
    .get()?.at
  const release = orm
    .select({ at: min(schedule.publishAt) })
    .from(schedule)
    .where(eq(schedule.state, 'scheduled'))
    .get()?.at
  if (fact == null || release == null) return fact ?? release ?? null
  return Math.min(fact, release)
}

async function dueFacts({ database }: Istok, at: number): Promise<string[]> {
  const rows = await database.reader.orm
    .select({ fact: validity.fact })
    .from(validity)
    .where(and(eq(validity.state, 'pending'), eq(validity.at, at)))
  return rows.map(row => row.fact)
}

async function runValidity(istok: Istok, keys: string[], at: number): Promise<number> {
  return attempt(istok, { kind: 'validity', facts: keys, at }, async refusal => {
    await write(istok.database, async tx => {
      for (const key of keys) await settleValidity(tx, key, at, refusal)
      await recordAudit(tx, system, 'release.validity-failed', `fact:${keys.join(',')}`, { at, problem: refusal.detail })
    })
  })
}

async function dueSchedules({ database }: Istok, at: number) {
  return database.reader.orm
    .select({ id: schedule.id })
    .from(schedule)
    .where(and(eq(schedule.state, 'scheduled'), lte(schedule.publishAt, at)))
    .orderBy(asc(schedule.publishAt))
}

async function runSchedule(istok: Istok, row: { id: string }): Promise<number> {
  return attempt(istok, { kind: 'schedule', id: row.id }, async refusal => {
    const { detail: problem } = refusal
    await write(istok.database, async tx => {
      const isDue = and(eq(schedule.id, row.id), eq(schedule.state, 'scheduled'), lte(schedule.publishAt, tx.now))
      const failed = await tx.orm.update(schedule).set({ state: 'failed', problem, refusal }).where(isDue)
      if (failed.changes > 0) await recordAudit(tx, system, 'release.schedule-failed', `schedule:${row.id}`, { problem })
    })
  })
}

/** A refusal is noted where people look for it and does not come back; any other fault is thrown, and tried again at the next tick. */
async function attempt(istok: Istok, task: ReleaseTask, refuse: (refusal: KeptRefusal) => Promise<void>): Promise<number> {
  try {
    const release = await makeRelease(istok, system, task)
    istok.log.info({ release: release.number, kind: release.kind, changes: release.changes.length }, 'released by the clock')
    return 1
  } catch (error) {
    if (!isIstokError(error) || error.code === 'internal') throw error
    istok.log.error({ problem: error.message }, 'a release by the clock was refused')
    await refuse(keptRefusal(error))
    return 0
  }
}
