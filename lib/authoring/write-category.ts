import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { category } from '#db/schema/content.ts'
import { head } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { categoryPath, readCategoryPaths } from '#lib/access/category-path.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { newId } from '../new-id.ts'
import { requireNoGain } from './article-rights.ts'
import { changeArticlesIn } from './change-articles-in.ts'
import type { CategoryEntry } from './list-categories.ts'
import { localesFaults } from './localised.ts'

export interface CategoryFields {
  slug?: string
  /** By locale; at least one. */
  title?: Record<string, string>
  description?: Record<string, string>
  /** Slug of the category above; null: top. */
  parent?: string | null
  /** Place among its neighbours, ascending. */
  position?: number
}
export type CategoryRow = typeof category.$inferSelect

/** A breadcrumb of more levels helps nobody. */
const deepest = 6

/** Adds a category. Throws invalid (fields, unknown parent), conflict (slug). */
export async function insertCategory(
  tx: Transaction,
  actor: Actor,
  fields: CategoryFields & Required<Pick<CategoryFields, 'slug' | 'title'>>,
): Promise<CategoryEntry> {
  requireCategoryFields(fields)
  const row: CategoryRow = {
    id: newId(),
    slug: fields.slug,
    parentId: await parentIdOf(tx.orm, fields.parent ?? null, null),
    position: fields.position ?? 0,
    title: fields.title,
    description: fields.description ?? {},
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  }
  if (await findCategory(tx.orm, fields.slug)) throw taken(fields.slug)
  await tx.orm.insert(category).values(row)
  await recordAudit(tx, actor, 'category.created', `category:${row.id}`, { slug: row.slug, title: row.title })
  return { ...entryOf(row), parent: fields.parent ?? null }
}

/** Changes the given fields; the version grows only when something is different. Throws as insertCategory, invalid when it would be above itself, forbidden when the actor had more rights there. */
export async function changeCategory(tx: Transaction, actor: Actor, before: CategoryRow, fields: CategoryFields): Promise<CategoryRow> {
  requireCategoryFields(fields)
  if (fields.slug !== undefined && fields.slug !== before.slug) await requireFreeSlug(tx, before.slug, fields.slug)
  const after: CategoryRow = {
    ...before,
    slug: fields.slug ?? before.slug,
    parentId: fields.parent === undefined ? before.parentId : await parentIdOf(tx.orm, fields.parent, before),
    position: fields.position ?? before.position,
    title: fields.title ?? before.title,
    description: fields.description ?? before.description,
  }
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  requireNoGain(tx.orm, actor, before.parentId, after.parentId)
  const row = { ...after, version: before.version + 1, updatedAt: tx.now }
  await tx.orm.update(category).set(row).where(eq(category.id, before.id))
  const changed = (['slug', 'parentId', 'position', 'title', 'description'] as const).filter(
    name => JSON.stringify(row[name]) !== JSON.stringify(before[name]),
  )
  if (row.slug !== before.slug) await changeArticlesIn(tx, actor, row.id, row.id)
  const pick = (from: CategoryRow) => Object.fromEntries(changed.map(name => [name, from[name]]))
  await recordAudit(tx, actor, 'category.updated', `category:${before.id}`, {
    slug: row.slug,
    version: row.version,
    ...pick(row),
    before: pick(before),
  })
  return row
}

export async function findCategory(orm: BetterSQLite3Database, slug: string): Promise<CategoryRow | undefined> {
  return prepared(orm, bySlug).get({ slug })
}

const bySlug = (orm: BetterSQLite3Database) =>
  orm
    .select()
    .from(category)
    .where(eq(category.slug, sql.placeholder('slug')))
    .prepare()

function entryOf({ parentId: _, ...row }: CategoryRow): Omit<CategoryEntry, 'parent'> {
  return row
}

function requireCategoryFields({ slug, title, description, position }: CategoryFields): void {
  const errors: FieldError[] = []
  const parsed = slug === undefined ? undefined : slugSchema.safeParse(slug)
  if (parsed && !parsed.success)
    errors.push({ pointer: '/slug', message: parsed.error.issues[0]?.message ?? 'is not a slug', reason: 'slug-form' })
  if (title !== undefined) errors.push(...localesFaults(title, '/title', { atLeastOne: true, longest: 200 }))
  if (description !== undefined) errors.push(...localesFaults(description, '/description', { longest: 1000 }))
  if (position !== undefined && !Number.isSafeInteger(position))
    errors.push({ pointer: '/position', message: 'is a whole number', reason: 'wrong-type' })
  if (errors.length > 0) throw new IstokError('invalid', 'The category cannot be saved like this', { errors })
}

/** Id of the category that is to stand above `own` (null: a new one). What is deeper than it should be stays where it is. */
async function parentIdOf(orm: BetterSQLite3Database, slug: string | null, own: CategoryRow | null): Promise<string | null> {
  if (slug === null) return null
  const found = await findCategory(orm, slug)
  if (!found) throw wrongParent(`there is no category "${slug}"`, { reason: 'missing', arguments: { value: slug } })
  const path = categoryPath(orm, found.id)
  if (own !== null && path.includes(own.id)) throw wrongParent('is below this category', { reason: 'below-itself' })
  if (found.id !== own?.parentId && path.length + (own === null ? 1 : levelsOf(orm, own.id)) > deepest)
    throw wrongParent(`makes more than ${deepest} levels`, { reason: 'too-deep', arguments: { maximum: deepest } })
  return found.id
}

/** How many levels a category has with what is below it; 1: nothing is. */
function levelsOf(orm: BetterSQLite3Database, id: string): number {
  return Math.max(...readCategoryPaths(orm).map(({ path }) => path.indexOf(id) + 1))
}

function wrongParent(message: string, reason: Pick<FieldError, 'reason' | 'arguments'>): IstokError {
  return new IstokError('invalid', 'The category cannot stand there', { errors: [{ pointer: '/parent', message, ...reason }] })
}

/** What is said now names its category by slug: a category that holds live answers keeps its own. */
async function requireFreeSlug(tx: Transaction, before: string, slug: string): Promise<void> {
  if (await findCategory(tx.orm, slug)) throw taken(slug)
  const live = await tx.orm.select({ id: head.id }).from(head).where(eq(head.category, before)).limit(1).get()
  if (!live) return
  const message = 'cannot change while live answers stand in this category: make another category and move them'
  throw new IstokError('conflict', `The slug "${before}" ${message}`, {
    reason: 'category-live',
    errors: [{ pointer: '/slug', message, reason: 'slug-live' }],
  })
}

function taken(slug: string): IstokError {
  return new IstokError('conflict', `There is a category "${slug}"`, {
    reason: 'taken',
    arguments: { value: slug },
    errors: [{ pointer: '/slug', message: `"${slug}" is taken`, reason: 'taken', arguments: { value: slug } }],
  })
}
