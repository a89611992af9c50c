import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { droppedWeight, isFailure } from './failures.ts'
import { channelWeights, day, halfLife } from './read-gaps.ts'

interface Filter {
  state: 'open' | 'dismissed' | 'closed'
  locale?: string
  channel?: string
  /** Part of one of its wordings, in any case. */
  q?: string
  /** Only those that were given no article. */
  isFree?: boolean
}

/** Ids of the gaps that may be shown, the heaviest first, without reading what was heard of each: a house may have thousands. */
export function rankGaps({ database }: Istok, { state, locale, channel, q = '', isFree = false }: Filter): string[] {
  const weights = Object.entries(channelWeights)
    .map(([kind, weight]) => `WHEN '${kind}' THEN ${weight}`)
    .join(' ')
  // Who said it matters only where a wording may not be shown as it is.
  const hidden = 'CASE WHEN w.private = 1 THEN h.person END'
  const rows = database.reader.sqlite
    .prepare(
      `SELECT g.id, round(sum(h.times * CASE h.channel ${weights} ELSE 1 END * iif(h.outcome = 'clarify', ${droppedWeight}, 1) * pow(0.5, (@now - h.at) / @halfLife)), 2) AS weight
       FROM gap g JOIN wording w ON w.gap_id = g.id JOIN hearing h ON h.wording_id = w.id AND ${isFailure}
       WHERE g.state = @state AND (@locale IS NULL OR g.locale = @locale)${isFree ? ' AND g.article_id IS NULL' : ''}
       GROUP BY g.id
       HAVING sum(h.times) > 0 AND (min(w.private) = 0 OR min(${hidden}) <> max(${hidden})) AND (@channel IS NULL OR max(h.channel = @channel) = 1)
       ORDER BY 2 DESC, g.id`,
    )
    .all({ state, locale: locale ?? null, channel: channel ?? null, now: now(), halfLife: halfLife * day }) as { id: string }[]
  const needle = q.trim().toLowerCase()
  const ids = rows.map(({ id }) => id)
  if (needle === '') return ids
  const told = saying(database.reader.sqlite, needle)
  return ids.filter(id => told.has(id))
}

/** Gaps with a wording that holds the words and may be shown: of two people, or with nothing personal in it. SQLite knows no small Cyrillic letters, so it is compared here. */
function saying(sqlite: Istok['database']['reader']['sqlite'], needle: string): Set<string> {
  const rows = sqlite
    .prepare(
      `SELECT gap_id AS gap, text FROM wording WHERE gap_id IS NOT NULL AND (private = 0 OR
       (SELECT count(DISTINCT h.person) FROM hearing h WHERE h.wording_id = wording.id AND ${isFailure}) > 1)`,
    )
    .all() as { gap: string; text: string }[]
  return new Set(rows.filter(({ text }) => text.toLowerCase().includes(needle)).map(({ gap }) => gap))
}
