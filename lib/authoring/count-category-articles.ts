import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category } from '#db/schema/content.ts'
import { head } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** Articles that stand directly in a category: as drafted, and with live answers. */
export interface CategoryUse {
  articles: number
  live: number
}

/** How many articles stand in each category, by its slug; a category without any is not named. Throws forbidden (needs write or read:internal). */
export async function countCategoryArticles(istok: Istok, actor: Actor): Promise<Record<string, CategoryUse>> {
  requireDrafts(actor)
  return countUses(istok.database.reader.orm)
}

export function countUses(orm: BetterSQLite3Database): Record<string, CategoryUse> {
  const uses: Record<string, CategoryUse> = {}
  const drafted = orm.all<{ slug: string; count: number }>(
    sql`SELECT ${category.slug} AS slug, count(*) AS count FROM ${article} JOIN ${category} ON ${category.id} = ${article.categoryId}
      WHERE ${article.deletedAt} IS NULL GROUP BY ${category.slug}`,
  )
  const live = orm.all<{ slug: string | null; count: number }>(
    sql`SELECT ${head.category} AS slug, count(DISTINCT ${head.articleId}) AS count FROM ${head} GROUP BY ${head.category}`,
  )
  for (const { slug, count } of drafted) uses[slug] = { articles: count, live: 0 }
  for (const { slug, count } of live) if (slug !== null) uses[slug] = { articles: uses[slug]?.articles ?? 0, live: count }
  return uses
}
