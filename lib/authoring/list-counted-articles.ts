import { and, asc, inArray, sql } from 'drizzle-orm'
import { article, category } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, pageOf, readCursor } from '#lib/access/cursor.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { conditionsOf, lookedAt, ofCategory, ofLooked } from './article-conditions.ts'
import { type ArticleFilter, after, countArticles, listArticles, needsDue, orderOf } from './list-articles.ts'
import { type ArticleEntry, presentArticles } from './present-article.ts'
import { requireDrafts } from './require-drafts.ts'

/** A page of the articles, as listArticles gives it, and how many there are on all pages. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listCountedArticles(
  istok: Istok,
  actor: Actor,
  filter: Omit<ArticleFilter, 'may'>,
): Promise<Page<ArticleEntry> & { count: number }> {
  if (isLookedFor(filter)) return findAll(istok, actor, filter)
  return { ...(await listArticles(istok, actor, filter)), count: await countArticles(istok, actor, filter) }
}

/** No index knows these: every article is looked at, whether for one page or for the count. */
const isLookedFor = ({ q, status, standing, attention }: ArticleFilter): boolean =>
  Boolean(q?.trim()) || [status, standing, attention].some(one => one !== undefined)

/** Looks at every article once. */
async function findAll(istok: Istok, actor: Actor, filter: ArticleFilter): Promise<Page<ArticleEntry> & { count: number }> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const { value, order, kind } = orderOf(filter)
  const position = readCursor(filter.cursor, [kind, 'string'])
  const isBehind = sql<number>`${(position && after(value, filter.sort, position)) ?? sql`1`}`
  const all = orm
    .select({ id: article.id, value, isBehind })
    .from(article)
    .leftJoin(category, ofCategory)
    .leftJoin(needsDue(filter) ? lookedAt() : lookedAt([]), ofLooked)
    .where(and(...conditionsOf(orm, filter, now())))
    .orderBy(order, asc(article.id))
    .all()
  const rest = all.filter(({ isBehind }) => isBehind === 1)
  const { items, nextCursor } = pageOf(rest, limitOf(filter), ({ id, value }) => [value, id])
  const ids = items.map(({ id }) => id)
  const rows = new Map(
    orm
      .select()
      .from(article)
      .where(inArray(article.id, ids))
      .all()
      .map(row => [row.id, row]),
  )
  const page = await presentArticles(
    orm,
    ids.flatMap(id => rows.get(id) ?? []),
  )
  return { items: page, nextCursor, count: all.length }
}
