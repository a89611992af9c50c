import { eq } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { changeArticlesIn } from './change-articles-in.ts'
import { findCategory } from './write-category.ts'

/**
 * Moves the drafts of all articles of a category into another one (null: into none) and returns their ids; live answers follow when these are published.
 * Throws forbidden (needs write), not_found, invalid (`into` is unknown or the same).
 */
export async function moveCategoryArticles(
  istok: Istok,
  actor: Actor,
  input: { id: string; into: string | null },
): Promise<{ articles: string[] }> {
  requireScope(actor, 'write')
  const refuse = (message: string, reason: string) =>
    new IstokError('invalid', 'The articles cannot go there', {
      errors: [{ pointer: '/into', message, reason, arguments: { value: input.into ?? '' } }],
    })
  return write(istok.database, async tx => {
    const row = await tx.orm.select().from(category).where(eq(category.id, input.id)).get()
    if (!row) throw new IstokError('not_found', `There is no category "${input.id}"`)
    const into = input.into === null ? null : await findCategory(tx.orm, input.into)
    if (into === undefined) throw refuse(`there is no category "${input.into}"`, 'missing')
    if (into?.id === row.id) throw refuse('is the category itself', 'same-place')
    const articles = await changeArticlesIn(tx, actor, row.id, into?.id ?? null)
    await recordAudit(tx, actor, 'category.emptied', `category:${row.id}`, { slug: row.slug, into: input.into, articles: articles.length })
    return { articles }
  })
}
