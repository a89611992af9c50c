import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from 'drizzle-orm'
import { article, category } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { type ArticleConditions, conditionsOf, dueAt, lookedAt, ofCategory, ofLooked, titleIn } from './article-conditions.ts'
import { type ArticleScope, allowedArticles } from './article-rights.ts'
import { type ArticleEntry, presentArticles } from './present-article.ts'
import { requireDrafts } from './require-drafts.ts'

export type ArticleSort = 'updated' | 'title' | 'due'
export const articleSorts = ['updated', 'title', 'due'] as const

export interface ArticleFilter extends PageInput, ArticleConditions {
  /** `updated`: last changed first (default); `title`: by title in `language`; `due`: what has to be looked at first. */
  sort?: ArticleSort
  /** Of the reader, for titles. */
  language?: string
  /** Only those for which the caller has this right. */
  may?: ArticleScope
}

/** The articles of the house, last changed first unless sorted otherwise. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listArticles(istok: Istok, actor: Actor, filter: ArticleFilter = {}): Promise<Page<ArticleEntry>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const limit = limitOf(filter)
  const { value, order, kind } = orderOf(filter)
  const position = readCursor(filter.cursor, [kind, 'string'])
  const rows = orm
    .select({ row: article, value })
    .from(article)
    .leftJoin(category, ofCategory)
    .leftJoin(needsDue(filter) ? lookedAt() : lookedAt([]), ofLooked)
    .where(
      and(
        ...conditionsOf(orm, filter, now()),
        position === null ? undefined : after(value, filter.sort, position),
        mayOf(orm, actor, filter),
      ),
    )
    .orderBy(order, asc(article.id))
    .limit(limit + 1)
    .all()
  const page = pageOf(rows, limit, ({ row, value }) => [value, row.id])
  return {
    ...page,
    items: await presentArticles(
      orm,
      page.items.map(({ row }) => row),
    ),
  }
}

/** How many articles fulfil the conditions. Throws forbidden (needs write or read:internal). */
export async function countArticles(istok: Istok, actor: Actor, conditions: ArticleConditions): Promise<number> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const found = orm
    .select({ count: sql<number>`count(*)` })
    .from(article)
    .leftJoin(category, ofCategory)
    .leftJoin(needsDue(conditions) ? lookedAt() : lookedAt([]), ofLooked)
    .where(and(...conditionsOf(orm, conditions, now())))
    .get()
  return found?.count ?? 0
}

const mayOf = (orm: Parameters<typeof allowedArticles>[0], actor: Actor, { may }: ArticleFilter) => may && allowedArticles(orm, actor, may)

/** Only an order or a condition by due dates has to know those of all articles. */
export const needsDue = ({ sort, attention }: ArticleFilter): boolean => sort === 'due' || attention === 'due'

/** Instant that stands for "never" in the order by due date: after every real one. */
const never = Number.MAX_SAFE_INTEGER

/** What the articles are ordered by, as a value that a cursor can hold. */
export function orderOf({ sort, language }: ArticleFilter): { value: SQL<string | number>; order: SQL; kind: 'string' | 'number' } {
  if (sort === 'title') {
    const value = titleIn(language ?? 'ru')
    return { value, order: asc(value), kind: 'string' }
  }
  if (sort === 'due') {
    const value = sql<number>`coalesce(${dueAt}, ${sql.raw(String(never))})`
    return { value, order: asc(value), kind: 'number' }
  }
  return { value: sql<number>`${article.updatedAt}`, order: desc(article.updatedAt), kind: 'number' }
}

/** What comes behind a position in that order. */
export function after(value: SQL, sort: ArticleSort | undefined, [last, id]: (string | number)[]): SQL | undefined {
  const beyond = sort === 'title' || sort === 'due' ? gt(value, last) : lt(value, last)
  return or(beyond, and(eq(value, last), gt(article.id, id as string)))
}
