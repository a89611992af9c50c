import { and, eq } from 'drizzle-orm'
import { factRevision } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { FactType } from '#lib/document/facts.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type SavedFact, saveFact } from './save-fact.ts'

/** Makes a published state of a fact its draft again; publishes nothing. Throws forbidden (needs write), not_found, invalid (428), conflict (412). */
export async function restoreFactRevision(
  istok: Istok,
  actor: Actor,
  input: { key: string; number: number; expectedVersion: number | null },
): Promise<SavedFact> {
  requireScope(actor, 'write')
  const row = await istok.database.reader.orm
    .select()
    .from(factRevision)
    .where(and(eq(factRevision.key, input.key), eq(factRevision.number, input.number)))
    .get()
  if (!row) throw new IstokError('not_found', `The fact "${input.key}" has no revision ${input.number}`)
  const { key, type, unit, title, values } = row
  return saveFact(istok, actor, { expectedVersion: input.expectedVersion, fact: { key, type: type as FactType, unit, title, values } })
}
