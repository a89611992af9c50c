import { inArray } from 'drizzle-orm'
import { gap } from '#db/schema/learning.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import type { Istok } from '../istok.ts'
import { closeGaps } from './close-gaps.ts'
import { placeWordings } from './place-wordings.ts'
import { rankGaps } from './rank-gaps.ts'
import { type Gap, readGaps } from './read-gaps.ts'

/** How many open gaps nobody has given an article yet, with at most `shown` of them, the heaviest first. Throws forbidden (needs write or read:internal). */
export async function summariseGaps(istok: Istok, actor: Actor, shown: number): Promise<{ count: number; items: Gap[] }> {
  requireDrafts(actor)
  await placeWordings(istok)
  await closeGaps(istok)
  const ids = rankGaps(istok, { state: 'open', isFree: true })
  const rows = await istok.database.reader.orm
    .select()
    .from(gap)
    .where(inArray(gap.id, ids.slice(0, shown)))
  return { count: ids.length, items: readGaps(istok, rows) }
}
