import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import { beginRebuild } from './meili/rebuild-replica.ts'
import { searchOf } from './open-search.ts'
import { rebuildTerms } from './stored/rebuild-terms.ts'

/** Makes the search index anew from what the channels say now: the stored one at once, those in memory when they are next asked, Meilisearch's beside the one that serves. Returns the number of translations. Throws forbidden. */
export async function reindex(istok: Istok, actor: Actor): Promise<{ translations: number }> {
  requireScope(actor, 'admin')
  const translations = await rebuildTerms(istok.database)
  searchOf(istok).rebuild()
  if (istok.env.meiliUrl !== undefined) await beginRebuild(istok, istok.env.meiliIndex)
  return { translations }
}
