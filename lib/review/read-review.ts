import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { RevisionMetadata } from '#db/schema/content.ts'
import { review } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { TranslationContent } from '#lib/authoring/content.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { presentReviews, type ReviewEntry } from './present-review.ts'

/** A review with what it is about, as it was sent. */
export interface ReviewWithContent extends ReviewEntry {
  content: TranslationContent
  metadata: RevisionMetadata
  /** The review of the same translation before this one, for "what is new since I looked"; null: there is none. */
  previous: string | null
}

/** One review. Throws unauthenticated, forbidden (needs write or read:internal), not_found. */
export async function readReview(istok: Istok, actor: Actor, id: string): Promise<ReviewWithContent> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const row = orm.select().from(review).where(eq(review.id, id)).get()
  if (!row) throw new IstokError('not_found', 'There is no such review')
  const previous = orm
    .select({ id: review.id })
    .from(review)
    .where(and(eq(review.articleId, row.articleId), eq(review.locale, row.locale), ne(review.state, 'withdrawn'), lt(review.id, row.id)))
    .orderBy(desc(review.id))
    .limit(1)
    .get()
  const [entry] = presentReviews(orm, actor, [row])
  return { ...(entry as ReviewEntry), content: row.content, metadata: row.metadata, previous: previous?.id ?? null }
}
