import type { Actor } from '#lib/access/actor.ts'
import { canSomewhere } from '#lib/access/policies.ts'

/** A path of the studio or the operator panel, or null: nobody is sent to another site after signing in. */
export function safePath(from: string | string[] | undefined): string | null {
  return typeof from === 'string' && /^\/(studio|operator)(?![^/?])[^\\\s]*$/.test(from) ? from : null
}

/** Where somebody works: those who only answer customers in the operator panel, everybody else in the studio. */
export function homeFor(actor: Actor): string {
  return canSomewhere(actor, 'write') ? '/studio' : actor.scopes.has('events') ? '/operator' : '/studio'
}
