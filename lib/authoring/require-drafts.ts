import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'

/** Passes when the actor may see what is not published: people of the house and keys that write. Throws unauthenticated or forbidden. */
export function requireDrafts(actor: Actor): void {
  requireScope(actor, actor.scopes.has('write') ? 'write' : 'read:internal')
}
