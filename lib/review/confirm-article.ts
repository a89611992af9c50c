import { review } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { readArticleRow } from '#lib/authoring/write-article.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { approvalHash } from './approval-hash.ts'
import { authorsSinceApproval } from './find-approval.ts'
import { findLive, readDrafts } from './read-draft.ts'

/**
 * Says that what is live of an article is still right: somebody has looked, and its next look is due an interval later. Kept as an approval of exactly what is live.
 * Returns the locales. Throws unauthenticated, forbidden (needs write), not_found, conflict (no draft is as it is live).
 */
export async function confirmArticle(istok: Istok, actor: Actor, articleId: string): Promise<string[]> {
  requireArticle(istok.database.reader.orm, actor, 'write', articleId)
  return write(istok.database, async tx => {
    await readArticleRow(tx.orm, articleId)
    const locales: string[] = []
    for (const { locale, ...draft } of readDrafts(tx.orm, articleId)) {
      const place = { articleId, locale }
      const hash = approvalHash(draft)
      const live = findLive(tx.orm, place)
      if (!live || approvalHash(live) !== hash) continue
      const { authors, last } = authorsSinceApproval(tx.orm, place)
      const { title, shortAnswer, questions, document, variations } = draft
      const id = newId()
      await tx.orm.insert(review).values({
        ...{ id, ...place, hash, contentHash: draft.hash, metadata: draft.metadata },
        content: { title, shortAnswer, questions, document, variations },
        ...{ state: 'approved', note: '', requestedAt: tx.now, requestedBy: actor.id, decidedAt: tx.now, decidedBy: actor.id },
        ...{ reason: null, authors, contribution: last },
      })
      await recordAudit(tx, actor, 'review.confirmed', `review:${id}`, { ...place, hash })
      locales.push(locale)
    }
    if (locales.length === 0)
      throw new IstokError('conflict', 'No draft of this article is as it is live: publish or review it instead', {
        reason: 'nothing-to-confirm',
      })
    return locales
  })
}
