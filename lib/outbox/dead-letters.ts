import { and, asc, eq } from 'drizzle-orm'
import { outbox } from '#db/schema/search.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import type { Istok } from '../istok.ts'

/** Something that could not be delivered. */
export interface DeadLetter {
  id: number
  topic: string
  key: string
  attempts: number
  error: string | null
  /** Milliseconds since the epoch. */
  createdAt: number
}

/** What could not be delivered, the oldest first, at most 1,000. Throws forbidden. */
export async function listDeadLetters({ database }: Istok, actor: Actor): Promise<DeadLetter[]> {
  requireScope(actor, 'admin')
  return database.reader.orm
    .select({
      id: outbox.id,
      topic: outbox.topic,
      key: outbox.key,
      attempts: outbox.attempts,
      error: outbox.lastError,
      createdAt: outbox.createdAt,
    })
    .from(outbox)
    .where(eq(outbox.state, 'dead'))
    .orderBy(asc(outbox.id))
    .limit(1000)
}

/** Sends everything of a topic that could not be delivered once more. Returns how many rows. Throws forbidden. */
export async function replayDeadLetters({ database }: Istok, actor: Actor, topic: string): Promise<number> {
  requireScope(actor, 'admin')
  return write(database, async tx => {
    const again = { state: 'pending' as const, attempts: 0, availableAt: tx.now, lastError: null }
    const { changes } = await tx.orm
      .update(outbox)
      .set(again)
      .where(and(eq(outbox.state, 'dead'), eq(outbox.topic, topic)))
    await recordAudit(tx, actor, 'outbox.replayed', `outbox:${topic}`, { rows: changes })
    return changes
  })
}
