import { asc, eq, isNull } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type CategoryEntry, listCategories } from './list-categories.ts'
import { requireVersion } from './require-version.ts'
import { changeCategory } from './write-category.ts'

export interface CategoryPlace {
  /** Slug of the category above; null: top. */
  parent: string | null
  /** Slug of the neighbour that it comes after; null: first. */
  after: string | null
}

/**
 * Puts a category at another place of the tree; its new neighbours are numbered anew. Returns all categories. Readers see the order at once. Throws forbidden
 * (needs write), not_found, invalid (unknown parent or neighbour, below itself, too deep), conflict (412 when the version is another one).
 */
export async function placeCategory(
  istok: Istok,
  actor: Actor,
  input: { id: string; expectedVersion?: number | null; place: CategoryPlace },
): Promise<{ items: CategoryEntry[]; nextCursor: null }> {
  requireScope(actor, 'write')
  const { parent, after } = input.place
  await write(istok.database, async tx => {
    const before = await tx.orm.select().from(category).where(eq(category.id, input.id)).get()
    if (!before) throw new IstokError('not_found', `There is no category "${input.id}"`)
    if (input.expectedVersion != null) requireVersion(before, input.expectedVersion)
    const moved = await changeCategory(tx, actor, before, { parent })
    const neighbours = await tx.orm
      .select()
      .from(category)
      .where(moved.parentId === null ? isNull(category.parentId) : eq(category.parentId, moved.parentId))
      .orderBy(asc(category.position), asc(category.slug))
    const others = neighbours.filter(({ id }) => id !== moved.id)
    const index = after === null ? -1 : others.findIndex(({ slug }) => slug === after)
    if (after !== null && index < 0)
      throw new IstokError('invalid', 'The category cannot stand there', {
        errors: [
          { pointer: '/after', message: `there is no category "${after}" beside it`, reason: 'missing', arguments: { value: after ?? '' } },
        ],
      })
    const ordered = [...others.slice(0, index + 1), moved, ...others.slice(index + 1)]
    for (const [position, row] of ordered.entries()) await changeCategory(tx, actor, row, { position })
  })
  return listCategories(istok, actor)
}
