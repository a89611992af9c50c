import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { now } from '#lib/clock.ts'
import { IstokError } from '#lib/errors.ts'
import type { Database } from './open.ts'

/** What a transaction gives to those who write in it: the connection, and the one timestamp of all its rows. */
export interface Transaction {
  orm: BetterSQLite3Database
  /** Milliseconds since the epoch, never earlier than the newest release. */
  now: number
  /** Lets waiting readers be served; call it in long loops. Nothing else may be awaited inside a transaction but queries. */
  pause(): Promise<void>
}

/** Longest time, in milliseconds, for which a transaction keeps the event loop to itself. */
const turn = 8

/**
 * The only way to change data: takes its place in the queue, runs `work` between BEGIN IMMEDIATE and COMMIT on the writing connection, and returns what
 * `work` returned once the commit is on disk. Throws what `work` throws after rolling back; `internal` with status 507 when the disk is full, 503 when
 * another process holds the lock for longer than five seconds.
 */
export function write<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return keepTurn(database, () => transactInTurn(database, work))
}

async function transactInTurn<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const leave = await database.gate?.()
  try {
    return await transact(database, work)
  } finally {
    leave?.()
  }
}

/**
 * Keeps all writers of this process waiting while somebody else writes, e.g. another thread: `work` begins when it is its turn, and the next in the queue
 * begins when it ends. Returns what `work` returns.
 */
export function keepTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const result = database.queue.then(work)
  database.queue = result.catch(() => undefined)
  return result
}

async function transact<T>(database: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { sqlite, orm } = database.writer
  try {
    sqlite.exec('BEGIN IMMEDIATE')
    let started = performance.now()
    const pause = async () => {
      if (performance.now() - started < turn) return
      await new Promise(resolve => setImmediate(resolve))
      started = performance.now()
    }
    const result = await work({ orm, now: now(), pause })
    sqlite.exec('COMMIT')
    database.commits++
    return result
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw refusal(error)
  }
}

function refusal(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_FULL') || code.startsWith('SQLITE_IOERR')) {
    return new IstokError('internal', 'The disk is full or failing; nothing was changed', { status: 507, cause: error })
  }
  if (code.startsWith('SQLITE_BUSY'))
    return new IstokError('internal', 'The database is busy; try again', { status: 503, headers: { 'Retry-After': '1' }, cause: error })
  return error
}
