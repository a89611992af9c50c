import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article } from '#db/schema/content.ts'
import { head } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { categoryPath, readCategoryPaths } from '#lib/access/category-path.ts'
import { canIn, canSomewhere, requireIn, requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

type Orm = BetterSQLite3Database

/** What can be allowed for the articles of a category. To write needs the right where the draft stands; to approve and to publish also where its live answers stand. */
export const articleScopes = ['write', 'approve', 'publish'] as const
export type ArticleScope = (typeof articleScopes)[number]
export type ArticleRights = Record<ArticleScope, boolean>

/** A condition on `article`: those for which the actor has the scope; undefined: all of them. */
export function allowedArticles(orm: Orm, actor: Actor, scope: ArticleScope): SQL | undefined {
  if (actor.scopes.has(scope)) return undefined
  const granted = grantedIn(orm, actor, scope)
  if (granted.length === 0) return sql`0`
  const draftThere = inArray(
    article.categoryId,
    granted.map(({ id }) => id),
  )
  if (scope === 'write') return draftThere
  const slugs = granted.map(({ slug }) => slug)
  const liveElsewhere = orm
    .select({ one: sql`1` })
    .from(head)
    .where(and(eq(head.articleId, article.id), or(isNull(head.category), sql`${head.category} NOT IN ${slugs}`)))
  return and(draftThere, sql`NOT EXISTS ${liveElsewhere}`)
}

/** Of these articles, those for which the actor has the scope. One that does not exist is none. */
export function articlesWith(orm: Orm, actor: Actor, scope: ArticleScope, ids: readonly string[]): Set<string> {
  const allowed = allowedArticles(orm, actor, scope)
  if (allowed === undefined) return new Set(ids)
  if (!canSomewhere(actor, scope)) return new Set()
  const found = orm
    .select({ id: article.id })
    .from(article)
    .where(and(sql`${article.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`, isNull(article.deletedAt), allowed))
    .all()
  return new Set(found.map(({ id }) => id))
}

/** Passes when the actor has the scope for the article. Throws unauthenticated, forbidden, not_found (only to somebody who has the scope in some category). */
export function requireArticle(orm: Orm, actor: Actor, scope: ArticleScope, articleId: string): void {
  if (actor.scopes.has(scope)) return
  if (!canSomewhere(actor, scope)) requireScope(actor, scope)
  if (articlesWith(orm, actor, scope, [articleId]).has(articleId)) return
  const known = orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.id, articleId), isNull(article.deletedAt)))
    .get()
  if (!known) throw new IstokError('not_found', `There is no article "${articleId}"`)
  throw new IstokError(
    'forbidden',
    `This needs the scope "${scope}" in the category of the article${scope === 'write' ? '' : ', of its draft and of what is live'}`,
  )
}

/** Passes when the actor may write articles in the category (id; null: in none). Throws unauthenticated, forbidden. */
export function requireCategory(orm: Orm, actor: Actor, categoryId: string | null): void {
  if (!actor.scopes.has('write')) requireIn(actor, 'write', categoryPath(orm, categoryId))
}

/** Passes when a category that goes from one place to another gives the actor nothing in it that he has not now. Throws forbidden. */
export function requireNoGain(orm: Orm, actor: Actor, from: string | null, to: string | null): void {
  if (from === to || !actor.grants) return
  const [before, after] = [categoryPath(orm, from), categoryPath(orm, to)]
  const gained = articleScopes.find(scope => canIn(actor, scope, after) && !canIn(actor, scope, before))
  if (gained)
    throw new IstokError('forbidden', `There you may "${gained}", and here you may not: somebody with both rights moves the category`)
}

/** What the actor may do with each of these articles, by id. Throws unauthenticated, forbidden (needs write or read:internal). */
export function readArticleRights(istok: Istok, actor: Actor, ids: readonly string[]): Map<string, ArticleRights> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const allowed = articleScopes.map(scope => [scope, articlesWith(orm, actor, scope, ids)] as const)
  return new Map(ids.map(id => [id, Object.fromEntries(allowed.map(([scope, those]) => [scope, those.has(id)])) as ArticleRights]))
}

/** What the actor may do with one article. Throws as readArticleRights. */
export function readRights(istok: Istok, actor: Actor, id: string): ArticleRights {
  return readArticleRights(istok, actor, [id]).get(id) as ArticleRights
}

/** Slugs of the categories into which the actor may write articles; null: all, and none. Throws as readArticleRights. */
export function readWritableCategories(istok: Istok, actor: Actor): Set<string> | null {
  requireDrafts(actor)
  return actor.scopes.has('write') ? null : new Set(grantedIn(istok.database.reader.orm, actor, 'write').map(({ slug }) => slug))
}

function grantedIn(orm: Orm, actor: Actor, scope: ArticleScope) {
  return actor.grants ? readCategoryPaths(orm).filter(({ path }) => canIn(actor, scope, path)) : []
}
