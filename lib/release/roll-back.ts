import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import { makeRelease } from './make-release.ts'
import type { Release } from './write-change.ts'

/**
 * Makes a new release that restores the state before release `number`: every article, fact and snippet that it or a later release changed is as it was.
 * Drafts stay as they are. Throws forbidden, not_found, conflict when nothing would change, invalid with `losses`.
 */
export async function rollBack(istok: Istok, actor: Actor, { number, note }: { number: number; note: string }): Promise<Release> {
  requireScope(actor, 'publish')
  return makeRelease(istok, actor, { kind: 'rollback', number, note })
}
