import { eq } from 'drizzle-orm'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { refuseLosses } from './apply-change.ts'
import { compileChange } from './compile-change.ts'
import { requireTask } from './require-release.ts'
import { checkPublishAt, presentSchedule, readSchedule, type Scheduled } from './schedule-release.ts'

/**
 * Moves a schedule to `publishAt` (milliseconds; null: as soon as the clock ticks), or has one that failed tried again then; its content stays as it was agreed
 * upon. Throws forbidden, not_found; conflict when it was carried out or cancelled; invalid for the past, or with `losses` when it cannot be said.
 */
export async function moveSchedule(
  istok: Istok,
  actor: Actor,
  { id, publishAt }: { id: string; publishAt: number | null },
): Promise<Scheduled> {
  await requireTask(istok, actor, { kind: 'schedule', id })
  if (publishAt !== null) checkPublishAt(publishAt)
  const at = publishAt ?? now()
  refuseLosses((await compileChange(istok, await readSchedule(istok, id), at)).losses)
  return write(istok.database, async tx => {
    const [row] = await tx.orm.select().from(schedule).where(eq(schedule.id, id))
    if (!row) throw new IstokError('not_found', 'There is no such schedule')
    if (row.state !== 'scheduled' && row.state !== 'failed')
      throw new IstokError('conflict', `The schedule is ${row.state} already`, { reason: `schedule-${row.state}` })
    const next = { publishAt: at, state: 'scheduled' as const, problem: null, refusal: null }
    await tx.orm.update(schedule).set(next).where(eq(schedule.id, id))
    await recordAudit(tx, actor, 'release.moved', `schedule:${id}`, { from: row.publishAt, to: at, was: row.state })
    return presentSchedule(istok, { ...row, ...next })
  })
}
