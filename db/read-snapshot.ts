import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Database } from './open.ts'

/** Runs several reads on one state of the database: a commit in between is not seen. `work` is synchronous. Returns what it returns. */
export function readSnapshot<T>({ reader }: Database, work: (orm: BetterSQLite3Database) => T): T {
  reader.sqlite.exec('BEGIN')
  try {
    return work(reader.orm)
  } finally {
    reader.sqlite.exec('COMMIT')
  }
}
