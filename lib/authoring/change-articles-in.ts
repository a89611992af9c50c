import { and, eq, isNull } from 'drizzle-orm'
import { article } from '#db/schema/content.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordContribution } from './record-contribution.ts'

/**
 * What would be published of every article of a category becomes another, since it goes into another category (id; null: into none) or its own has another slug:
 * their versions grow, and whoever did it is among the authors. Returns their ids. Live answers follow when these articles are published.
 */
export async function changeArticlesIn(tx: Transaction, actor: Actor, categoryId: string, into: string | null): Promise<string[]> {
  const users = await tx.orm
    .select({ id: article.id, version: article.version })
    .from(article)
    .where(and(eq(article.categoryId, categoryId), isNull(article.deletedAt)))
  for (const { id, version } of users) {
    await tx.orm
      .update(article)
      .set({ categoryId: into, version: version + 1, updatedAt: tx.now })
      .where(eq(article.id, id))
    await recordContribution(tx, actor, { articleId: id, locale: '' })
    await tx.pause()
  }
  return users.map(({ id }) => id)
}
