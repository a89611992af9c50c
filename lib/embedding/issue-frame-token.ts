import { eq } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { type Actor, type Role, scopesOf } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireOperator } from '#lib/operator/require-operator.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { findFrameOrigins } from './find-frame-origins.ts'
import { signFrameToken, tokenSeconds } from './frame-token.ts'

/**
 * A one-time token with which a frame of this embedding opens for one person, for a minute. The host's server asks for it with a key that may do what an
 * operator may; of people only an administrator may ask for one. `expiresAt` in milliseconds. Throws not_found (embedding or person), unauthenticated, forbidden (also when that person is no operator).
 */
export async function issueFrameToken(
  istok: Istok,
  actor: Actor,
  { id, email }: { id: string; email: string },
): Promise<{ token: string; expiresAt: number }> {
  requireOperator(actor)
  // Otherwise an operator could open a frame in a colleague's name, and a frame could open the next one for ever.
  if (actor.kind === 'user') requireScope(actor, 'admin')
  if (!findFrameOrigins(istok, id)) throw new IstokError('not_found', 'There is no such embedding')
  return write(istok.database, async tx => {
    const person = await tx.orm.select().from(user).where(eq(user.email, email.trim().toLowerCase())).get()
    if (!person || person.disabledAt !== null) throw new IstokError('not_found', 'There is nobody with this address')
    const scopes = scopesOf(person.roles as Role[])
    if (!scopes.has('events') || !scopes.has('read:internal')) throw new IstokError('forbidden', 'This person is no operator')
    const expiresAt = tx.now + tokenSeconds * 1000
    const token = signFrameToken(istok, { embedding: id, user: person.id, version: person.sessionVersion, expiresAt })
    await recordAudit(tx, actor, 'embedding.token', `embedding:${id}`, { user: person.id })
    return { token, expiresAt }
  })
}
