import type { Istok } from '../istok.ts'
import type { AnswerText } from './engine/answer-text.ts'
import { renditionHeadings, renditionText, type StoredRendition } from './rendition-text.ts'

/** What is live, read from its rows. */
export function liveRowsOf({ database }: Istok) {
  const { sqlite } = database.reader
  const newest = sqlite.prepare('SELECT coalesce(max(seq), 0) FROM feed').pluck()
  const slugs = sqlite.prepare('SELECT slug FROM head WHERE channel = ? AND locale = ? ORDER BY slug').pluck()
  const locales = sqlite.prepare('SELECT DISTINCT locale FROM head WHERE channel = ? ORDER BY locale').pluck()
  const changed = sqlite.prepare('SELECT DISTINCT slug FROM feed WHERE seq > ? AND channel = ? AND locale = ?').pluck()
  const count = sqlite.prepare('SELECT count(*) FROM head WHERE channel = ? AND locale = ?').pluck()
  const slugsOf = sqlite
    .prepare('SELECT slug FROM head WHERE article_id IN (SELECT value FROM json_each(?)) AND channel = ? AND locale = ?')
    .pluck()
  const live = sqlite.prepare(
    `SELECT r.body, r.summary, v.questions FROM head h JOIN rendition r ON r.id = h.rendition_id
     LEFT JOIN revision v ON v.article_id = h.article_id AND v.locale = h.locale AND v.number = r.revision
     WHERE h.channel = ? AND h.locale = ? AND h.slug = ?`,
  )
  return {
    newestChange: () => newest.get() as number,
    slugs: (channel: string, locale: string) => slugs.all(channel, locale) as string[],
    count: (channel: string, locale: string) => count.get(channel, locale) as number,
    slugsOf: (channel: string, locale: string, articleIds: readonly string[]) =>
      slugsOf.all(JSON.stringify(articleIds), channel, locale) as string[],
    locales: (channel: string) => locales.all(channel) as string[],
    changedSince: (seq: number, channel: string, locale: string) => changed.all(seq, channel, locale) as string[],
    answer(channel: string, locale: string, slug: string): AnswerText | null {
      const row = live.get(channel, locale, slug) as { body: Buffer | null; summary: Buffer | null; questions: string | null } | undefined
      if (!row?.body) return null
      const { title, articleId, category, tags, content } = JSON.parse(row.body.toString()) as StoredRendition
      const { shortAnswer = '' } = row.summary ? (JSON.parse(row.summary.toString()) as { shortAnswer?: string }) : {}
      return {
        ...{ slug, articleId, title, category, tags, shortAnswer },
        questions: row.questions ? (JSON.parse(row.questions) as string[]) : [],
        headings: renditionHeadings(channel, content),
        body: renditionText(channel, content),
      }
    },
  }
}
