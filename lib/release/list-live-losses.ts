import { and, count, countDistinct, desc, eq } from 'drizzle-orm'
import { translation } from '#db/schema/content.ts'
import { liveLoss } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'

/** A live translation that loses something. */
export interface LossyTranslation {
  articleId: string
  locale: string
  title: string
  losses: number
  /** In so many channels. */
  channels: number
}

/** The live translations with losses, those with most first; at most `limit`, and how many there are. Throws forbidden (needs read:internal). */
export async function listLiveLosses(
  istok: Istok,
  actor: Actor,
  { limit }: { limit: number },
): Promise<{ items: LossyTranslation[]; count: number }> {
  requireScope(actor, 'read:internal')
  const { orm } = istok.database.reader
  const rows = await orm
    .select({
      articleId: liveLoss.articleId,
      locale: liveLoss.locale,
      title: translation.title,
      losses: count(),
      channels: countDistinct(liveLoss.channel),
    })
    .from(liveLoss)
    .innerJoin(translation, and(eq(translation.articleId, liveLoss.articleId), eq(translation.locale, liveLoss.locale)))
    .groupBy(liveLoss.articleId, liveLoss.locale)
    .orderBy(desc(count()), liveLoss.articleId)
  return { items: rows.slice(0, limit), count: rows.length }
}
