import { and, eq } from 'drizzle-orm'
import { schedule } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireTask } from './require-release.ts'

/** Takes a schedule back before its time, or puts one that failed away. Throws forbidden, not_found, conflict when it was carried out already. */
export async function cancelSchedule(istok: Istok, actor: Actor, id: string): Promise<void> {
  await requireTask(istok, actor, { kind: 'schedule', id })
  await write(istok.database, async tx => {
    const [row] = await tx.orm.select({ state: schedule.state }).from(schedule).where(eq(schedule.id, id))
    if (!row) throw new IstokError('not_found', 'There is no such schedule')
    if (row.state !== 'scheduled' && row.state !== 'failed')
      throw new IstokError('conflict', `The schedule is ${row.state} already`, { reason: `schedule-${row.state}` })
    await tx.orm
      .update(schedule)
      .set({ state: 'cancelled' })
      .where(and(eq(schedule.id, id), eq(schedule.state, row.state)))
    await recordAudit(tx, actor, 'release.cancelled', `schedule:${id}`, {})
  })
}
