import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { FactInput } from '#lib/document/fact-schema.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type FactEntry, presentFact } from './read-fact.ts'
import { findFact, writeFact } from './write-fact.ts'

/** `unchanged`: what was sent is the draft already; its version stays. */
export type SavedFact = FactEntry & { outcome: 'created' | 'saved' | 'unchanged' }

/**
 * Replaces the draft of a fact; live is it after a release. `expectedVersion`: the version that was changed. Throws forbidden (needs write), not_found, invalid
 * (428 without a version), conflict (412 with `current` when another version is current).
 */
export async function saveFact(istok: Istok, actor: Actor, input: { expectedVersion: number | null; fact: FactInput }): Promise<SavedFact> {
  requireScope(actor, 'write')
  const { outcome } = await write(istok.database, async tx => {
    if (!(await findFact(tx.orm, input.fact.key))) throw new IstokError('not_found', `There is no fact "${input.fact.key}"`)
    return writeFact(tx, actor, input.fact, input.expectedVersion)
  })
  return { ...(await presentFact(istok.database.reader.orm, input.fact.key)), outcome }
}
