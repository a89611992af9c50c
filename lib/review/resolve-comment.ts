import { eq } from 'drizzle-orm'
import { comment } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type CommentEntry, presentThreads } from './comments.ts'
import { readDrafts } from './read-draft.ts'

/** Says that a thread is settled, or opens it again. Throws unauthenticated, forbidden (needs write), not_found (no such thread). */
export async function resolveComment(
  istok: Istok,
  actor: Actor,
  { id, resolved }: { id: string; resolved: boolean },
): Promise<CommentEntry> {
  requireSomewhere(actor, 'write')
  const row = await write(istok.database, async tx => {
    const before = await tx.orm.select().from(comment).where(eq(comment.id, id)).get()
    if (!before || before.threadId !== null) throw new IstokError('not_found', 'There is no such thread')
    requireArticle(tx.orm, actor, 'write', before.articleId)
    if ((before.resolvedAt !== null) === resolved) return before
    const change = resolved ? { resolvedAt: tx.now, resolvedBy: actor.id } : { resolvedAt: null, resolvedBy: null }
    await tx.orm.update(comment).set(change).where(eq(comment.id, id))
    await recordAudit(tx, actor, resolved ? 'comment.resolved' : 'comment.reopened', `comment:${id}`, {})
    return before
  })
  const { orm } = istok.database.reader
  const draft = readDrafts(orm, row.articleId).find(({ locale }) => locale === row.locale)
  return presentThreads(orm, row, draft ?? null, id)[0] as CommentEntry
}
