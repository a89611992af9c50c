import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Istok } from '../istok.ts'
import { allowedArticles } from './article-rights.ts'
import { factStatus, snippetStatus } from './key-status.ts'
import { requireDrafts } from './require-drafts.ts'
import { type Status, translationStatus } from './status.ts'

type Orm = BetterSQLite3Database

/** An article with drafts that are not live as they stand. Times in milliseconds. */
export interface PendingArticle {
  id: string
  slug: string
  status: Status
  updatedAt: number
  translations: { locale: string; title: string; status: Status; updatedBy: string }[]
}
export interface PendingFact {
  key: string
  title: Record<string, string>
  type: string
  unit: string | null
  values: FactValidity[]
  status: Status
  updatedAt: number
}
export interface PendingSnippet {
  key: string
  title: Record<string, string>
  status: Status
  updatedAt: number
}
export interface Pending {
  articles: PendingArticle[]
  facts: PendingFact[]
  snippets: PendingSnippet[]
}

/** Everything that was changed, is not released yet and the actor may release (all of it for those who may not release at all), last changed first. Throws forbidden (needs write or read:internal). */
export async function listPending(istok: Istok, actor: Actor): Promise<Pending> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const may = releasable(orm, actor)
  return {
    articles: pendingArticles(orm, may.articles),
    facts: pendingFacts(orm, may.keys),
    snippets: pendingSnippets(orm, may.keys),
  }
}

/** Something with this status is not live as it stands. */
export function isPending(status: SQL<Status>): SQL {
  return sql`${status} IN ('draft', 'changed')`
}

/** Conditions for what the actor may release: on `article`, and on facts and snippets. Whoever may not release at all sees what others may. */
export function releasable(orm: Orm, actor: Actor): { articles: SQL | undefined; keys: SQL } {
  const isPartial = !actor.scopes.has('publish') && canSomewhere(actor, 'publish')
  return { articles: isPartial ? allowedArticles(orm, actor, 'publish') : undefined, keys: isPartial ? sql`0` : sql`1` }
}

/** Articles with their pending translations, last changed first. */
export function pendingArticles(orm: Orm, among: SQL | undefined): PendingArticle[] {
  const translations = orm
    .select({
      id: article.id,
      slug: article.slug,
      locale: translation.locale,
      title: translation.title,
      status: translationStatus,
      updatedBy: translation.updatedBy,
      updatedAt: sql<number>`max(${article.updatedAt}, ${translation.updatedAt})`,
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(isNull(article.deletedAt), isPending(translationStatus), among))
    .all()
  const articles = [...Map.groupBy(translations, ({ id }) => id)].map(([id, rows]): PendingArticle => {
    const [first] = rows
    return {
      id,
      slug: first?.slug ?? id,
      status: rows.some(({ status }) => status === 'changed') ? 'changed' : 'draft',
      updatedAt: Math.max(...rows.map(({ updatedAt }) => updatedAt)),
      translations: rows.map(({ locale, title, status, updatedBy }) => ({ locale, title, status, updatedBy })),
    }
  })
  return articles.sort((a, b) => b.updatedAt - a.updatedAt)
}

/** Pending facts, last changed first. */
export function pendingFacts(orm: Orm, among: SQL): PendingFact[] {
  const { key, title, type, unit, values, updatedAt } = fact
  return orm
    .select({ key, title, type, unit, values, status: factStatus, updatedAt })
    .from(fact)
    .where(and(isPending(factStatus), among))
    .orderBy(desc(fact.updatedAt), asc(fact.key))
    .all()
}

/** Pending snippets, last changed first. */
export function pendingSnippets(orm: Orm, among: SQL): PendingSnippet[] {
  const { key, title, updatedAt } = snippet
  return orm
    .select({ key, title, status: snippetStatus, updatedAt })
    .from(snippet)
    .where(and(isPending(snippetStatus), among))
    .orderBy(desc(snippet.updatedAt))
    .all()
}
