import { synonym } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { findSynonymFaults, type SynonymFault } from './find-synonym-faults.ts'

/** What an editor should look at in the house's synonyms, by id of the entry. Throws forbidden (needs write or read:internal). */
export async function readSynonymFaults(istok: Istok, actor: Actor): Promise<Map<string, SynonymFault[]>> {
  requireDrafts(actor)
  const rows = await istok.database.reader.orm
    .select({ id: synonym.id, locale: synonym.locale, terms: synonym.terms, direction: synonym.direction })
    .from(synonym)
  return findSynonymFaults(rows)
}
