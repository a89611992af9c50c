import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { type Bare, connect, connectToRead } from './connect.ts'
import { migrate } from './migrate.ts'

/** One SQLite connection with drizzle on it. `sqlite` is for pragmas, FTS5 and backup only. */
export interface Connection {
  sqlite: Bare
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
  const writer = withDrizzle(connect(file))
  refuseOldEngine(writer)
  writer.sqlite.pragma('journal_mode = WAL')
  writer.sqlite.pragma('journal_size_limit = 67108864')
  // A release of thousands of articles stays in memory until its commit instead of going to the log and back.
  writer.sqlite.pragma('cache_size = -65536')
  migrate(writer.sqlite, file)
  const reader = withDrizzle(connectToRead(file))
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

function withDrizzle(sqlite: Bare): Connection {
  return { sqlite, orm: drizzle({ client: sqlite }) }
}

function refuseOldEngine({ sqlite }: Connection): void {
  const version = sqlite.prepare('SELECT sqlite_version()').pluck().get() as string
  if (version.localeCompare(oldestSafeSqlite, 'en', { numeric: true }) < 0) {
    throw new Error(`SQLite ${version} can lose commits; ${oldestSafeSqlite} or newer is needed`)
  }
  if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite did not accept synchronous=FULL')
}
