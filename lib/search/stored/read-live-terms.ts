import type { Database } from '#db/open.ts'
import { isChannelKind } from '#lib/compile/channels.ts'
import { renditionText, type StoredRendition } from '../rendition-text.ts'
import { noTerms, type SaidAnswer, type TermsByAudience, termsOf } from './terms.ts'

/** A translation that some channel says now. */
export interface LiveKey {
  articleId: string
  locale: string
}

/** Every translation that is live, in a fixed order, `limit` of them after `after`. */
export function listLive({ reader }: Database, after: LiveKey | null, limit: number): LiveKey[] {
  const { articleId, locale } = after ?? { articleId: '', locale: '' }
  return reader.sqlite
    .prepare(
      `SELECT DISTINCT article_id AS articleId, locale FROM head WHERE (article_id, locale) > (?, ?) ORDER BY article_id, locale LIMIT ?`,
    )
    .all(articleId, locale, limit) as LiveKey[]
}

/** What a translation is found by, read from what its channels say now. */
export function readLiveTerms(database: Database, key: LiveKey): TermsByAudience {
  const said = readLiveAnswer(database, key)
  return said ? termsOf(said) : noTerms
}

/** What the channels of a translation say now; null: nothing. */
export function readLiveAnswer({ reader }: Database, { articleId, locale }: LiveKey): SaidAnswer | null {
  const rows = reader.sqlite
    .prepare(
      `SELECT r.channel, r.body, r.summary, v.questions FROM head h JOIN rendition r ON r.id = h.rendition_id
       LEFT JOIN revision v ON v.article_id = h.article_id AND v.locale = h.locale AND v.number = r.revision
       WHERE h.article_id = ? AND h.locale = ?`,
    )
    .all(articleId, locale) as { channel: string; body: Buffer; summary: Buffer; questions: string | null }[]
  const [first] = rows
  if (!first) return null
  const { title, tags } = JSON.parse(first.body.toString()) as StoredRendition
  const said = rows.flatMap(({ channel, body, summary }) => {
    if (!isChannelKind(channel)) return []
    const { content } = JSON.parse(body.toString()) as StoredRendition
    const { shortAnswer } = JSON.parse(summary.toString()) as { shortAnswer: string }
    return [{ channel, shortAnswer, text: renditionText(channel, content) }]
  })
  return { title, tags, questions: first.questions ? (JSON.parse(first.questions) as string[]) : [], channels: said }
}
