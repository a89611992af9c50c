import { eq } from 'drizzle-orm'
import { comment, review } from '#db/schema/workflow.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { readArticleRow } from '#lib/authoring/write-article.ts'
import { readTranslationRow } from '#lib/authoring/write-translation.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { type CommentEntry, commentLimits, presentThreads } from './comments.ts'
import { readDrafts } from './read-draft.ts'

export interface NewComment {
  articleId: string
  locale: string
  path: string
  quote: string
  text: string
  /** The first remark of the thread that this one answers. */
  threadId: string | null
  reviewId: string | null
}

/**
 * Remarks on a place in a translation, or answers a remark (which opens its thread again). Returns the thread. Throws unauthenticated, forbidden (needs write),
 * not_found (article, translation), invalid (names the field: empty or too long; a thread or review of another translation).
 */
export async function addComment(istok: Istok, actor: Actor, input: NewComment): Promise<CommentEntry> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.articleId)
  const text = input.text.trim()
  const faults = [
    ...(text === '' ? [{ pointer: '/text', message: 'must not be empty', reason: 'empty' }] : []),
    ...(['text', 'quote', 'path'] as const)
      .filter(name => input[name].length > commentLimits[name])
      .map(name => ({
        pointer: `/${name}`,
        message: `has at most ${commentLimits[name]} characters`,
        reason: 'too-long',
        arguments: { maximum: commentLimits[name] },
      })),
  ]
  if (faults.length > 0) throw new IstokError('invalid', 'The remark cannot be kept like this', { errors: faults })
  const place = { articleId: input.articleId, locale: input.locale }
  const thread = await write(istok.database, async tx => {
    await readArticleRow(tx.orm, input.articleId)
    await readTranslationRow(tx.orm, place)
    await requireOwnPlace(tx, input)
    const id = newId()
    const { path, quote, threadId, reviewId } = input
    const row = { id, ...place, reviewId, threadId, path, quote, text, author: actor.id, createdAt: tx.now }
    await tx.orm.insert(comment).values({ ...row, resolvedAt: null, resolvedBy: null })
    if (threadId) await tx.orm.update(comment).set({ resolvedAt: null, resolvedBy: null }).where(eq(comment.id, threadId))
    await recordAudit(tx, actor, 'comment.added', `comment:${id}`, { ...place, ...(threadId && { thread: threadId }) })
    return threadId ?? id
  })
  const { orm } = istok.database.reader
  const draft = readDrafts(orm, input.articleId).find(({ locale }) => locale === input.locale)
  return presentThreads(orm, place, draft ?? null, thread)[0] as CommentEntry
}

async function requireOwnPlace(tx: Transaction, { articleId, locale, threadId, reviewId }: NewComment): Promise<void> {
  const refuse = (pointer: string, message: string) => {
    throw new IstokError('invalid', `${pointer.slice(1)} ${message}`, { errors: [{ pointer, message, reason: 'elsewhere' }] })
  }
  if (threadId !== null) {
    const first = await tx.orm.select().from(comment).where(eq(comment.id, threadId)).get()
    const isOwn = first && first.articleId === articleId && first.locale === locale && first.threadId === null
    if (!isOwn) refuse('/thread', 'is not a thread of this translation')
  }
  if (reviewId !== null) {
    const of = await tx.orm.select({ articleId: review.articleId, locale: review.locale }).from(review).where(eq(review.id, reviewId)).get()
    if (of?.articleId !== articleId || of.locale !== locale) refuse('/review', 'is not a review of this translation')
  }
}
