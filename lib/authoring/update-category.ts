import { eq } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type CategoryEntry, listCategories } from './list-categories.ts'
import { requireVersion } from './require-version.ts'
import { type CategoryFields, changeCategory } from './write-category.ts'

/** Changes the fields that are given. Throws forbidden (needs write), not_found, invalid (names the field), conflict (slug; 412 when the version is another one). */
export async function updateCategory(
  istok: Istok,
  actor: Actor,
  input: { id: string; expectedVersion?: number | null; fields: CategoryFields },
): Promise<CategoryEntry> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const before = await tx.orm.select().from(category).where(eq(category.id, input.id)).get()
    if (!before) throw new IstokError('not_found', `There is no category "${input.id}"`)
    if (input.expectedVersion != null) requireVersion(before, input.expectedVersion)
    return changeCategory(tx, actor, before, input.fields)
  })
  return (await listCategories(istok, actor)).items.find(({ id }) => id === input.id) as CategoryEntry
}
