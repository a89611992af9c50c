import { asc } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { category } from '#db/schema/content.ts'

type Orm = BetterSQLite3Database

/** A category with the ids of itself and of all above it. */
export interface CategoryPath {
  id: string
  slug: string
  path: string[]
}

/** Every category with its path, by slug; a house has dozens. */
export function readCategoryPaths(orm: Orm): CategoryPath[] {
  const rows = prepared(orm, allCategories).all()
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  return rows.map(({ id, slug }) => ({ id, slug, path: pathIn(parents, id) }))
}

/** The ids of a category and of all above it; empty for no category. */
export function categoryPath(orm: Orm, id: string | null): string[] {
  if (id === null) return []
  const parents = new Map(
    prepared(orm, allCategories)
      .all()
      .map(row => [row.id, row.parentId]),
  )
  return pathIn(parents, id)
}

function pathIn(parents: ReadonlyMap<string, string | null>, id: string): string[] {
  const path: string[] = []
  for (let above: string | null = id; above !== null; above = parents.get(above) ?? null) path.push(above)
  return path
}

const allCategories = (orm: Orm) =>
  orm.select({ id: category.id, slug: category.slug, parentId: category.parentId }).from(category).orderBy(asc(category.slug)).prepare()
