import { eq, exists, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { foldText } from '#db/fold-text.ts'
import { article, category, translation } from '#db/schema/content.ts'
import type { Audience } from '#lib/document/types.ts'
import { reviewStanding, type Standing } from './review-standing.ts'
import { articleStatusSql, type Status } from './status.ts'

/** What of the articles is wanted; everything that is given must hold. */
export interface ArticleConditions {
  status?: Status
  /** Has a translation that stands there on its way to approval. */
  standing?: Standing
  /** Something to see to: a translation behind its source, a look that is due, losses in what is live. */
  attention?: 'outdated' | 'due' | 'losses'
  /** Slug; with all its subcategories. */
  category?: string
  tag?: string
  audience?: Audience
  /** As it stands in the article, one of several spellings; '' means nobody. */
  owner?: string | string[]
  /** Has a translation in this locale. */
  locale?: string
  /** Part of a title, a question or the slug, in any case. */
  q?: string
}

/** The conditions as SQL over `article` and, by a left join, `category`. `now` in milliseconds. */
export function conditionsOf(orm: BetterSQLite3Database, wanted: ArticleConditions, now: number): (SQL | undefined)[] {
  const own = sql`${translation.articleId} = ${article.id}`
  const needle = foldText(wanted.q?.trim())
  return [
    isNull(article.deletedAt),
    wanted.category === undefined ? undefined : inCategory(wanted.category),
    wanted.tag === undefined ? undefined : sql`EXISTS (SELECT 1 FROM json_each(${article.tags}) WHERE value = ${wanted.tag})`,
    wanted.audience === undefined ? undefined : eq(article.audience, wanted.audience),
    wanted.owner === undefined ? undefined : wanted.owner === '' ? isNull(article.owner) : inArray(article.owner, [wanted.owner].flat()),
    wanted.locale === undefined
      ? undefined
      : exists(orm.select({ one: sql`1` }).from(translation).where(sql`${own} AND ${translation.locale} = ${wanted.locale}`)),
    needle ? matching(needle) : undefined,
    wanted.attention === 'due' ? sql`${dueAt} <= ${now}` : undefined,
    wanted.attention === 'losses' ? sql`EXISTS (SELECT 1 FROM live_loss l WHERE l.article_id = ${article.id})` : undefined,
    wanted.attention === 'outdated' ? isOutdated : undefined,
    wanted.standing === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM ${translation} WHERE ${own} AND ${reviewStanding} = ${wanted.standing})`,
    wanted.status === undefined
      ? undefined
      : sql`${wanted.status === 'draft' || wanted.status === 'withdrawn' ? sql`NOT` : sql``} EXISTS (${isLive})`,
    wanted.status === undefined ? undefined : sql`${articleStatusSql} = ${wanted.status}`,
  ]
}

const day = 24 * 3600 * 1000

/** When each article (of those given) was last looked at: what is live was first published, or approved. One pass over an index; joined as `looked`. */
export function lookedAt(ids?: string[]): SQL {
  const among = (column: string) =>
    ids === undefined ? sql`` : sql` AND ${sql.raw(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  return sql`(SELECT article_id, max(at) AS at, max(live) AS live FROM (
    SELECT r.article_id, r.decided_at AS at, 0 AS live FROM review r WHERE r.state = 'approved'${among('r.article_id')}
    UNION ALL SELECT t.article_id, t.live_since, 1 FROM translation t WHERE t.live_revision IS NOT NULL${among('t.article_id')}
  ) GROUP BY article_id) AS looked`
}
export const ofLooked = sql`looked.article_id = article.id`

/**
 * When somebody has to look at an article again, in milliseconds, in a query that joins `looked`: its interval after what is live was first published or it was last
 * approved, whichever is later. Null: no interval, or never published.
 */
export const dueAt: SQL<number | null> = sql<
  number | null
>`CASE WHEN looked.live = 1 THEN looked.at + article.review_every_days * ${sql.raw(String(day))} END`

/** Asked before the status itself, which costs more. */
const isLive = sql`SELECT 1 FROM translation t WHERE t.article_id = ${article.id} AND t.live_revision IS NOT NULL`

/** The source of a translation changed after they had been found to agree. */
const isOutdated = sql`EXISTS (SELECT 1 FROM translation_match m JOIN translation s ON s.article_id = m.article_id AND s.locale = m.source_locale
  WHERE m.article_id = ${article.id} AND s.hash <> m.source_hash)`

function inCategory(slug: string): SQL {
  return sql`${article.categoryId} IN (WITH RECURSIVE below(id) AS (
    SELECT c.id FROM category c WHERE c.slug = ${slug} UNION SELECT c.id FROM category c JOIN below ON c.parent_id = below.id) SELECT id FROM below)`
}

/** `needle` is folded: case says nothing, ё is е. One pass over the translations, each folded once; the sign between title and questions is in no needle. */
function matching(needle: string): SQL | undefined {
  const texts = sql`folded(${translation.title} || char(1) || ${translation.questions})`
  const saying = sql`${article.id} IN (SELECT ${translation.articleId} FROM ${translation} WHERE instr(${texts}, ${needle}) > 0)`
  return or(sql`instr(${article.slug}, ${needle}) > 0`, saying)
}

/** An article's title for somebody who reads `locale`: in that language, else in the first there is. The index has the titles without the pages of the documents. */
export function titleIn(locale: string): SQL<string> {
  const titles = sql`SELECT t.title FROM ${translation} t INDEXED BY translation_state WHERE t.article_id = ${article.id}`
  return sql<string>`coalesce((${titles} AND t.locale = ${locale}), (${titles} ORDER BY t.locale LIMIT 1), ${article.slug})`
}

/** Joins of every query that uses these conditions. */
export const ofCategory = eq(category.id, article.categoryId)
