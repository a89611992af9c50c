import { sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** In how many articles' drafts something stands, and the first of them by slug. */
export interface Uses {
  count: number
  articles: { id: string; translations: { locale: string; title: string }[] }[]
}

/** Articles of a use that a list names; the page of the fact or the snippet names all. */
const named = 20

/** Who uses each of these facts or snippets, directly or through a snippet, by key; one that nobody uses is left out. Throws forbidden (needs write or read:internal). */
export async function listUses(istok: Istok, actor: Actor, kind: 'fact' | 'snippet', keys: readonly string[]): Promise<Map<string, Uses>> {
  requireDrafts(actor)
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(keys)}))`
  const rows = istok.database.reader.orm.all<{ key: string; id: string; locale: string; title: string; rank: number }>(sql`
    WITH named AS (
      SELECT r.key, r.article_id, r.locale FROM reference r WHERE r.state = 'draft' AND r.kind = ${kind} AND r.key IN ${asked}
      UNION SELECT s.key, r.article_id, r.locale FROM snippet_reference s
        JOIN reference r ON r.state = 'draft' AND r.kind = 'snippet' AND r.key = s.snippet
        WHERE s.state = 'draft' AND s.kind = ${kind} AND s.key IN ${asked}
    ), ranked AS (
      SELECT n.key, n.article_id, n.locale, dense_rank() OVER (PARTITION BY n.key ORDER BY a.slug) AS rank
      FROM named n JOIN article a ON a.id = n.article_id WHERE a.deleted_at IS NULL
    ), counted AS (SELECT key, max(rank) AS count FROM ranked GROUP BY key)
    SELECT ranked.key, ranked.article_id AS id, ranked.locale, t.title, counted.count AS rank FROM ranked
    JOIN counted ON counted.key = ranked.key JOIN translation t ON t.article_id = ranked.article_id AND t.locale = ranked.locale
    WHERE ranked.rank <= ${named} ORDER BY ranked.key, ranked.rank, ranked.locale`)
  return new Map(
    [...Map.groupBy(rows, ({ key }) => key)].map(([key, uses]) => {
      const articles = [...Map.groupBy(uses, ({ id }) => id)].map(([id, translations]) => ({
        id,
        translations: translations.map(({ locale, title }) => ({ locale, title })),
      }))
      return [key, { count: uses[0]?.rank ?? articles.length, articles }]
    }),
  )
}
