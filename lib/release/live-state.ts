import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { fact, factRevision, snippet, snippetRevision } from '#db/schema/facts.ts'
import { findLive } from '#lib/review/read-draft.ts'
import type { FactContent, PublishedContent, SnippetContent } from './change.ts'

type Orm = BetterSQLite3Database

/** The content that is live for a translation, with its revision number; null when nothing is. */
export function findLiveContent(orm: Orm, articleId: string, locale: string): (PublishedContent & { revision: number }) | null {
  const live = findLive(orm, { articleId, locale })
  return live && { ...live, revision: live.number }
}

/** The live content of a fact; null when it was never released or is withdrawn. */
export function findLiveFact(orm: Orm, key: string): FactContent | null {
  return prepared(orm, liveFact).get({ key }) ?? null
}

const liveFact = (orm: Orm) =>
  orm
    .select({ type: factRevision.type, unit: factRevision.unit, title: factRevision.title, values: factRevision.values })
    .from(fact)
    .innerJoin(factRevision, and(eq(factRevision.key, fact.key), eq(factRevision.number, fact.liveRevision)))
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()

/** The live content of a snippet; null when it was never released or is withdrawn. */
export function findLiveSnippet(orm: Orm, key: string): SnippetContent | null {
  return prepared(orm, liveSnippet).get({ key }) ?? null
}

const liveSnippet = (orm: Orm) =>
  orm
    .select({ title: snippetRevision.title, documents: snippetRevision.documents })
    .from(snippet)
    .innerJoin(snippetRevision, and(eq(snippetRevision.key, snippet.key), eq(snippetRevision.number, snippet.liveRevision)))
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()
