import { and, desc, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema/content.ts'
import { type ReviewState, review } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { allowedArticles } from '#lib/authoring/article-rights.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { translationStatus } from '#lib/authoring/status.ts'
import type { Istok } from '../istok.ts'
import { presentReviews, type ReviewEntry } from './present-review.ts'
import { approvalRule } from './workflow-settings.ts'

export interface ReviewFilter extends PageInput {
  /** `waiting`: open, and the actor may approve it. `mine`: asked for by the actor. `sentBack`: those of them that came back and were neither sent again nor published. */
  view?: 'waiting' | 'mine' | 'sentBack' | 'all'
  state?: ReviewState
  articleId?: string
  locale?: string
}

/** Reviews, the newest first. Throws unauthenticated, forbidden (needs write or read:internal), invalid (cursor). */
export async function listReviews(istok: Istok, actor: Actor, filter: ReviewFilter = {}): Promise<Page<ReviewEntry>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const limit = limitOf(filter)
  const position = readCursor(filter.cursor, ['number', 'string'])
  const rows = orm
    .select({ row: review })
    .from(review)
    .innerJoin(article, and(eq(article.id, review.articleId), isNull(article.deletedAt)))
    .where(
      and(
        ...conditionsOf(orm, actor, filter),
        position === null
          ? undefined
          : or(
              lt(review.requestedAt, position[0] as number),
              and(eq(review.requestedAt, position[0] as number), lt(review.id, position[1] as string)),
            ),
      ),
    )
    .orderBy(desc(review.requestedAt), desc(review.id))
    .limit(limit + 1)
    .all()
  const page = pageOf(
    rows.map(({ row }) => row),
    limit,
    row => [row.requestedAt, row.id],
  )
  return { ...page, items: presentReviews(orm, actor, page.items) }
}

/** How many reviews wait for the actor. Throws as listReviews. */
export async function countWaiting(istok: Istok, actor: Actor): Promise<number> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const conditions = conditionsOf(orm, actor, { view: 'waiting' })
  const found = orm
    .select({ count: sql<number>`count(*)` })
    .from(review)
    .innerJoin(article, and(eq(article.id, review.articleId), isNull(article.deletedAt)))
    .where(and(...conditions))
    .get()
  return found?.count ?? 0
}

function conditionsOf(orm: BetterSQLite3Database, actor: Actor, { view, state, articleId, locale }: ReviewFilter): (SQL | undefined)[] {
  const waiting = view === 'waiting'
  return [
    waiting ? eq(review.state, 'open') : undefined,
    waiting ? allowedArticles(orm, actor, 'approve') : undefined,
    waiting && approvalRule(orm) === 'four-eyes' ? sql`NOT EXISTS (${ownChangeSince(actor)})` : undefined,
    view === 'mine' || view === 'sentBack' ? eq(review.requestedBy, actor.id) : undefined,
    view === 'sentBack' ? and(eq(review.state, 'rejected'), isNewest, isUnpublished) : undefined,
    state === undefined ? undefined : eq(review.state, state),
    articleId === undefined ? undefined : eq(review.articleId, articleId),
    locale === undefined ? undefined : eq(review.locale, locale),
  ]
}

const isNewest = sql`${review.id} = (SELECT r.id FROM review r WHERE r.article_id = ${review.articleId} AND r.locale = ${review.locale}
  AND r.state IN ('open', 'approved', 'rejected') ORDER BY r.requested_at DESC, r.id DESC LIMIT 1)`
const isUnpublished = sql`EXISTS (SELECT 1 FROM ${translation} JOIN ${article} ON ${article.id} = ${translation.articleId}
  LEFT JOIN ${category} ON ${category.id} = ${article.categoryId}
  WHERE ${translation.articleId} = ${review.articleId} AND ${translation.locale} = ${review.locale} AND ${translationStatus} <> 'published')`

/** A change by the actor since the translation was last approved; says the same as `authorsSinceApproval`. */
function ownChangeSince(actor: Actor): SQL {
  return sql`SELECT 1 FROM contribution c WHERE c.article_id = ${review.articleId} AND c.locale IN ('', ${review.locale}) AND c.actor = ${actor.id}
    AND c.id > (SELECT coalesce(max(a.contribution), 0) FROM review a WHERE a.article_id = ${review.articleId} AND a.locale = ${review.locale} AND a.state = 'approved')`
}
