import { and, eq, isNotNull } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { reference } from '#db/schema/facts.ts'
import { redirect, rendition } from '#db/schema/releases.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireArticle } from './article-rights.ts'
import { requireVersion } from './require-version.ts'
import { readArticleRow } from './write-article.ts'

/**
 * Removes an article from every list; its history stays. The slug of one that was live keeps answering "gone". Throws forbidden (needs write), not_found,
 * conflict (it is live: withdraw it first; 412 when the version is another one).
 */
export async function deleteArticle(istok: Istok, actor: Actor, input: { id: string; expectedVersion?: number | null }): Promise<void> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.id)
  await write(istok.database, async tx => {
    const row = await readArticleRow(tx.orm, input.id)
    if (input.expectedVersion != null) requireVersion(row, input.expectedVersion)
    await requireNotLive(tx, row.id)
    const wasLive = await tx.orm.select({ id: rendition.id }).from(rendition).where(eq(rendition.articleId, row.id)).limit(1).get()
    // A slug cannot hold a tilde, so the name is free for others and can never clash.
    const slug = wasLive ? row.slug : `${row.slug}~${row.id}`
    await tx.orm
      .update(article)
      .set({ deletedAt: tx.now, sourceId: null, slug, version: row.version + 1 })
      .where(eq(article.id, row.id))
    await tx.orm.delete(reference).where(and(eq(reference.articleId, row.id), eq(reference.state, 'draft')))
    if (!wasLive) await tx.orm.delete(redirect).where(eq(redirect.articleId, row.id))
    await recordAudit(tx, actor, 'article.deleted', `article:${row.id}`, { slug: row.slug })
  })
}

async function requireNotLive(tx: Transaction, articleId: string): Promise<void> {
  const live = await tx.orm
    .select({ locale: translation.locale })
    .from(translation)
    .where(and(eq(translation.articleId, articleId), isNotNull(translation.liveRevision)))
  if (live.length === 0) return
  const locales = live.map(({ locale }) => locale)
  throw new IstokError('conflict', `The article is live (${locales.join(', ')}): withdraw it first`, {
    reason: 'article-live',
    arguments: { locales: locales.join(', ') },
    extra: { live: locales },
  })
}
