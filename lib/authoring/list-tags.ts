import { and, asc, gt, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, tag } from '#db/schema/content.ts'
import { liveTag } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { requireDrafts } from './require-drafts.ts'

export interface TagEntry {
  slug: string
  /** By locale; empty: shown as its slug. */
  title: Record<string, string>
  createdAt: number
  version: number
  /** Articles, drafts included. */
  articles: number
  /** Articles that are live with it. */
  live: number
}

/** All tags by slug; `q` is a part of the slug or a title. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listTags(istok: Istok, actor: Actor, page: PageInput & { q?: string } = {}): Promise<Page<TagEntry>> {
  requireDrafts(actor)
  const limit = limitOf(page)
  const position = readCursor(page.cursor, ['string'])
  const { orm } = istok.database.reader
  const rows = await orm
    .select()
    .from(tag)
    .where(
      and(
        position === null ? undefined : gt(tag.slug, position[0] as string),
        holdsText(page.q, { plain: [tag.slug], lists: [tag.title] }),
      ),
    )
    .orderBy(asc(tag.slug))
    .limit(limit + 1)
  const [drafted, live] = countTagUses(orm)
  const entries = rows.map(row => ({ ...row, articles: drafted.get(row.slug) ?? 0, live: live.get(row.slug) ?? 0 }))
  return pageOf(entries, limit, entry => [entry.slug])
}

/** How many articles have a tag, by slug: as drafted, and as they are live. */
export function countTagUses(orm: BetterSQLite3Database): [Map<string, number>, Map<string, number>] {
  const drafted = orm.all<{ slug: string; count: number }>(
    sql`SELECT value AS slug, count(*) AS count FROM ${article}, json_each(${article.tags}) WHERE ${article.deletedAt} IS NULL GROUP BY value`,
  )
  const live = orm.all<{ slug: string; count: number }>(
    sql`SELECT ${liveTag.tag} AS slug, count(DISTINCT ${liveTag.articleId}) AS count FROM ${liveTag} GROUP BY ${liveTag.tag}`,
  )
  const bySlug = (rows: typeof drafted) => new Map(rows.map(({ slug, count }) => [slug, count]))
  return [bySlug(drafted), bySlug(live)]
}
