import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema/content.ts'
import { translationStatus } from '#lib/authoring/status.ts'

/** How many of the articles that `which` selects by id (a query of one column) are live while their drafts say something else. */
export function countUnpublished(orm: BetterSQLite3Database, which: SQL): number {
  const changed = orm
    .selectDistinct({ id: translation.articleId })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(isNotNull(translation.liveRevision), sql`${article.id} IN (${which})`, sql`${translationStatus} = 'changed'`))
    .all()
  return changed.length
}
