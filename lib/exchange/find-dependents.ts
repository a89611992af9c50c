import { and, eq, isNotNull, notExists, or } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { reference } from '#db/schema/facts.ts'
import type { Istok } from '../istok.ts'

/** A draft that cannot be published because what it links to is not. */
export interface Dependent {
  articleId: string
  /** The slug of the article that it links to. */
  target: string
}

/** Those of `articles` whose drafts link, themselves or through others of them, to an article of `blocked` that is live nowhere. In the order in which they are reached. */
export function findDependents({ database }: Istok, articles: readonly string[], blocked: readonly string[]): Dependent[] {
  const { orm } = database.reader
  const live = orm
    .select({ id: translation.articleId })
    .from(translation)
    .where(and(eq(translation.articleId, article.id), isNotNull(translation.liveRevision)))
  const left = new Set(articles)
  const found: Dependent[] = []
  for (let reached = [...blocked]; reached.length > 0; ) {
    const rows = reached.flatMap(id =>
      orm
        .select({ articleId: reference.articleId, target: article.slug })
        .from(article)
        .innerJoin(reference, or(eq(reference.key, article.id), eq(reference.key, article.slug)))
        .where(and(eq(article.id, id), eq(reference.kind, 'article'), eq(reference.state, 'draft'), notExists(live)))
        .all(),
    )
    reached = []
    for (const row of rows) {
      if (!left.delete(row.articleId)) continue
      found.push(row)
      reached.push(row.articleId)
    }
  }
  return found
}
