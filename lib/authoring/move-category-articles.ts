import { and, eq, isNull } from 'drizzle-orm'
import { article, category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { recordContribution } from './record-contribution.ts'
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
    const users = await tx.orm
      .select({ id: article.id, version: article.version })
      .from(article)
      .where(and(eq(article.categoryId, row.id), isNull(article.deletedAt)))
    for (const { id, version } of users) {
      await tx.orm
        .update(article)
        .set({ categoryId: into?.id ?? null, version: version + 1, updatedAt: tx.now })
        .where(eq(article.id, id))
      await recordContribution(tx, actor, { articleId: id, locale: '' })
    }
    await recordAudit(tx, actor, 'category.emptied', `category:${row.id}`, { slug: row.slug, into: input.into, articles: users.length })
    return { articles: users.map(({ id }) => id) }
  })
}
