import { type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type Orm = BetterSQLite3Database
/** What an editor can use in many places. */
export type UsedKind = 'fact' | 'snippet' | 'media'

export interface ArticleUse {
  articleId: string
  slug: string
  locale: string
  title: string
  /** Key of the snippet through which it is used; null: the article names it itself. */
  via: string | null
}

/** Who names a fact, a snippet or a picture. A use through a snippet counts as a use. */
export interface Usage {
  drafts: ArticleUse[]
  live: ArticleUse[]
  snippets: { key: string; state: 'draft' | 'live' }[]
  /** Current answers by channel that come from the live uses. */
  channels: Record<string, number>
}

/** Reads who uses a fact, a snippet or a picture. */
export function readUsage(orm: Orm, kind: UsedKind, key: string): Usage {
  return {
    drafts: usesIn(orm, 'draft', kind, key),
    live: usesIn(orm, 'live', kind, key),
    snippets: orm.all(
      sql`SELECT DISTINCT snippet AS key, state FROM snippet_reference WHERE kind = ${kind} AND key = ${key} ORDER BY snippet, state`,
    ),
    channels: channelsOf(orm, kind, key),
  }
}

export function isUsed(usage: Usage): boolean {
  return usage.drafts.length + usage.live.length + usage.snippets.length > 0
}

/** Articles that name the key themselves, and those that name a snippet which does. */
function namers(state: 'draft' | 'live', kind: UsedKind, key: string): SQL {
  const direct = sql`SELECT article_id, locale, NULL AS via FROM reference WHERE state = ${state} AND kind = ${kind} AND key = ${key}`
  return sql`${direct} UNION ALL SELECT r.article_id, r.locale, s.snippet AS via FROM snippet_reference s
    JOIN reference r ON r.state = ${state} AND r.kind = 'snippet' AND r.key = s.snippet
    WHERE s.state = ${state} AND s.kind = ${kind} AND s.key = ${key}`
}

function usesIn(orm: Orm, state: 'draft' | 'live', kind: UsedKind, key: string): ArticleUse[] {
  return orm.all<ArticleUse>(sql`SELECT a.id AS articleId, a.slug, n.locale, t.title, n.via FROM (${namers(state, kind, key)}) n
    JOIN article a ON a.id = n.article_id JOIN translation t ON t.article_id = n.article_id AND t.locale = n.locale
    WHERE a.deleted_at IS NULL ORDER BY a.slug, n.locale, n.via`)
}

function channelsOf(orm: Orm, kind: UsedKind, key: string): Record<string, number> {
  const rows = orm.all<{ channel: string; count: number }>(sql`SELECT h.channel, count(DISTINCT h.id) AS count
    FROM (${namers('live', kind, key)}) n JOIN head h ON h.article_id = n.article_id AND h.locale = n.locale GROUP BY h.channel`)
  return Object.fromEntries(rows.map(({ channel, count }) => [channel, count]))
}
