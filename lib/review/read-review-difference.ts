import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { compareSides, type StateDifference } from './compare-sides.ts'
import { findLive } from './read-draft.ts'
import { type ReviewWithContent, readReview } from './read-review.ts'
import { emptySide, readDraftSide, readSaidSide } from './read-side.ts'

/** What the review is compared with: what is live, or what was sent to review before. */
export type ReviewBase = 'live' | 'previous'

export interface ReviewDifference extends StateDifference {
  review: ReviewWithContent
  base: ReviewBase
  /** False: there is nothing to compare with, all of it is new. */
  hasBase: boolean
}

/**
 * What approving a review would change, channel by channel; channels are compared in what they really say. With `previous` what is new since the review before.
 * Throws unauthenticated, forbidden (needs write or read:internal), not_found.
 */
export async function readReviewDifference(istok: Istok, actor: Actor, id: string, base: ReviewBase): Promise<ReviewDifference> {
  const review = await readReview(istok, actor, id)
  const place = { articleId: review.articleId, locale: review.locale }
  const after = {
    content: { ...review.content, metadata: review.metadata },
    side: await readDraftSide(istok, actor, place, review.content),
  }
  if (base === 'previous' && review.previous !== null) {
    const previous = await readReview(istok, actor, review.previous)
    const before = {
      content: { ...previous.content, metadata: previous.metadata },
      side: await readDraftSide(istok, actor, place, previous.content),
    }
    return { ...compareSides(before, after), review, base, hasBase: true }
  }
  const live = findLive(istok.database.reader.orm, place)
  const side = live ? await readSaidSide(istok, place, live.metadata.slug) : emptySide()
  return { ...compareSides({ content: live, side }, after), review, base: 'live', hasBase: live !== null }
}
