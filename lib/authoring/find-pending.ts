import { inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { foldText } from '#db/fold-text.ts'
import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { ofCategory } from './article-conditions.ts'
import { factWords } from './fact-words.ts'
import { factStatus, snippetStatus } from './key-status.ts'
import {
  isPending,
  type PendingArticle,
  type PendingFact,
  type PendingSnippet,
  pendingArticles,
  pendingFacts,
  pendingSnippets,
  releasable,
} from './list-pending.ts'
import { requireDrafts } from './require-drafts.ts'
import { translationStatus } from './status.ts'

type Orm = BetterSQLite3Database

export const pendingKinds = ['articles', 'facts', 'snippets'] as const
export type PendingKind = (typeof pendingKinds)[number]

interface PendingItems {
  articles: PendingArticle
  facts: PendingFact
  snippets: PendingSnippet
}

/** What of the pending is wanted. */
export interface PendingFilter<Kind extends PendingKind = PendingKind> {
  kind: Kind
  /** Words that are all somewhere in the titles, the address or key, or a value, in any case. */
  q?: string
}

export interface PendingPage<Item> extends Page<Item> {
  /** Of how many, on all pages. */
  count: number
}

/** A page of one part of listPending, last changed first, with how many there are. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function findPending<Kind extends PendingKind>(
  istok: Istok,
  actor: Actor,
  filter: PendingFilter<Kind> & PageInput,
): Promise<PendingPage<PendingItems[Kind]>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const position = readCursor(filter.cursor, ['number', 'string'])
  const all = pendingRows(orm, actor, filter)
  const { items, nextCursor } = pageOf(position === null ? all : all.filter(isAfter(position)), limitOf(filter), ({ at, id }) => [at, id])
  const wanted = items.map(({ id }) => id)
  const details: Map<string, PendingItems[PendingKind]> = detailsOf[filter.kind](orm, wanted)
  return { items: wanted.flatMap(id => (details.get(id) ?? []) as PendingItems[Kind]), nextCursor, count: all.length }
}

interface PendingRow {
  id: string
  /** When it was last changed, in milliseconds. */
  at: number
}

/** Ids or keys of all that the filter finds and the actor may see as pending, last changed first. */
export function pendingRows(orm: Orm, actor: Actor, { kind, q }: PendingFilter): PendingRow[] {
  const may = releasable(orm, actor)
  if (kind === 'articles') return articleRows(orm, may.articles, wordsIn(q))
  const words = wordsIn(q)
  const titles = sql`(SELECT group_concat(value, ' ') FROM json_each(title))`
  if (kind === 'snippets') {
    const text = sql`folded(key || ' ' || ${titles})`
    return orm.all(sql`SELECT key AS id, updated_at AS at FROM ${snippet} WHERE ${may.keys} AND ${holdsWords(text, words)}
      AND ${isPending(snippetStatus)} ORDER BY 2 DESC, 1`)
  }
  if (words.length > 0) return factRows(orm, may.keys, words)
  return orm.all(sql`SELECT key AS id, updated_at AS at FROM ${fact} WHERE ${may.keys} AND ${isPending(factStatus)} ORDER BY 2 DESC, 1`)
}

/** Values are looked for as they are shown, which SQL cannot write. */
function factRows(orm: Orm, among: SQL, words: string[]): PendingRow[] {
  return pendingFacts(orm, among)
    .filter(one => {
      const text = factWords(one)
      return words.every(word => text.includes(word) || text.includes(word.replaceAll(',', '.')))
    })
    .map(({ key, updatedAt }) => ({ id: key, at: updatedAt }))
}

function articleRows(orm: Orm, among: SQL | undefined, words: string[]): PendingRow[] {
  return orm
    .select({ id: article.id, at: sql<number>`max(max(${article.updatedAt}, ${translation.updatedAt}))` })
    .from(translation)
    .innerJoin(article, sql`${article.id} = ${translation.articleId}`)
    .leftJoin(category, ofCategory)
    .where(sql`${isNull(article.deletedAt)} AND ${isPending(translationStatus)} AND ${among ?? sql`1`}`)
    .groupBy(article.id)
    .having(holdsWords(sql`folded(${article.slug} || ' ' || group_concat(${translation.title}, ' '))`, words))
    .orderBy(sql`2 DESC, 1`)
    .all()
}

const detailsOf = {
  articles: (orm: Orm, ids: string[]) => new Map(pendingArticles(orm, inArray(article.id, ids)).map(one => [one.id, one])),
  facts: (orm: Orm, keys: string[]) => new Map(pendingFacts(orm, inArray(fact.key, keys)).map(one => [one.key, one])),
  snippets: (orm: Orm, keys: string[]) => new Map(pendingSnippets(orm, inArray(snippet.key, keys)).map(one => [one.key, one])),
}

const isAfter =
  ([at, id]: (string | number)[]) =>
  (row: PendingRow) =>
    row.at < Number(at) || (row.at === at && row.id > String(id))

/** Words as they are compared, without signs around them: a value is stored without its percent. */
function wordsIn(q: string | undefined): string[] {
  return foldText(q)
    .split(/\s+/)
    .map(word => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean)
}

/** A value is stored with a point where people may write a comma. */
function holdsWords(text: SQL, words: string[]): SQL {
  if (words.length === 0) return sql`1`
  const holds = words.map(word => sql`(instr(${text}, ${word}) > 0 OR instr(${text}, ${word.replaceAll(',', '.')}) > 0)`)
  return sql.join(holds, sql` AND `)
}
