import type { Bare } from '#db/connect.ts'
import { renditionHeadings, renditionText, type StoredRendition } from '#lib/search/rendition-text.ts'
import type { TaughtArticle } from './taught-article.ts'

interface Row {
  articleId: string
  body: Buffer
  summary: Buffer | null
  questions: string | null
}

/** Shorter pieces of a text teach nothing. */
const shortestPassage = 12

/** How long, in milliseconds, an answered question teaches. */
const logAge = 90 * 24 * 3_600_000

/** What is to be learned, and when. */
export interface TaughtPlace {
  channel: string
  locale: string
  /** Milliseconds; older questions than ninety days do not teach any more. */
  at: number
}

/**
 * What a channel says in a language now, as the finder learns it: nothing that the channel does not show, the questions of the same published articles, and
 * what they were asked in this channel and answered with confidence. Keys are article ids. With `articleIds` only these, without what was heard. The
 * connection reads nothing else until the last article is taken.
 */
export function* readTaughtArticles(
  { sqlite }: { sqlite: Bare },
  { channel, locale, at }: TaughtPlace,
  articleIds: readonly string[] | null = null,
): Generator<TaughtArticle> {
  const heard = articleIds ? new Map<string, string[]>() : readHeard(sqlite, channel, locale, at)
  const rows = sqlite
    .prepare(
      `SELECT h.article_id AS articleId, r.body, r.summary, v.questions FROM head h JOIN rendition r ON r.id = h.rendition_id
       LEFT JOIN revision v ON v.article_id = h.article_id AND v.locale = h.locale AND v.number = r.revision
       WHERE h.channel = ? AND h.locale = ? AND r.body IS NOT NULL ${articleIds ? 'AND h.article_id IN (SELECT value FROM json_each(?))' : ''} ORDER BY h.article_id`,
    )
    .iterate(channel, locale, ...(articleIds ? [JSON.stringify(articleIds)] : [])) as IterableIterator<Row>
  for (const row of rows) yield { ...articleOf(channel, row), heard: heard.get(row.articleId) ?? [] }
}

/** What was heard by article: questions that it answered, those of most conversations first, then the surest; then searches that led to it. */
function readHeard(sqlite: Bare, channel: string, locale: string, at: number): Map<string, string[]> {
  const rows = sqlite
    .prepare(
      `SELECT article_id AS articleId, question FROM ask WHERE channel = ? AND locale = ? AND status = 'answered' AND at > ?
       GROUP BY article_id, question ORDER BY count(DISTINCT conversation_id) DESC, max(confidence) DESC, question LIMIT 5000`,
    )
    .all(channel, locale, at - logAge) as { articleId: string; question: string }[]
  const heard = new Map<string, string[]>()
  for (const { articleId, question } of [...rows, ...readOpened(sqlite, channel, locale, at)])
    heard.set(articleId, [...(heard.get(articleId) ?? []), question])
  return heard
}

/** Searches after which at least two people, and most of those who opened anything, opened the same answer. */
function readOpened(sqlite: Bare, channel: string, locale: string, at: number): { articleId: string; question: string }[] {
  return sqlite
    .prepare(
      `SELECT h.article_id AS articleId, w.text AS question FROM hearing h JOIN wording w ON w.id = h.wording_id
       WHERE h.outcome = 'opened' AND h.channel = ? AND w.locale = ? AND w.private = 0 AND w.state <> 'rejected' AND h.at > ?
       GROUP BY h.article_id, w.id
       HAVING count(DISTINCT h.person) >= 2 AND 2 * sum(h.times) >
         (SELECT sum(o.times) FROM hearing o WHERE o.wording_id = w.id AND o.outcome = 'opened' AND o.channel = h.channel)
       ORDER BY count(DISTINCT h.person) DESC, w.text LIMIT 5000`,
    )
    .all(channel, locale, at - logAge) as { articleId: string; question: string }[]
}

function articleOf(channel: string, { articleId, body, summary, questions }: Row): TaughtArticle {
  const { title, content } = JSON.parse(body.toString()) as StoredRendition
  const { shortAnswer = '' } = summary ? (JSON.parse(summary.toString()) as { shortAnswer?: string }) : {}
  const passages = [shortAnswer, ...renditionHeadings(channel, content), ...renditionText(channel, content).split(/\n+/)]
  return {
    key: articleId,
    title,
    questions: questions === null ? [] : (JSON.parse(questions) as string[]),
    passages: [...new Set(passages.map(passage => passage.trim()))].filter(passage => passage.length >= shortestPassage),
  }
}
