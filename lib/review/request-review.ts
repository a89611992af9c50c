import { and, eq } from 'drizzle-orm'
import { review } from '#db/schema/workflow.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { readArticleRow } from '#lib/authoring/write-article.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { approvalHash } from './approval-hash.ts'
import { isApproved } from './find-approval.ts'
import { presentReviews, type ReviewEntry } from './present-review.ts'
import { findLive, type Reviewed, readDrafts } from './read-draft.ts'
import { approvalRule } from './workflow-settings.ts'

export interface ReviewRequest {
  articleId: string
  /** null: every locale whose draft differs from what is live. */
  locale: string | null
  note: string
}

/**
 * Sends drafts to review as they are now, one review for each locale; an open review of an earlier state is superseded, one of the same state stays. Throws
 * unauthenticated, forbidden (needs write), not_found (article, locale), conflict (nothing differs from what is live or approved).
 */
export async function requestReview(istok: Istok, actor: Actor, request: ReviewRequest): Promise<ReviewEntry[]> {
  requireArticle(istok.database.reader.orm, actor, 'write', request.articleId)
  const rows = await write(istok.database, tx => openReviews(tx, actor, request))
  return presentReviews(istok.database.reader.orm, actor, rows)
}

/** The same within a transaction, for many articles at once. */
export async function openReviews(tx: Transaction, actor: Actor, request: ReviewRequest): Promise<(typeof review.$inferSelect)[]> {
  await readArticleRow(tx.orm, request.articleId)
  const drafts = readDrafts(tx.orm, request.articleId).filter(({ locale }) => request.locale === null || locale === request.locale)
  if (drafts.length === 0) {
    if (request.locale === null) throw new IstokError('conflict', 'The article has no text yet', { reason: 'no-text' })
    throw new IstokError('not_found', `The article has no translation in "${request.locale}"`)
  }
  const rule = approvalRule(tx.orm)
  const rows: (typeof review.$inferSelect)[] = []
  for (const draft of drafts) {
    const place = { articleId: request.articleId, locale: draft.locale }
    const live = findLive(tx.orm, place)
    const hash = approvalHash(draft)
    if ((live && approvalHash(live) === hash) || isApproved(tx.orm, place, hash, rule)) continue
    rows.push(await openReview(tx, actor, place, draft, hash, request.note))
  }
  if (rows.length === 0) throw new IstokError('conflict', 'Nothing differs from what is live or approved', { reason: 'nothing-to-review' })
  return rows
}

async function openReview(
  tx: Transaction,
  actor: Actor,
  place: { articleId: string; locale: string },
  draft: Reviewed,
  hash: string,
  note: string,
): Promise<typeof review.$inferSelect> {
  const ofPlace = and(eq(review.articleId, place.articleId), eq(review.locale, place.locale), eq(review.state, 'open'))
  const open = await tx.orm.select().from(review).where(ofPlace).get()
  if (open?.hash === hash) return open
  if (open) await tx.orm.update(review).set({ state: 'superseded', decidedAt: tx.now, decidedBy: actor.id }).where(eq(review.id, open.id))
  const { title, shortAnswer, questions, document, variations } = draft
  const row = {
    id: newId(),
    articleId: place.articleId,
    locale: place.locale,
    hash,
    contentHash: draft.hash,
    metadata: draft.metadata,
    content: { title, shortAnswer, questions, document, variations },
    state: 'open' as const,
    note,
    requestedAt: tx.now,
    requestedBy: actor.id,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    authors: [],
    contribution: 0,
  }
  await tx.orm.insert(review).values(row)
  await recordAudit(tx, actor, 'review.requested', `review:${row.id}`, { ...place, hash, ...(open && { supersedes: open.id }) })
  return row
}
