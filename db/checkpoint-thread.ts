import { statSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import BetterSqlite3 from 'better-sqlite3'

/** Milliseconds between looks at the log, and its size in bytes from which emptying it is worth the work. */
const interval = 500
const worthwhile = 4 * 1024 * 1024

const file = workerData as string
const sqlite = new BetterSqlite3(file, { timeout: 1000 })
sqlite.pragma('synchronous = FULL')

setInterval(() => {
  if (sizeOf(`${file}-wal`) >= worthwhile) sqlite.pragma('wal_checkpoint(PASSIVE)')
}, interval)

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
