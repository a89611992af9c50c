import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { forEachArticle, type ManyResult } from '#lib/authoring/change-articles.ts'
import type { Istok } from '../istok.ts'
import { openReviews } from './request-review.ts'

/**
 * Sends the drafts of many articles to review, each by itself: those with nothing to review are named, and the others are sent. Throws unauthenticated, forbidden
 * (needs write), invalid (too many).
 */
export async function requestReviews(istok: Istok, actor: Actor, request: { articles: string[]; note: string }): Promise<ManyResult> {
  requireSomewhere(actor, 'write')
  return forEachArticle(istok, request.articles, (tx, articleId) => {
    requireArticle(tx.orm, actor, 'write', articleId)
    return openReviews(tx, actor, { articleId, locale: null, note: request.note })
  })
}
