import { and, eq, isNull } from 'drizzle-orm'
import { session } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'

/** Ends one session with the next request: everybody his own, an administrator anybody's. Throws forbidden, not_found (also for one that has ended). */
export async function endSession(istok: Istok, actor: Actor, { id }: { id: string }): Promise<void> {
  await write(istok.database, async tx => {
    const row = await tx.orm
      .select({ userId: session.userId })
      .from(session)
      .where(and(eq(session.id, id), isNull(session.endedAt)))
      .get()
    if (!row || actor.id !== `user:${row.userId}`) requireScope(actor, 'admin')
    if (!row) throw new IstokError('not_found', `There is no session "${id}"`)
    await tx.orm.update(session).set({ endedAt: tx.now }).where(eq(session.id, id))
    await recordAudit(tx, actor, 'session.ended', `user:${row.userId}`, { session: id })
  })
}
