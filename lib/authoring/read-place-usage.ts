import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import type { ArticleUse, Usage } from './read-usage.ts'
import { requireDrafts } from './require-drafts.ts'

interface Place {
  kind: 'category' | 'tag'
  slug: string
}

/** Which articles stand directly in a category or have a tag, drafted and live, and in which channels; nothing for an unknown one. Throws forbidden (needs write or read:internal). */
export async function readPlaceUsage(istok: Istok, actor: Actor, place: Place): Promise<Usage> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const uses = (standing: SQL) =>
    orm.all<ArticleUse>(sql`SELECT a.id AS articleId, a.slug, t.locale, t.title, NULL AS via FROM (${standing}) s
      JOIN article a ON a.id = s.article_id JOIN translation t ON t.article_id = a.id AND t.locale = s.locale
      WHERE a.deleted_at IS NULL ORDER BY a.slug, t.locale`)
  const live = standingLive(place)
  const channels = orm.all<{ channel: string; count: number }>(sql`SELECT h.channel, count(*) AS count FROM head h
    JOIN (${live}) s ON s.article_id = h.article_id AND s.locale = h.locale GROUP BY h.channel`)
  return {
    drafts: uses(standingDrafted(place)),
    live: uses(live),
    snippets: [],
    channels: Object.fromEntries(channels.map(({ channel, count }) => [channel, count])),
  }
}

function standingDrafted({ kind, slug }: Place): SQL {
  return kind === 'category'
    ? sql`SELECT t.article_id, t.locale FROM category c JOIN article a ON a.category_id = c.id JOIN translation t ON t.article_id = a.id WHERE c.slug = ${slug}`
    : sql`SELECT t.article_id, t.locale FROM article a JOIN translation t ON t.article_id = a.id
        WHERE EXISTS (SELECT 1 FROM json_each(a.tags) WHERE value = ${slug})`
}

function standingLive({ kind, slug }: Place): SQL {
  return kind === 'category'
    ? sql`SELECT DISTINCT article_id, locale FROM head WHERE category = ${slug}`
    : sql`SELECT DISTINCT article_id, locale FROM live_tag WHERE tag = ${slug}`
}
