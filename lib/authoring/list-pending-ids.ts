import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { type PendingFilter, pendingRows } from './find-pending.ts'
import { requireDrafts } from './require-drafts.ts'

/** Ids of articles, or keys, of all that findPending finds on all of its pages, in its order. Throws forbidden (needs write or read:internal). */
export async function listPendingIds(istok: Istok, actor: Actor, filter: PendingFilter): Promise<string[]> {
  requireDrafts(actor)
  return pendingRows(istok.database.reader.orm, actor, filter).map(({ id }) => id)
}
