import { eq } from 'drizzle-orm'
import { article, category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { forgetGrants } from '#lib/access/grants.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { countUses } from './count-category-articles.ts'
import { requireVersion } from './require-version.ts'

/**
 * Removes a category in which nothing stands: no category below it, no article, no live answer. Throws forbidden (needs write), not_found, conflict (with
 * `usage`: slugs of the categories below, articles, live answers; 412 when the version is another one).
 */
export async function deleteCategory(istok: Istok, actor: Actor, input: { id: string; expectedVersion?: number | null }): Promise<void> {
  requireScope(actor, 'write')
  await write(istok.database, async tx => {
    const row = await tx.orm.select().from(category).where(eq(category.id, input.id)).get()
    if (!row) throw new IstokError('not_found', `There is no category "${input.id}"`)
    if (input.expectedVersion != null) requireVersion(row, input.expectedVersion)
    const below = await tx.orm.select({ slug: category.slug }).from(category).where(eq(category.parentId, row.id))
    const { articles, live } = countUses(tx.orm)[row.slug] ?? { articles: 0, live: 0 }
    if (below.length + articles + live > 0)
      throw new IstokError('conflict', `The category "${row.slug}" is not empty: move what stands in it first`, {
        reason: 'category-not-empty',
        extra: { usage: { categories: below.map(({ slug }) => slug), articles, live } },
      })
    // What is left are articles that were deleted.
    await tx.orm.update(article).set({ categoryId: null }).where(eq(article.categoryId, row.id))
    await forgetGrants(tx, row.id)
    await tx.orm.delete(category).where(eq(category.id, row.id))
    await recordAudit(tx, actor, 'category.deleted', `category:${row.id}`, { slug: row.slug, title: row.title })
  })
}
