import type { Actor } from '#lib/access/actor.ts'
import { requireChannel, requireScope } from '#lib/access/policies.ts'
import { channels } from '#lib/compile/channels.ts'

/** Passes for who works in the operator panel: may read its channel and record events. Throws unauthenticated or forbidden. */
export function requireOperator(actor: Actor): void {
  requireScope(actor, 'events')
  requireChannel(actor, channels.operator)
}
