import type { Database } from '#db/open.ts'
import { write } from '#db/write.ts'
import type { Audience } from '#lib/document/types.ts'
import { listLive, readLiveTerms } from './read-live-terms.ts'
import { type StoredField, storedFields } from './terms.ts'
import { audiences, tableOf } from './write-terms.ts'

const slice = 20

/** Faults of one kind that are named; the rest is counted. */
const mostNamed = 20

/**
 * Compares the stored index with what the channels say now: every translation has its rows, no row is left over, every key stands in as many rows as it must,
 * and SQLite finds the tables whole. Returns one line for each fault. Reads everything.
 */
export async function checkTerms(database: Database): Promise<string[]> {
  const faults = await checkTables(database)
  const stored = new Map(
    (database.reader.sqlite.prepare('SELECT article_id, locale, audience, hash FROM search_answer').raw().all() as string[][]).map(
      ([articleId, locale, audience, hash]) => [`${articleId} (${locale}, ${audience})`, hash],
    ),
  )
  const expected = countsOfAll()
  const different: string[] = []
  for (let keys = listLive(database, null, slice); keys.length > 0; keys = listLive(database, keys.at(-1)!, slice)) {
    for (const key of keys) {
      const terms = readLiveTerms(database, key)
      for (const audience of audiences) {
        const place = `${key.articleId} (${key.locale}, ${audience})`
        if (stored.get(place) !== terms[audience]?.hash) different.push(place)
        stored.delete(place)
        for (const field of storedFields) {
          for (const word of new Set(terms[audience]?.keys[field].split(' '))) if (word !== '') add(expected[audience][field], word)
        }
      }
    }
    await new Promise(resolve => setImmediate(resolve))
  }
  faults.push(...named(different, place => `The search index does not have what ${place} says`))
  faults.push(...named([...stored.keys()], place => `The search index still has ${place}, which nobody says`))
  for (const audience of audiences) {
    for (const field of storedFields) faults.push(...checkWords(database, audience, field, expected[audience][field]))
  }
  return faults
}

type Counts = Map<string, number>

function countsOfAll(): Record<Audience, Record<StoredField, Counts>> {
  const fields = () => Object.fromEntries(storedFields.map(field => [field, new Map()])) as Record<StoredField, Counts>
  return { public: fields(), internal: fields() }
}

function add(counts: Counts, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}

function checkWords({ reader }: Database, audience: Audience, field: StoredField, expected: Counts): string[] {
  const table = tableOf(audience, field)
  const words = reader.sqlite.prepare(`SELECT term, doc FROM ${table}_words`).raw().iterate() as Iterable<[string, number]>
  const different: string[] = []
  try {
    for (const [word, rows] of words) {
      if (expected.get(word) !== rows) different.push(word)
      expected.delete(word)
    }
  } catch (error) {
    return [`${table} cannot be read: ${(error as Error).message}`]
  }
  different.push(...expected.keys())
  return different.length === 0 ? [] : [`${table} has ${different.length} keys in other rows than it must`]
}

/** One line for each table that SQLite finds damaged. Keeps others from writing while it looks at one table. */
export async function checkTables(database: Database): Promise<string[]> {
  return write(database, async tx => {
    const faults: string[] = []
    for (const audience of audiences) {
      for (const field of storedFields) {
        const table = tableOf(audience, field)
        try {
          database.writer.sqlite.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 0)`)
        } catch (error) {
          faults.push(`${table} is damaged: ${(error as Error).message}`)
        }
        await tx.pause()
      }
    }
    return faults
  })
}

function named(places: readonly string[], sentence: (place: string) => string): string[] {
  const more = places.length - mostNamed
  return [...places.slice(0, mostNamed).map(sentence), ...(more > 0 ? [`… and ${more} more`] : [])]
}
