import { and, eq } from 'drizzle-orm'
import { snippetRevision } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type SavedSnippet, saveSnippet } from './save-snippet.ts'

/** Makes a published state of a snippet its draft again; publishes nothing. Throws forbidden (needs write), not_found, invalid (428), conflict (412). */
export async function restoreSnippetRevision(
  istok: Istok,
  actor: Actor,
  input: { key: string; number: number; expectedVersion: number | null },
): Promise<SavedSnippet> {
  requireScope(actor, 'write')
  const row = await istok.database.reader.orm
    .select()
    .from(snippetRevision)
    .where(and(eq(snippetRevision.key, input.key), eq(snippetRevision.number, input.number)))
    .get()
  if (!row) throw new IstokError('not_found', `The snippet "${input.key}" has no revision ${input.number}`)
  const { key, title, documents } = row
  return saveSnippet(istok, actor, { expectedVersion: input.expectedVersion, snippet: { key, title, documents } })
}
