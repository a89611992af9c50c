import type BetterSqlite3 from 'better-sqlite3'
import type { Database } from '#db/open.ts'
import type { Audience } from '#lib/document/types.ts'
import { noteDamage } from './damage.ts'
import { changedFields, type StoredField, storedFields, type TermsByAudience } from './terms.ts'

export const audiences = ['public', 'internal'] as const satisfies readonly Audience[]

/** The FTS5 table of a field. */
export function tableOf(audience: Audience, field: StoredField): string {
  return `search_${audience}_${field}`
}

interface Statements {
  rows: BetterSqlite3.Statement
  insert: BetterSqlite3.Statement
  change: BetterSqlite3.Statement
  remove: BetterSqlite3.Statement
  fields: Record<Audience, Record<StoredField, { put: BetterSqlite3.Statement; take: BetterSqlite3.Statement }>>
}

const prepared = new WeakMap<Database, Statements>()

function statementsOf(database: Database): Statements {
  let statements = prepared.get(database)
  if (!statements) {
    const { sqlite } = database.writer
    const ofAudience = (audience: Audience) =>
      Object.fromEntries(
        storedFields.map(field => {
          const table = tableOf(audience, field)
          const put = sqlite.prepare(`INSERT INTO ${table} (rowid, keys) VALUES (?, ?)`)
          return [field, { put, take: sqlite.prepare(`DELETE FROM ${table} WHERE rowid = ?`) }]
        }),
      ) as Statements['fields'][Audience]
    statements = {
      rows: sqlite.prepare('SELECT id, audience, hash FROM search_answer WHERE article_id = ? AND locale = ?'),
      insert: sqlite.prepare('INSERT INTO search_answer (article_id, locale, audience, hash) VALUES (?, ?, ?, ?)'),
      change: sqlite.prepare('UPDATE search_answer SET hash = ? WHERE id = ?'),
      remove: sqlite.prepare('DELETE FROM search_answer WHERE id = ?'),
      fields: { public: ofAudience('public'), internal: ofAudience('internal') },
    }
    prepared.set(database, statements)
  }
  return statements
}

/**
 * Writes what a translation is found by into the index, in the transaction that is open on the writing connection; `terms` without rows takes it out. A field
 * that says what it said stays untouched. Returns whether anything changed. Throws what SQLite throws: what cannot be found must not be published.
 */
export function writeTerms(database: Database, articleId: string, locale: string, terms: TermsByAudience): boolean {
  try {
    return putTerms(database, articleId, locale, terms)
  } catch (error) {
    noteDamage(database, error)
    throw error
  }
}

function putTerms(database: Database, articleId: string, locale: string, terms: TermsByAudience): boolean {
  const { rows, insert, change, remove, fields } = statementsOf(database)
  const stored = rows.all(articleId, locale) as { id: number; audience: Audience; hash: string }[]
  let changed = false
  for (const audience of audiences) {
    const before = stored.find(row => row.audience === audience)
    const after = terms[audience]
    if (before?.hash === after?.hash) continue
    changed = true
    const which = before && after ? changedFields(before.hash, after.hash) : storedFields
    if (before) for (const field of which) fields[audience][field].take.run(before.id)
    if (!after) {
      if (before) remove.run(before.id)
      continue
    }
    if (before) change.run(after.hash, before.id)
    const id = before?.id ?? Number(insert.run(articleId, locale, audience, after.hash).lastInsertRowid)
    for (const field of which) if (after.keys[field] !== '') fields[audience][field].put.run(id, after.keys[field])
  }
  return changed
}
