import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, tag } from '#db/schema/content.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import { countTagUses, type TagEntry } from './list-tags.ts'
import { recordContribution } from './record-contribution.ts'

export type TagRow = typeof tag.$inferSelect

/** Throws not_found. */
export async function readTagRow(orm: BetterSQLite3Database, slug: string): Promise<TagRow> {
  const row = await orm.select().from(tag).where(eq(tag.slug, slug)).get()
  if (!row) throw new IstokError('not_found', `There is no tag "${slug}"`)
  return row
}

/** A tag and its uses. Throws not_found. */
export async function readTag(orm: BetterSQLite3Database, slug: string): Promise<TagEntry> {
  const row = await readTagRow(orm, slug)
  const [drafted, live] = countTagUses(orm)
  return { ...row, articles: drafted.get(slug) ?? 0, live: live.get(slug) ?? 0 }
}

/** Puts a tag in the place of another in every article that has it, and returns the ids of those that were not deleted. Live answers follow when these articles are published again. */
export async function replaceTag(tx: Transaction, actor: Actor, slug: string, into: string): Promise<string[]> {
  const users = tx.orm.all<{ id: string; isDeleted: number }>(
    sql`SELECT ${article.id} AS id, ${article.deletedAt} IS NOT NULL AS isDeleted FROM ${article} WHERE EXISTS (SELECT 1 FROM json_each(${article.tags}) AS one WHERE one.value = ${slug})`,
  )
  for (const { id } of users) {
    const row = await tx.orm.select({ tags: article.tags, version: article.version }).from(article).where(eq(article.id, id)).get()
    if (!row) continue
    const tags = [...new Set(row.tags.map(one => (one === slug ? into : one)))]
    await tx.orm
      .update(article)
      .set({ tags, version: row.version + 1, updatedAt: tx.now })
      .where(eq(article.id, id))
    await recordContribution(tx, actor, { articleId: id, locale: '' })
    await tx.pause()
  }
  return users.filter(({ isDeleted }) => isDeleted === 0).map(({ id }) => id)
}
