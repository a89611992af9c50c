import { and, asc, eq } from 'drizzle-orm'
import { schedule } from '#db/schema.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireApproval } from '#lib/review/require-approval.ts'
import { formatInstant, now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { refuseLosses } from './apply-change.ts'
import type { Change } from './change.ts'
import { compileChange } from './compile-change.ts'

export interface Scheduled {
  id: string
  state: 'scheduled' | 'published' | 'failed' | 'cancelled'
  note: string
  author: string
  /** ISO 8601 in the organisation's zone. */
  publishAt: string
  /** The release that carried it out. */
  number: number | null
  /** Why it failed. */
  problem: string | null
}

/** Furthest day on which a release may be scheduled, in milliseconds from now: a year, so that a mistyped year is noticed. */
const horizon = 366 * 24 * 3600 * 1000

/**
 * Freezes the content of `change` and stores it for `publishAt` (milliseconds). It is compiled now, as of that instant, and again when it goes live.
 * Throws invalid when the instant is past or more than a year away, with `losses`, or with `unapproved`; an approval is
 * asked for again when it goes live.
 */
export async function scheduleRelease(istok: Istok, actor: Actor, change: Change, publishAt: number): Promise<Scheduled> {
  const error = publishAt <= now() ? 'must be in the future' : publishAt > now() + horizon ? 'must be within a year from now' : null
  if (error) throw new IstokError('invalid', `publishAt ${error}`, { errors: [{ pointer: '/publishAt', message: error }] })
  requireApproval(istok.database.reader.orm, actor, change)
  refuseLosses((await compileChange(istok, change, publishAt)).losses)
  const frozen = frozenChange(change)
  return write(istok.database, async tx => {
    requireApproval(tx.orm, actor, change)
    const id = newId()
    const row = { id, note: change.note, author: actor.name, content: JSON.stringify(frozen), publishAt, state: 'scheduled' as const }
    await tx.orm.insert(schedule).values({ ...row, createdAt: tx.now })
    await recordAudit(tx, actor, 'release.scheduled', `schedule:${id}`, { publishAt, note: change.note })
    return present(istok, { ...row, release: null, problem: null })
  })
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

/** The schedules, the next first. Throws forbidden. */
export async function listSchedules(istok: Istok, actor: Actor): Promise<Scheduled[]> {
  requireScope(actor, 'read:internal')
  const rows = await istok.database.reader.orm.select().from(schedule).orderBy(asc(schedule.publishAt)).limit(200)
  return rows.map(row => present(istok, row))
}

/** Takes a schedule back before its time. Throws forbidden, not_found, conflict when it was carried out already. */
export async function cancelSchedule(istok: Istok, actor: Actor, id: string): Promise<void> {
  requireScope(actor, 'publish')
  await write(istok.database, async tx => {
    const [row] = await tx.orm.select({ state: schedule.state }).from(schedule).where(eq(schedule.id, id))
    if (!row) throw new IstokError('not_found', 'There is no such schedule')
    if (row.state !== 'scheduled') throw new IstokError('conflict', `The schedule is ${row.state} already`)
    await tx.orm
      .update(schedule)
      .set({ state: 'cancelled' })
      .where(and(eq(schedule.id, id), eq(schedule.state, 'scheduled')))
    await recordAudit(tx, actor, 'release.cancelled', `schedule:${id}`, {})
  })
}

type Row = Pick<typeof schedule.$inferSelect, 'id' | 'state' | 'note' | 'author' | 'publishAt' | 'release' | 'problem'>

function present(istok: Istok, { id, state, note, author, publishAt, release, problem }: Row): Scheduled {
  return { id, state, note, author, publishAt: formatInstant(publishAt, istok.env.timeZone), number: release, problem }
}
