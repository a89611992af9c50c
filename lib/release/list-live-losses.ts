import { and, count, countDistinct, desc, eq, sql } from 'drizzle-orm'
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
  const { articleId, locale } = liveLoss
  const most = await orm
    .select({ articleId, locale, losses: count(), all: sql<number>`count(*) OVER ()` })
    .from(liveLoss)
    .groupBy(articleId, locale)
    .orderBy(desc(count()), articleId)
    .limit(limit)
  // Titles stand in rows with whole documents: only those that are shown are read.
  const items = most.map(({ all: _, ...row }) => {
    const ofRow = and(eq(articleId, row.articleId), eq(locale, row.locale))
    const shown = orm
      .select({ channels: countDistinct(liveLoss.channel) })
      .from(liveLoss)
      .where(ofRow)
      .get()
    const named = orm
      .select({ title: translation.title })
      .from(translation)
      .where(and(eq(translation.articleId, row.articleId), eq(translation.locale, row.locale)))
      .get()
    return { ...row, title: named?.title ?? '', channels: shown?.channels ?? 0 }
  })
  return { items, count: most[0]?.all ?? 0 }
}
