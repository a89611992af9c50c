import { eq } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import type { SynonymEntry } from './list-synonyms.ts'
import { requireDrafts } from './require-drafts.ts'

/** One group of synonyms; null when there is none. Throws forbidden (needs write or read:internal). */
export async function findSynonym(istok: Istok, actor: Actor, { id }: { id: string }): Promise<SynonymEntry | null> {
  requireDrafts(actor)
  return istok.database.reader.orm.select().from(synonym).where(eq(synonym.id, id)).get() ?? null
}
