import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import { makeRelease } from './make-release.ts'
import type { Release } from './write-change.ts'

/** Compiles every live article anew in one release: after an upgrade of the compiler or a change of the public address. Throws forbidden, invalid with `losses`. */
export async function recompileAll(istok: Istok, actor: Actor, note: string): Promise<Release> {
  requireScope(actor, 'admin')
  return makeRelease(istok, actor, { kind: 'recompile', note })
}
