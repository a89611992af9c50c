import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import type { CategoryEntry } from './list-categories.ts'
import { type CategoryFields, insertCategory } from './write-category.ts'

/** Adds a category. Throws forbidden (needs write), invalid (names the field), conflict (the slug is taken). */
export async function createCategory(
  istok: Istok,
  actor: Actor,
  fields: CategoryFields & Required<Pick<CategoryFields, 'slug' | 'title'>>,
): Promise<CategoryEntry> {
  requireScope(actor, 'write')
  return write(istok.database, tx => insertCategory(tx, actor, fields))
}
