import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { presentSaved, type SavedSnippet } from './save-snippet.ts'
import { findSnippet, type SnippetInput, writeSnippet } from './write-snippet.ts'

/** Adds a snippet; it can be named at once and is live after a release. Throws forbidden (needs write), invalid (names the field), conflict (the key is taken). */
export async function createSnippet(istok: Istok, actor: Actor, input: SnippetInput): Promise<SavedSnippet> {
  requireScope(actor, 'write')
  const written = await write(istok.database, async tx => {
    if (await findSnippet(tx.orm, input.key)) {
      throw new IstokError('conflict', `There is a snippet "${input.key}"`, {
        reason: 'taken',
        arguments: { value: input.key },
        errors: [{ pointer: '/key', message: 'is taken', reason: 'taken', arguments: { value: input.key } }],
      })
    }
    return writeSnippet(tx, actor, input, null)
  })
  return presentSaved(istok, written)
}
