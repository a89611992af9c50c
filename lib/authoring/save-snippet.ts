import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { presentSnippet, type SnippetEntry } from './read-snippet.ts'
import { missingReferences, type Warning } from './references.ts'
import { findSnippet, type SnippetInput, type WrittenSnippet, writeSnippet } from './write-snippet.ts'

/** `unchanged`: what was sent is the draft already; its version stays. Warnings name what does not exist. */
export type SavedSnippet = SnippetEntry & { outcome: 'created' | 'saved' | 'unchanged'; warnings: Warning[] }

/**
 * Replaces the draft of a snippet; live is it after a release. `expectedVersion`: the version that was changed. Throws forbidden (needs write), not_found, invalid
 * (names the field; 428 without a version), conflict (412 with `current` when another version is current).
 */
export async function saveSnippet(
  istok: Istok,
  actor: Actor,
  input: { expectedVersion: number | null; snippet: SnippetInput },
): Promise<SavedSnippet> {
  requireScope(actor, 'write')
  const written = await write(istok.database, async tx => {
    if (!(await findSnippet(tx.orm, input.snippet.key))) throw new IstokError('not_found', `There is no snippet "${input.snippet.key}"`)
    return writeSnippet(tx, actor, input.snippet, input.expectedVersion)
  })
  return presentSaved(istok, written)
}

/** The reply to a save. */
export async function presentSaved(istok: Istok, { outcome, row, references }: WrittenSnippet): Promise<SavedSnippet> {
  const { orm } = istok.database.reader
  return { ...(await presentSnippet(orm, row.key)), outcome, warnings: missingReferences(orm, references) }
}
