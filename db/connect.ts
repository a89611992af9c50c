import BetterSqlite3 from 'better-sqlite3'
import { foldText } from './fold-text.ts'

/** A SQLite connection without drizzle, whose modules take half a second of processor time of each new thread. */
export type Bare = BetterSqlite3.Database

/** A connection with everything set that each of them needs. Throws where the file cannot be opened. */
export function connect(file: string, fileMustExist = false): Bare {
  const sqlite = new BetterSqlite3(file, { timeout: 5000, fileMustExist })
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.function('folded', { deterministic: true }, foldText)
  return sqlite
}

/** One more connection to a database that is open already, which only reads: for a thread. Whoever opens it closes it. */
export function connectToRead(file: string): Bare {
  const sqlite = connect(file, true)
  sqlite.pragma('query_only = ON')
  return sqlite
}
