import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from '#db/open.ts'
import type { Audience } from '#lib/document/types.ts'
import { type StoredField, storedFields } from '../stored/terms.ts'
import { tableOf } from '../stored/write-terms.ts'
import type { RecallEngine, Recalled, RecallRequest, RecallWord } from './recall-engine.ts'

/** How much the score of a field counts; they are summed. */
const weights: Record<StoredField, number> = { title: 2, questions: 2, short: 1, tags: 0.5, body: 1, codes: 2 }

/** Keys that are looked for at most. */
const mostKeys = 60

/** The embedded engine: SQLite's FTS5 over what was written with the releases. Reads public tables only for a public channel. */
export function fts5Engine(database: Database): RecallEngine {
  const statements = new Map<string, BetterSqlite3.Statement>()
  const statementFor = (request: RecallRequest) => {
    const shape = `${request.audience} ${request.categories !== null} ${request.tag !== null}`
    let statement = statements.get(shape)
    if (!statement) {
      statement = database.reader.sqlite.prepare(queryOf(request))
      statements.set(shape, statement)
    }
    return statement
  }
  return {
    name: 'fts5',
    async recall(request) {
      const match = matchOf(request.words)
      if (match === null) return []
      const { channel, locale, categories, tag, limit } = request
      return statementFor(request).all({ match, channel, locale, categories: JSON.stringify(categories), tag, limit }) as Recalled[]
    },
  }
}

function queryOf({ audience, categories, tag }: RecallRequest): string {
  const read: Audience[] = audience === 'public' ? ['public'] : ['public', 'internal']
  const parts = read.flatMap(one =>
    storedFields.map(field => {
      const table = tableOf(one, field)
      return `SELECT rowid AS id, -${weights[field]} * bm25(${table}) AS score FROM ${table} WHERE ${table} MATCH @match`
    }),
  )
  return `SELECT s.article_id AS articleId, sum(f.score) AS score FROM (${parts.join(' UNION ALL ')}) f JOIN search_answer s ON s.id = f.id
    JOIN head h ON h.article_id = s.article_id AND h.locale = s.locale AND h.channel = @channel
    WHERE s.locale = @locale
    ${categories === null ? '' : 'AND h.category IN (SELECT value FROM json_each(@categories))'}
    ${tag === null ? '' : 'AND EXISTS (SELECT 1 FROM live_tag t WHERE t.tag = @tag AND t.article_id = s.article_id AND t.locale = s.locale)'}
    GROUP BY s.article_id ORDER BY score DESC, s.article_id LIMIT @limit`
}

/** Any of the words; those that say nothing of the matter only where there is no other. null: no word at all. Every key is quoted, so none is an operator. */
function matchOf(words: readonly RecallWord[]): string | null {
  const telling = words.filter(word => !word.empty)
  const keys = new Set<string>()
  for (const word of telling.length > 0 ? telling : words) {
    for (const key of word.keys) if (keys.size < mostKeys) keys.add(quote(key))
    if (word.prefix !== null && word.prefix.length > 1) keys.add(`${quote(word.prefix)} *`)
  }
  return keys.size === 0 ? null : [...keys].join(' OR ')
}

function quote(key: string): string {
  return `"${key.replaceAll('"', '""').replaceAll('\u0000', '')}"`
}
