import { eq } from 'drizzle-orm'
import { review } from '#db/schema/workflow.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { approvalObstacle } from '#lib/access/can-approve.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { articlesWith, requireArticle } from '#lib/authoring/article-rights.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { approvalHash } from './approval-hash.ts'
import { authorsSinceApproval } from './find-approval.ts'
import { presentReviews, type ReviewEntry } from './present-review.ts'
import { readDrafts } from './read-draft.ts'
import { approvalRule } from './workflow-settings.ts'

export type Decision = { state: 'approved' } | { state: 'rejected'; reason: string } | { state: 'withdrawn' }

/**
 * Approves a review, sends it back with a reason, or takes it back. An approval can be taken away again by sending it back. Throws unauthenticated; forbidden
 * (no approver; under four eyes: an author of the change; taking back somebody else's review), not_found, invalid (no reason), conflict (not open any more; the draft was
 * changed after it had been sent).
 */
export async function decideReview(istok: Istok, actor: Actor, id: string, decision: Decision): Promise<ReviewEntry> {
  requireSomewhere(actor, 'write')
  const row = await write(istok.database, async tx => {
    const before = await tx.orm.select().from(review).where(eq(review.id, id)).get()
    if (!before) throw new IstokError('not_found', 'There is no such review')
    requireArticle(tx.orm, actor, 'write', before.articleId)
    requireDecidable(before, decision)
    const change = await changeOf(tx, actor, before, decision)
    const after = { ...before, ...change, state: decision.state, decidedAt: tx.now, decidedBy: actor.id }
    await tx.orm.update(review).set(after).where(eq(review.id, id))
    await recordAudit(tx, actor, `review.${decision.state}`, `review:${id}`, {
      articleId: before.articleId,
      locale: before.locale,
      hash: before.hash,
    })
    return after
  })
  const [entry] = presentReviews(istok.database.reader.orm, actor, [row])
  return entry as ReviewEntry
}

type Row = typeof review.$inferSelect

function requireDecidable({ state }: Row, decision: Decision): void {
  if (state === 'open' || (state === 'approved' && decision.state === 'rejected')) return
  throw new IstokError('conflict', `The review is ${state} already`, { reason: `review-${state}`, extra: { state } })
}

async function changeOf(tx: Transaction, actor: Actor, row: Row, decision: Decision): Promise<Partial<Row>> {
  const isApprover = articlesWith(tx.orm, actor, 'approve', [row.articleId]).has(row.articleId)
  if (decision.state === 'withdrawn') {
    if (row.requestedBy !== actor.id && !isApprover)
      throw new IstokError('forbidden', 'Only whoever asked for a review, or an approver, can take it back')
    return {}
  }
  const { authors, last } = authorsSinceApproval(tx.orm, row)
  if (decision.state === 'rejected') {
    requireArticle(tx.orm, actor, 'approve', row.articleId)
    const reason = decision.reason.trim()
    if (reason === '')
      throw new IstokError('invalid', 'Say what has to change', {
        errors: [{ pointer: '/reason', message: 'must not be empty', reason: 'empty' }],
      })
    return { reason, authors: row.state === 'open' ? authors : row.authors, contribution: 0 }
  }
  const obstacle = approvalObstacle(actor, isApprover, approvalRule(tx.orm), authors)
  if (obstacle === 'not-an-approver') requireArticle(tx.orm, actor, 'approve', row.articleId)
  if (obstacle === 'own-change')
    throw new IstokError('forbidden', 'Four eyes: somebody who has not changed this draft approves it', {
      reason: 'four-eyes',
      extra: { obstacle },
    })
  requireSameDraft(tx, row)
  return { authors, contribution: last }
}

function requireSameDraft(tx: Transaction, row: Row): void {
  const draft = readDrafts(tx.orm, row.articleId).find(({ locale }) => locale === row.locale)
  if (draft && approvalHash(draft) === row.hash) return
  throw new IstokError('conflict', 'The draft was changed after it had been sent to review: send it again and look at what is new', {
    reason: 'changed-since-sent',
    extra: { isCurrent: false },
  })
}
