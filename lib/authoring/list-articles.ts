import { and, desc, eq, exists, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Audience } from '#lib/document/types.ts'
import type { Istok } from '../istok.ts'
import { type ArticleEntry, presentArticles } from './present-article.ts'
import { requireDrafts } from './require-drafts.ts'
import { articleStatusSql, type Status } from './status.ts'

export interface ArticleFilter extends PageInput {
  status?: Status
  /** Slug; without its subcategories. */
  category?: string
  tag?: string
  audience?: Audience
  /** Has a translation in this locale. */
  locale?: string
  /** Part of a title or slug, in any case. */
  q?: string
}

/** The articles of the house, last changed first. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listArticles(istok: Istok, actor: Actor, filter: ArticleFilter = {}): Promise<Page<ArticleEntry>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const limit = limitOf(filter)
  const rows = await orm
    .select({ row: article })
    .from(article)
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(isNull(article.deletedAt), ...conditionsOf(orm, filter)))
    .orderBy(desc(article.updatedAt), article.id)
    .limit(limit + 1)
  const page = pageOf(
    rows.map(({ row }) => row),
    limit,
    row => [row.updatedAt, row.id],
  )
  return { ...page, items: await presentArticles(orm, page.items) }
}

function conditionsOf(orm: BetterSQLite3Database, filter: ArticleFilter): (SQL | undefined)[] {
  const [updatedAt, id] = readCursor(filter.cursor, ['number', 'string']) ?? []
  const needle = filter.q?.trim().toLowerCase()
  const translations = orm.select({ one: sql`1` }).from(translation)
  const own = eq(translation.articleId, article.id)
  return [
    updatedAt === undefined
      ? undefined
      : or(lt(article.updatedAt, updatedAt as number), and(eq(article.updatedAt, updatedAt as number), sql`${article.id} > ${id}`)),
    filter.category === undefined ? undefined : eq(category.slug, filter.category),
    filter.tag === undefined ? undefined : sql`EXISTS (SELECT 1 FROM json_each(${article.tags}) WHERE value = ${filter.tag})`,
    filter.audience === undefined ? undefined : eq(article.audience, filter.audience),
    filter.locale === undefined ? undefined : exists(translations.where(and(own, eq(translation.locale, filter.locale)))),
    filter.status === undefined ? undefined : sql`${articleStatusSql} = ${filter.status}`,
    needle ? matching(needle) : undefined,
  ]
}

/** SQLite lowers ASCII only, so the Cyrillic letters are matched in both cases by trying the word as typed, lowered and capitalised. */
function matching(needle: string): SQL | undefined {
  const forms = [...new Set([needle, `${needle.slice(0, 1).toUpperCase()}${needle.slice(1)}`, needle.toUpperCase()])]
  const inTitle = forms.map(form => sql`instr(${translation.title}, ${form}) > 0`)
  const title = sql`EXISTS (SELECT 1 FROM ${translation} WHERE ${translation.articleId} = ${article.id} AND (${or(...inTitle)}))`
  return or(sql`instr(${article.slug}, ${needle}) > 0`, title)
}
