import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, category, tag } from '#db/schema/content.ts'
import { head, redirect } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { type ArticleFields, requireArticleFields } from './article-fields.ts'
import { requireCategory } from './article-rights.ts'
import { recordContribution } from './record-contribution.ts'

type Orm = BetterSQLite3Database
export type ArticleRow = typeof article.$inferSelect

/** What of an article is published with its text. */
const published: ReadonlySet<string> = new Set(['slug', 'categoryId', 'tags', 'audience', 'channels'])

/** Adds an article. Throws forbidden (needs write in its category), invalid (fields, unknown category), conflict (the slug or the source id is another article's). */
export async function insertArticle(tx: Transaction, actor: Actor, fields: ArticleFields & { slug: string }): Promise<ArticleRow> {
  requireArticleFields(fields)
  const id = newId()
  const categoryId = await categoryIdOf(tx, fields.category ?? null)
  requireCategory(tx.orm, actor, categoryId)
  await requireFreeSlug(tx, fields.slug, id)
  if (fields.sourceId != null) await requireFreeSource(tx, fields.sourceId, id)
  const row: ArticleRow = {
    id,
    slug: fields.slug,
    categoryId,
    tags: await keepTags(tx, fields.tags ?? []),
    audience: fields.audience ?? 'public',
    channels: sorted(fields.channels ?? null),
    owner: fields.owner ?? null,
    reviewEveryDays: fields.reviewEveryDays ?? null,
    sourceId: fields.sourceId ?? null,
    metadata: fields.metadata ?? {},
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
    deletedAt: null,
  }
  await prepared(tx.orm, insertRow).execute({ ...row })
  await recordContribution(tx, actor, { articleId: id, locale: '' })
  await recordAudit(tx, actor, 'article.created', `article:${id}`, { slug: row.slug })
  return row
}

const insertRow = (orm: Orm) =>
  orm
    .insert(article)
    .values({
      id: sql.placeholder('id'),
      slug: sql.placeholder('slug'),
      categoryId: sql.placeholder('categoryId'),
      tags: sql.placeholder('tags'),
      audience: sql.placeholder('audience'),
      channels: sql.placeholder('channels'),
      owner: sql.placeholder('owner'),
      reviewEveryDays: sql.placeholder('reviewEveryDays'),
      sourceId: sql.placeholder('sourceId'),
      metadata: sql.placeholder('metadata'),
      version: sql.placeholder('version'),
      createdAt: sql.placeholder('createdAt'),
      updatedAt: sql.placeholder('updatedAt'),
      deletedAt: sql.placeholder('deletedAt'),
    })
    .prepare()

/** Changes the given fields; the version grows only when something is different. Throws as insertArticle; who moves it needs write in both categories. */
export async function changeArticle(tx: Transaction, actor: Actor, before: ArticleRow, fields: ArticleFields): Promise<ArticleRow> {
  requireArticleFields(fields)
  const categoryId = fields.category === undefined ? before.categoryId : await categoryIdOf(tx, fields.category)
  for (const place of new Set([before.categoryId, categoryId])) requireCategory(tx.orm, actor, place)
  if (fields.slug !== undefined && fields.slug !== before.slug) await requireFreeSlug(tx, fields.slug, before.id)
  if (fields.sourceId != null && fields.sourceId !== before.sourceId) await requireFreeSource(tx, fields.sourceId, before.id)
  const after: ArticleRow = {
    ...before,
    slug: fields.slug ?? before.slug,
    categoryId,
    tags: fields.tags === undefined ? before.tags : await keepTags(tx, fields.tags),
    audience: fields.audience ?? before.audience,
    channels: fields.channels === undefined ? before.channels : sorted(fields.channels),
    owner: fields.owner === undefined ? before.owner : fields.owner,
    reviewEveryDays: fields.reviewEveryDays === undefined ? before.reviewEveryDays : fields.reviewEveryDays,
    sourceId: fields.sourceId === undefined ? before.sourceId : fields.sourceId,
    metadata: fields.metadata ?? before.metadata,
  }
  const changed = (Object.keys(after) as (keyof ArticleRow)[]).filter(key => JSON.stringify(after[key]) !== JSON.stringify(before[key]))
  if (changed.length === 0) return before
  const row = { ...after, version: before.version + 1, updatedAt: tx.now }
  await tx.orm.update(article).set(row).where(eq(article.id, before.id))
  if (changed.some(key => published.has(key))) await recordContribution(tx, actor, { articleId: before.id, locale: '' })
  await recordAudit(tx, actor, 'article.updated', `article:${before.id}`, { slug: row.slug, changed, version: row.version })
  return row
}

