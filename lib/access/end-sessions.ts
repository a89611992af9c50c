import { and, eq, isNull, sql } from 'drizzle-orm'
import { session, user } from '#db/schema/access.ts'
import { type Transaction, write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'

/** Ends all sessions of a user with the next request: an administrator those of anybody, everybody his own (which is what signing out does). Throws forbidden, not_found. */
export async function endSessions(istok: Istok, actor: Actor, { id }: { id: string }): Promise<void> {
  if (actor.id !== `user:${id}`) requireScope(actor, 'admin')
  await write(istok.database, async tx => {
    const done = await tx.orm
      .update(user)
      .set({ sessionVersion: sql`${user.sessionVersion} + 1` })
      .where(eq(user.id, id))
    if (done.changes === 0) throw new IstokError('not_found', `There is no user "${id}"`)
    await closeSessions(tx, id)
    await recordAudit(tx, actor, 'session.ended', `user:${id}`)
  })
}

/** Notes that the sessions of a user have ended; his new session version is what ends them. */
export async function closeSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.orm
    .update(session)
    .set({ endedAt: tx.now })
    .where(and(eq(session.userId, userId), isNull(session.endedAt)))
}
