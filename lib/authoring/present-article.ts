import { eq, inArray, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema/content.ts'
import { liveLoss } from '#db/schema/releases.ts'
import type { Audience } from '#lib/document/types.ts'
import { dueAt, lookedAt, ofLooked } from './article-conditions.ts'
import { reviewId, reviewStanding, type Standing } from './review-standing.ts'
import { articleStatus, type Status, translationStatus } from './status.ts'
import type { ArticleRow } from './write-article.ts'

/** What lists say of a translation. Times in milliseconds since the epoch. */
export interface TranslationSummary {
  locale: string
  title: string
  status: Status
  version: number
  updatedAt: number
  updatedBy: string
  /** Null: not live. */
  liveRevision: number | null
  liveRelease: number | null
  /** Its way to approval; null: nobody asked, or nothing differs from what is live. */
  standing: Standing | null
  /** The review that says so. */
  reviewId: string | null
}

/** An article as the API shows it. */
export interface ArticleEntry {
  id: string
  slug: string
  /** Slug. */
  category: string | null
  tags: string[]
  audience: Audience
  channels: string[] | null
  owner: string | null
  reviewEveryDays: number | null
  sourceId: string | null
  metadata: Record<string, unknown>
  status: Status
  version: number
  createdAt: number
  updatedAt: number
  /** When somebody has to look at it again; null: no interval, or never published. */
  dueAt: number | null
  /** How many things its live answers lose. */
  losses: number
  translations: TranslationSummary[]
}

/** Puts rows of articles into the API's shape, in their order; four queries however many they are. */
export async function presentArticles(orm: BetterSQLite3Database, rows: ArticleRow[]): Promise<ArticleEntry[]> {
  if (rows.length === 0) return []
  const summaries = Map.groupBy(await readSummaries(orm, rows), ({ articleId }) => articleId)
  const categories = await readCategorySlugs(orm, rows)
  const losses = countLosses(orm, rows)
  const due = readDueDates(orm, rows)
  return rows.map(({ categoryId, deletedAt: _, ...row }) => {
    const translations = (summaries.get(row.id) ?? []).map(({ articleId: _, ...summary }) => summary)
    return {
      ...row,
      category: categoryId === null ? null : (categories.get(categoryId) ?? null),
      status: articleStatus(translations.map(({ status }) => status)),
      dueAt: due.get(row.id) ?? null,
      losses: losses.get(row.id) ?? 0,
      translations,
    }
  })
}

/** One article in the API's shape. */
export async function presentArticle(orm: BetterSQLite3Database, row: ArticleRow): Promise<ArticleEntry> {
  const [entry] = await presentArticles(orm, [row])
  return entry as ArticleEntry
}

function readDueDates(orm: BetterSQLite3Database, rows: ArticleRow[]): Map<string, number | null> {
  const ids = rows.map(({ id }) => id)
  const found = orm.select({ id: article.id, dueAt }).from(article).leftJoin(lookedAt(ids), ofLooked).where(inArray(article.id, ids)).all()
  return new Map(found.map(({ id, dueAt }) => [id, dueAt]))
}

function countLosses(orm: BetterSQLite3Database, rows: ArticleRow[]): Map<string, number> {
  const ids = rows.map(({ id }) => id)
  const found = orm
    .select({ articleId: liveLoss.articleId, count: sql<number>`count(*)` })
    .from(liveLoss)
    .where(inArray(liveLoss.articleId, ids))
    .groupBy(liveLoss.articleId)
    .all()
  return new Map(found.map(({ articleId, count }) => [articleId, count]))
}

async function readSummaries(orm: BetterSQLite3Database, rows: ArticleRow[]) {
  return orm
    .select({
      articleId: translation.articleId,
      locale: translation.locale,
      title: translation.title,
      status: translationStatus,
      version: translation.version,
      updatedAt: translation.updatedAt,
      updatedBy: translation.updatedBy,
      liveRevision: translation.liveRevision,
      liveRelease: translation.liveRelease,
      standing: reviewStanding,
      reviewId,
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(
      inArray(
        translation.articleId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(translation.articleId, translation.locale)
}

async function readCategorySlugs(orm: BetterSQLite3Database, rows: ArticleRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ categoryId }) => categoryId ?? [])
  const found = await orm.select({ id: category.id, slug: category.slug }).from(category).where(inArray(category.id, ids))
  return new Map(found.map(({ id, slug }) => [id, slug]))
}
