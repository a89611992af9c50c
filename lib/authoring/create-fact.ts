import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { FactInput } from '#lib/document/fact-schema.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { presentFact } from './read-fact.ts'
import type { SavedFact } from './save-fact.ts'
import { findFact, writeFact } from './write-fact.ts'

/** Adds a fact; it can be named at once and is live after a release. `input` has passed factInputSchema. Throws forbidden (needs write), conflict (the key is taken). */
export async function createFact(istok: Istok, actor: Actor, input: FactInput): Promise<SavedFact> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    if (await findFact(tx.orm, input.key)) {
      throw new IstokError('conflict', `There is a fact "${input.key}"`, {
        reason: 'taken',
        arguments: { value: input.key },
        errors: [{ pointer: '/key', message: 'is taken', reason: 'taken', arguments: { value: input.key } }],
      })
    }
    await writeFact(tx, actor, input, null)
  })
  return { ...(await presentFact(istok.database.reader.orm, input.key)), outcome: 'created' }
}
