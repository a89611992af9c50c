import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireApproval } from '#lib/review/require-approval.ts'
import { formatInstant, now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { KeptRefusal } from '../kept-refusal.ts'
import { newId } from '../new-id.ts'
import { refuseLosses } from './apply-change.ts'
import type { Change } from './change.ts'
import { compileChange } from './compile-change.ts'
import { type ReleaseScope, scopeOf } from './scope-of.ts'

export interface Scheduled extends ReleaseScope {
  id: string
  state: 'scheduled' | 'published' | 'failed' | 'cancelled'
  note: string
  author: string
  /** ISO 8601 in the organisation's zone. */
  publishAt: string
  /** The release that carried it out. */
  number: number | null
  /** Why it failed, in English. */
  problem: string | null
  /** The same with machine words. */
  refusal: KeptRefusal | null
}

/** Furthest day on which a release may be scheduled, in milliseconds from now: a year, so that a mistyped year is noticed. */
const horizon = 366 * 24 * 3600 * 1000

/**
 * Freezes the content of `change` and stores it for `publishAt` (milliseconds). It is compiled now, as of that instant, and again when it goes live.
 * Throws invalid when the instant is past or more than a year away, with `losses`, or with `unapproved`; an approval is
 * asked for again when it goes live.
 */
export async function scheduleRelease(istok: Istok, actor: Actor, change: Change, publishAt: number): Promise<Scheduled> {
  checkPublishAt(publishAt)
  requireApproval(istok.database.reader.orm, actor, change)
  refuseLosses((await compileChange(istok, change, publishAt)).losses)
  const frozen = frozenChange(change)
  return write(istok.database, async tx => {
    requireApproval(tx.orm, actor, change)
    const id = newId()
    const row = {
      id,
      note: change.note,
      author: actor.name,
      content: JSON.stringify(frozen),
      publishAt,
      state: 'scheduled' as const,
      scope: scopeOf(frozen),
    }
    await tx.orm.insert(schedule).values({ ...row, createdAt: tx.now })
    await recordAudit(tx, actor, 'release.scheduled', `schedule:${id}`, { publishAt, note: change.note })
    return presentSchedule(istok, { ...row, release: null, problem: null, refusal: null })
  })
}

/** Passes when something may be scheduled for this instant, in milliseconds. Throws invalid when it is past or more than a year away. */
export function checkPublishAt(publishAt: number): void {
  const error = publishAt <= now() ? 'must be in the future' : publishAt > now() + horizon ? 'must be within a year from now' : null
  const reason = publishAt <= now() ? 'past' : 'within-a-year'
  if (error) throw new IstokError('invalid', `publishAt ${error}`, { errors: [{ pointer: '/publishAt', message: error, reason }] })
}

/** The content stays as it was agreed upon; later edits of the drafts do not slip into it. */
function frozenChange(change: Change): Change {
  return {
    ...change,
    translations: change.translations.map(translation => ({ ...translation, draft: null })),
    facts: change.facts.map(fact => ({ ...fact, draftVersion: null })),
    snippets: change.snippets.map(snippet => ({ ...snippet, draftVersion: null })),
  }
}

/** What a schedule is to publish, as it was agreed upon. Throws not_found. */
export async function readSchedule({ database }: Istok, id: string): Promise<Change> {
  const [row] = await database.reader.orm.select({ content: schedule.content }).from(schedule).where(eq(schedule.id, id))
  if (!row) throw new IstokError('not_found', 'There is no such schedule')
  return { ...(JSON.parse(row.content) as Change), scheduleId: id }
}

export interface ScheduleFilter {
  states?: Scheduled['state'][]
  /** Milliseconds; `from` is included, `to` is not. */
  from?: number
  to?: number
}

/** The schedules: those that wait by time, the next first; then what came of the others, newest first. Throws forbidden. */
export async function listSchedules(istok: Istok, actor: Actor, { states, from, to }: ScheduleFilter = {}): Promise<Scheduled[]> {
  requireScope(actor, 'read:internal')
  const rows = await istok.database.reader.orm
    .select(columns)
    .from(schedule)
    .where(
      and(
        states && inArray(schedule.state, states),
        from === undefined ? undefined : gte(schedule.publishAt, from),
        to === undefined ? undefined : lt(schedule.publishAt, to),
      ),
    )
    .orderBy(
      sql`${schedule.state} <> 'scheduled'`,
      sql`CASE ${schedule.state} WHEN 'scheduled' THEN ${schedule.publishAt} ELSE -${schedule.publishAt} END`,
    )
    .limit(500)
  return rows.map(row => presentSchedule(istok, row))
}

/** All but the content, which may be large. */
const columns = {
  id: schedule.id,
  state: schedule.state,
  note: schedule.note,
  author: schedule.author,
  publishAt: schedule.publishAt,
  release: schedule.release,
  problem: schedule.problem,
  refusal: schedule.refusal,
  scope: schedule.scope,
}

type Row = Pick<typeof schedule.$inferSelect, keyof typeof columns>

/** A schedule in the API's shape. */
export function presentSchedule(istok: Istok, { publishAt, release, scope, ...row }: Row): Scheduled {
  const { id, state, note, author, problem, refusal } = row
  return { id, state, note, author, publishAt: formatInstant(publishAt, istok.env.timeZone), number: release, problem, refusal, ...scope }
}
