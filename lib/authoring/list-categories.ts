import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { category } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

export interface CategoryEntry {
  id: string
  slug: string
  /** Slug of the category above it. */
  parent: string | null
  position: number
  /** By locale. */
  title: Record<string, string>
  description: Record<string, string>
  version: number
  createdAt: number
  updatedAt: number
}

/** All categories, by position and slug; a house has dozens, so there are no pages. Throws forbidden (needs write or read:internal). */
export async function listCategories(istok: Istok, actor: Actor): Promise<{ items: CategoryEntry[]; nextCursor: null }> {
  requireDrafts(actor)
  const parent = alias(category, 'parent')
  const rows = await istok.database.reader.orm
    .select({ row: category, parent: parent.slug })
    .from(category)
    .leftJoin(parent, eq(parent.id, category.parentId))
    .orderBy(asc(category.position), asc(category.slug))
  const items = rows.map(({ row: { parentId: _, ...row }, parent }) => ({ ...row, parent }))
  return { items, nextCursor: null }
}
