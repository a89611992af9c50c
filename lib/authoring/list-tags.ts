import { asc, gt, sql } from 'drizzle-orm'
import { article, tag } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

export interface TagEntry {
  slug: string
  /** By locale; empty: shown as its slug. */
  title: Record<string, string>
  createdAt: number
  /** Articles, drafts included. */
  articles: number
}

/** All tags by slug. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listTags(istok: Istok, actor: Actor, page: PageInput = {}): Promise<Page<TagEntry>> {
  requireDrafts(actor)
  const limit = limitOf(page)
  const position = readCursor(page.cursor, ['string'])
  const { orm } = istok.database.reader
  const rows = await orm
    .select()
    .from(tag)
    .where(position === null ? undefined : gt(tag.slug, position[0] as string))
    .orderBy(asc(tag.slug))
    .limit(limit + 1)
  const counts = await orm.all<{ slug: string; count: number }>(
    sql`SELECT value AS slug, count(*) AS count FROM ${article}, json_each(${article.tags}) WHERE ${article.deletedAt} IS NULL GROUP BY value`,
  )
  const bySlug = new Map(counts.map(({ slug, count }) => [slug, count]))
  const entries = rows.map(row => ({ ...row, articles: bySlug.get(row.slug) ?? 0 }))
  return pageOf(entries, limit, entry => [entry.slug])
}
