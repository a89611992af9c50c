import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'

const folder = join(import.meta.dirname, 'migrations')

interface Migration {
  number: number
  name: string
  sql: string
  hash: string
}

/** The migrations that this program knows, in order. */
export function listMigrations(): Migration[] {
  return readdirSync(folder)
    .filter(name => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map(name => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { number: Number(name.slice(0, 4)), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings the schema to the newest number, each migration in its own transaction, after a copy of the file. Foreign keys are off meanwhile (a table
 * rebuild would otherwise empty its child tables) and checked before the commit. Returns the names applied. Throws an Error that names the
 * migration: an applied file was changed, the database is newer than this program, a reference broke.
 */
export function migrate(sqlite: BetterSqlite3.Database, file: string): string[] {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
  )
  const known = listMigrations()
  const applied = sqlite.prepare('SELECT number, name, hash FROM migration ORDER BY number').all() as Omit<Migration, 'sql'>[]
  for (const row of applied) {
    const file = known.find(migration => migration.number === row.number)
    if (!file) throw new Error(`The database has migration ${row.name}, which this version of Istok does not know: start the newer version`)
    if (file.hash !== row.hash) throw new Error(`Migration ${row.name} was changed after it had been applied`)
  }
  const pending = known.filter(migration => !applied.some(row => row.number === migration.number))
  if (pending.length === 0) return []
  if (applied.length > 0) copyBeside(sqlite, file, applied.at(-1)?.number ?? 0)
  sqlite.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) apply(sqlite, migration)
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  return pending.map(migration => migration.name)
}

function apply(sqlite: BetterSqlite3.Database, migration: Migration): void {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    if (sqlite.prepare('SELECT 1 FROM migration WHERE number = ?').get(migration.number)) {
      sqlite.exec('ROLLBACK')
      return
    }
    sqlite.exec(migration.sql)
    const broken = sqlite.pragma('foreign_key_check') as { table: string }[]
    if (broken.length > 0) throw new Error(`${broken.length} broken references, the first in ${broken[0]?.table}`)
    sqlite
      .prepare('INSERT INTO migration (number, name, hash, at) VALUES (?, ?, ?, ?)')
      .run(migration.number, migration.name, migration.hash, Date.now())
    sqlite.exec('COMMIT')
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw new Error(`Migration ${migration.name} failed and nothing was changed: ${(error as Error).message}`, { cause: error })
  }
}

/** A plain copy is safe here: the log is emptied into the file first and nobody else writes during a start. */
function copyBeside(sqlite: BetterSqlite3.Database, file: string, number: number): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const copy = `${file}.before-${String(number + 1).padStart(4, '0')}`
  if (!existsSync(copy)) copyFileSync(file, copy)
}
