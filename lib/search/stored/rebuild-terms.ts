import type { Database } from '#db/open.ts'
import { write } from '#db/write.ts'
import { type LiveKey, listLive, readLiveTerms } from './read-live-terms.ts'
import { storedFields, type TermsByAudience } from './terms.ts'
import { audiences, tableOf, writeTerms } from './write-terms.ts'

/** Translations that are read in one go, about 10 ms. */
const slice = 20

/**
 * Makes the stored index anew from what the channels say now. Everything is read before the transaction, and what is released meanwhile again within it, so
 * that whoever publishes waits for the writing only. Returns the number of translations. A reader sees the whole index before and after.
 */
export async function rebuildTerms(database: Database): Promise<number> {
  const newest = database.reader.sqlite.prepare('SELECT coalesce(max(seq), 0) FROM feed').pluck()
  const changed = database.reader.sqlite.prepare('SELECT DISTINCT article_id AS articleId, locale FROM feed WHERE seq > ?')
  const seen = newest.get() as number
  const terms = new Map<string, { key: LiveKey; terms: TermsByAudience }>()
  const read = (key: LiveKey) => void terms.set(`${key.articleId} ${key.locale}`, { key, terms: readLiveTerms(database, key) })
  for (let keys = listLive(database, null, slice); keys.length > 0; keys = listLive(database, keys.at(-1)!, slice)) {
    for (const key of keys) read(key)
    await new Promise(resolve => setImmediate(resolve))
  }
  return write(database, async tx => {
    for (const key of changed.all(seen) as LiveKey[]) read(key)
    const { sqlite } = database.writer
    for (const audience of audiences) for (const field of storedFields) makeAnew(database, tableOf(audience, field))
    sqlite.exec('DELETE FROM search_answer')
    let count = 0
    for (const { key, terms: found } of terms.values()) {
      if (writeTerms(database, key.articleId, key.locale, found)) count++
      await tx.pause()
    }
    return count
  })
}

/** The table without rows. Dropped and made again: connections that read keep what they know of a table that is only emptied, and take it for damaged. */
function makeAnew({ writer: { sqlite } }: Database, table: string): void {
  const made = sqlite.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(table) as string
  sqlite.exec(`DROP TABLE ${table}; ${made}`)
}
