import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { article, category, fact, snippet, translation } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Istok } from '../istok.ts'
import { allowedArticles } from './article-rights.ts'
import { factStatus, snippetStatus } from './key-status.ts'
import { requireDrafts } from './require-drafts.ts'
import { type Status, translationStatus } from './status.ts'

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
  const isPartial = !actor.scopes.has('publish') && canSomewhere(actor, 'publish')
  const translations = await orm
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
    .where(
      and(
        isNull(article.deletedAt),
        sql`${translationStatus} IN ('draft', 'changed')`,
        isPartial ? allowedArticles(orm, actor, 'publish') : undefined,
      ),
    )
  const facts = await orm
    .select({
      key: fact.key,
      title: fact.title,
      type: fact.type,
      unit: fact.unit,
      values: fact.values,
      status: factStatus,
      updatedAt: fact.updatedAt,
    })
    .from(fact)
    .where(isPartial ? sql`0` : sql`${factStatus} IN ('draft', 'changed')`)
    .orderBy(desc(fact.updatedAt))
  const snippets = await orm
    .select({ key: snippet.key, title: snippet.title, status: snippetStatus, updatedAt: snippet.updatedAt })
    .from(snippet)
    .where(isPartial ? sql`0` : sql`${snippetStatus} IN ('draft', 'changed')`)
    .orderBy(desc(snippet.updatedAt))
  const byArticle = Map.groupBy(translations, ({ id }) => id)
  const articles = [...byArticle].map(([id, rows]): PendingArticle => {
    const [first] = rows
    return {
      id,
      slug: first?.slug ?? id,
      status: rows.some(({ status }) => status === 'changed') ? 'changed' : 'draft',
      updatedAt: Math.max(...rows.map(({ updatedAt }) => updatedAt)),
      translations: rows.map(({ locale, title, status, updatedBy }) => ({ locale, title, status, updatedBy })),
    }
  })
  return { articles: articles.sort((a, b) => b.updatedAt - a.updatedAt), facts, snippets }
}
