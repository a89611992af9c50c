import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { emptyChange } from './change.ts'
import { collectDrafts, type ReleaseRequest } from './collect-drafts.ts'
import { makeRelease } from './make-release.ts'
import { requireRelease } from './require-release.ts'
import { type Scheduled, scheduleRelease } from './schedule-release.ts'
import type { Release } from './write-change.ts'

/**
 * Publishes the named drafts, and withdraws the named articles, in one release over all channels; with `publishAt` (milliseconds) in the future the drafts
 * are frozen now and published then. Returns the release, or the schedule. Throws forbidden; invalid with pointers for unknown ids, with `losses` when a
 * channel cannot say it; conflict when a draft was changed meanwhile. Nothing changes on failure.
 */
export async function publishRelease(
  istok: Istok,
  actor: Actor,
  request: ReleaseRequest & { publishAt?: number | null },
): Promise<Release | Scheduled> {
  requireRelease(istok.database.reader.orm, actor, request)
  const { publishAt, ...drafts } = request
  if (publishAt == null) return makeRelease(istok, actor, { kind: 'publish', request: drafts })
  const change = { ...emptyChange('publish', request.note), ...collectDrafts(istok.database.reader.orm, drafts) }
  return scheduleRelease(istok, actor, change, publishAt)
}
