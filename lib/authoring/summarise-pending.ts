import { and, inArray, isNull, sql } from 'drizzle-orm'
import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { ofCategory } from './article-conditions.ts'
import { factStatus, snippetStatus } from './key-status.ts'
import { isPending, type PendingArticle, pendingArticles, releasable } from './list-pending.ts'
import { requireDrafts } from './require-drafts.ts'
import { translationStatus } from './status.ts'

interface Part<Item> {
  count: number
  /** The last changed. */
  items: Item[]
}

/** How much was changed and is not released, with the last of it. */
export interface PendingSummary {
  articles: Part<PendingArticle>
  /** Those that the actor changed last. */
  mine: Part<PendingArticle>
  /** Facts and snippets. */
  keys: Part<{ key: string; title: Record<string, string> }>
}

/** The same as listPending, counted, with at most `shown` of each part. Throws forbidden (needs write or read:internal). */
export async function summarisePending(istok: Istok, actor: Actor, shown: number): Promise<PendingSummary> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const may = releasable(orm, actor)
  const changed = orm
    .select({
      id: article.id,
      at: sql<number>`max(max(${article.updatedAt}, ${translation.updatedAt}))`,
      isMine: sql<number>`max(${translation.updatedBy} = ${actor.id})`,
    })
    .from(translation)
    .innerJoin(article, sql`${article.id} = ${translation.articleId}`)
    .leftJoin(category, ofCategory)
    .where(and(isNull(article.deletedAt), isPending(translationStatus), may.articles))
    .groupBy(article.id)
    .orderBy(sql`2 DESC`)
    .all()
  const mine = changed.filter(({ isMine }) => isMine === 1)
  const first = (rows: typeof changed) => rows.slice(0, shown).map(({ id }) => id)
  const details = pendingArticles(orm, inArray(article.id, [...new Set([...first(changed), ...first(mine)])]))
  const byId = new Map(details.map(one => [one.id, one]))
  const part = (rows: typeof changed) => ({ count: rows.length, items: first(rows).flatMap(id => byId.get(id) ?? []) })
  const pendingFacts = sql`FROM ${fact} WHERE ${isPending(factStatus)} AND ${may.keys}`
  const pendingSnippets = sql`FROM ${snippet} WHERE ${isPending(snippetStatus)} AND ${may.keys}`
  const keys = orm.all<{ key: string; title: string }>(sql`SELECT key, title FROM (SELECT key, title, updated_at ${pendingFacts}
    UNION ALL SELECT key, title, updated_at ${pendingSnippets}) ORDER BY updated_at DESC LIMIT ${shown}`)
  const counted = orm.get<{ count: number }>(sql`SELECT (SELECT count(*) ${pendingFacts}) + (SELECT count(*) ${pendingSnippets}) AS count`)
  return {
    articles: part(changed),
    mine: part(mine),
    keys: {
      count: counted.count,
      items: keys.map(({ key, title }) => ({ key, title: JSON.parse(title) as Record<string, string> })),
    },
  }
}
