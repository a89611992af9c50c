import { and, desc, eq, lte } from 'drizzle-orm'
import { shift } from '#db/schema/desk.ts'
import { feed } from '#db/schema/releases.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireOperator } from './require-operator.ts'

/**
 * Notes that the actor has read what changed up to `seq`, which a later shift begins with. Beyond the newest change it means the newest. A personal mark, so
 * the audit log has nothing of it. Throws unauthenticated, forbidden.
 */
export async function markShift(istok: Istok, actor: Actor, { seq }: { seq: number }): Promise<{ seq: number; release: number }> {
  requireOperator(actor)
  return write(istok.database, async tx => {
    const row = await tx.orm
      .select({ seq: feed.number, release: feed.release })
      .from(feed)
      .where(and(eq(feed.channel, 'operator'), lte(feed.number, seq)))
      .orderBy(desc(feed.number))
      .limit(1)
      .get()
    const mark = { seq: row?.seq ?? 0, release: row?.release ?? 0, at: tx.now }
    await tx.orm
      .insert(shift)
      .values({ person: actor.id, ...mark })
      .onConflictDoUpdate({ target: shift.person, set: mark })
    return { seq: mark.seq, release: mark.release }
  })
}