/** The article, unless it was deleted. Throws not_found. */
export async function readArticleRow(orm: Orm, id: string): Promise<ArticleRow> {
  const row = await prepared(orm, byId).get({ id })
  if (!row) throw new IstokError('not_found', `There is no article "${id}"`)
  return row
}

/** Says that the draft of an article changed, for lists by time. */
export async function touchArticle(tx: Transaction, id: string): Promise<void> {
  await prepared(tx.orm, touch).execute({ id, at: tx.now })
}

/** True when another article has the slug, had it once (and redirects), or is live under it. */
export function isTakenSlug(orm: Orm, slug: string, articleId: string): boolean {
  const place = { slug, articleId }
  const taken = prepared(orm, slugOfOther).get(place) ?? prepared(orm, redirectOfOther).get(place) ?? prepared(orm, headOfOther).get(place)
  return taken !== undefined
}

async function requireFreeSlug(tx: Transaction, slug: string, articleId: string): Promise<void> {
  if (!isTakenSlug(tx.orm, slug, articleId)) return
  throw new IstokError('conflict', `The slug "${slug}" belongs to another article`, {
    reason: 'taken',
    arguments: { value: slug },
    errors: [{ pointer: '/slug', message: `"${slug}" is taken`, reason: 'taken', arguments: { value: slug } }],
  })
}

async function requireFreeSource(tx: Transaction, sourceId: string, articleId: string): Promise<void> {
  const other = await prepared(tx.orm, sourceOfOther).get({ sourceId, articleId })
  if (other)
    throw new IstokError('conflict', `The source "${sourceId}" belongs to another article`, {
      reason: 'taken',
      arguments: { value: sourceId },
      errors: [{ pointer: '/sourceId', message: 'is taken', reason: 'taken', arguments: { value: sourceId } }],
    })
}

const sourceOfOther = (orm: Orm) =>
  orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.sourceId, sql.placeholder('sourceId')), ne(article.id, sql.placeholder('articleId'))))
    .prepare()

async function categoryIdOf(tx: Transaction, slug: string | null): Promise<string | null> {
  if (slug === null) return null
  const found = await prepared(tx.orm, categoryBySlug).get({ slug })
  if (found) return found.id
  throw new IstokError('invalid', `There is no category "${slug}"`, {
    errors: [{ pointer: '/category', message: `there is no category "${slug}"`, reason: 'missing', arguments: { value: slug } }],
  })
}

/** A tag exists from its first use on. */
async function keepTags(tx: Transaction, tags: string[]): Promise<string[]> {
  const unique = [...new Set(tags)]
  for (const slug of unique) await prepared(tx.orm, insertTag).execute({ slug, at: tx.now })
  return unique
}

function sorted(kinds: string[] | null): string[] | null {
  return kinds === null ? null : [...new Set(kinds)].sort()
}

const byId = (orm: Orm) =>
  orm
    .select()
    .from(article)
    .where(and(eq(article.id, sql.placeholder('id')), isNull(article.deletedAt)))
    .prepare()
const touch = (orm: Orm) =>
  orm
    .update(article)
    .set({ updatedAt: sql`${sql.placeholder('at')}` })
    .where(eq(article.id, sql.placeholder('id')))
    .prepare()
const categoryBySlug = (orm: Orm) =>
  orm
    .select({ id: category.id })
    .from(category)
    .where(eq(category.slug, sql.placeholder('slug')))
    .prepare()
const insertTag = (orm: Orm) =>
  orm
    .insert(tag)
    .values({ slug: sql.placeholder('slug'), title: {}, createdAt: sql.placeholder('at') })
    .onConflictDoNothing()
    .prepare()
const slugOfOther = (orm: Orm) =>
  orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.slug, sql.placeholder('slug')), ne(article.id, sql.placeholder('articleId'))))
    .prepare()
const redirectOfOther = (orm: Orm) =>
  orm
    .select({ id: redirect.articleId })
    .from(redirect)
    .where(and(eq(redirect.slug, sql.placeholder('slug')), ne(redirect.articleId, sql.placeholder('articleId'))))
    .prepare()
const headOfOther = (orm: Orm) =>
  orm
    .select({ id: head.articleId })
    .from(head)
    .where(and(eq(head.slug, sql.placeholder('slug')), ne(head.articleId, sql.placeholder('articleId'))))
    .limit(1)
    .prepare()
