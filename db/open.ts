import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { foldText } from './fold-text.ts'
import { migrate } from './migrate.ts'

/** One SQLite connection with drizzle on it. `sqlite` is for pragmas, FTS5 and backup only. */
export interface Connection {
  sqlite: BetterSqlite3.Database
  orm: BetterSQLite3Database
}

/** The database of this process: one connection that writes, one that reads. They are apart so that `data_version` sees every commit. */
export interface Database {
  file: string
  dataDir: string
  writer: Connection
  reader: Connection
  /** The tail of the queue of writers; `write()` appends to it. */
  queue: Promise<unknown>
  /** Asked before each transaction when the right to write is kept elsewhere (in the main thread, for a thread that releases); resolves to what gives it back. */
  gate: (() => Promise<() => void>) | null
  /** How many transactions this process has committed; readers compare it to notice a change within the same turn of the event loop. */
  commits: number
  close(): void
}

/** SQLite before this lost commits when a checkpoint met a write from another connection (sqlite.org/wal.html, "WAL-reset bug"). */
const oldestSafeSqlite = '3.51.3'

/** Opens (and creates and migrates) the database in `dataDir`. Throws an Error with one line when the engine is too old or the schema is newer than this program. */
export function openDatabase(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, 'istok.db')
  const writer = connect(file)
  refuseOldEngine(writer)
  writer.sqlite.pragma('journal_mode = WAL')
  writer.sqlite.pragma('journal_size_limit = 67108864')
  // A release of thousands of articles stays in memory until its commit instead of going to the log and back.
  writer.sqlite.pragma('cache_size = -65536')
  migrate(writer.sqlite, file)
  const reader = openReader(file)
  const database: Database = {
    file,
    dataDir,
    writer,
    reader,
    queue: Promise.resolve(),
    gate: null,
    commits: 0,
    close() {
      reader.sqlite.close()
      writer.sqlite.close()
    },
  }
  return database
}

/** One more connection to a database that is open already, which only reads: for a thread. Whoever opens it closes it. */
export function openReader(file: string): Connection {
  const reader = connect(file, true)
  reader.sqlite.pragma('query_only = ON')
  return reader
}

function connect(file: string, fileMustExist = false): Connection {
  const sqlite = new BetterSqlite3(file, { timeout: 5000, fileMustExist })
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.function('folded', { deterministic: true }, foldText)
  return { sqlite, orm: drizzle({ client: sqlite }) }
}

function refuseOldEngine({ sqlite }: Connection): void {
  const version = sqlite.prepare('SELECT sqlite_version()').pluck().get() as string
  if (version.localeCompare(oldestSafeSqlite, 'en', { numeric: true }) < 0) {
    throw new Error(`SQLite ${version} can lose commits; ${oldestSafeSqlite} or newer is needed`)
  }
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite did not accept synchronous=FULL')
}
