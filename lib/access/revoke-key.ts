import { eq } from 'drizzle-orm'
import { apiKey } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'

/** Ends a key at once and for good; revoking it again changes nothing. Throws forbidden (needs admin), not_found. */
export async function revokeKey(istok: Istok, actor: Actor, { id }: { id: string }): Promise<void> {
  requireScope(actor, 'admin')
  await write(istok.database, async tx => {
    const row = await tx.orm.select({ revokedAt: apiKey.revokedAt }).from(apiKey).where(eq(apiKey.id, id)).get()
    if (!row) throw new IstokError('not_found', `There is no key "${id}"`)
    if (row.revokedAt !== null) return
    await tx.orm.update(apiKey).set({ revokedAt: tx.now }).where(eq(apiKey.id, id))
    await recordAudit(tx, actor, 'key.revoked', `key:${id}`)
  })
}
