import type BetterSqlite3 from 'better-sqlite3'
import { renditionHeadings, renditionText, type StoredRendition } from '#lib/search/rendition-text.ts'
import type { Istok } from '../istok.ts'
import type { TaughtArticle } from './train-finder.ts'

interface Row {
  articleId: string
  body: Buffer
  summary: Buffer | null
  questions: string | null
}

/** Articles that are read in one go, about 10 ms, before others get a turn. */
const slice = 50
/** Shorter pieces of a text teach nothing. */
const shortestPassage = 12

const statements = new WeakMap<Istok, BetterSqlite3.Statement>()

/** What a channel says in a language now, as the finder learns it: nothing that the channel does not show, and the questions of the same published articles. Keys are article ids. */
export async function readTaughtArticles(istok: Istok, channel: string, locale: string): Promise<TaughtArticle[]> {
  let statement = statements.get(istok)
  if (!statement) {
    statement = istok.database.reader.sqlite.prepare(
      `SELECT h.article_id AS articleId, r.body, r.summary, v.questions FROM head h JOIN rendition r ON r.id = h.rendition_id
       LEFT JOIN revision v ON v.article_id = h.article_id AND v.locale = h.locale AND v.number = r.revision
       WHERE h.channel = ? AND h.locale = ? AND r.body IS NOT NULL ORDER BY h.article_id`,
    )
    statements.set(istok, statement)
  }
  const rows = statement.all(channel, locale) as Row[]
  const articles: TaughtArticle[] = []
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % slice === 0) await new Promise(resolve => setImmediate(resolve))
    articles.push(articleOf(channel, row))
  }
  return articles
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
