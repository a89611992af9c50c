import { Worker } from 'node:worker_threads'
import type { Database } from './open.ts'

/** Pages of the log after which SQLite itself empties it into the database within a commit; its default. */
const automatic = 1000

/**
 * Empties the write-ahead log in a thread of its own while the server runs, so that no commit waits for it. Returns what stops it; from then on SQLite does
 * it within commits again.
 */
export function startCheckpoints(database: Database): () => Promise<void> {
  const worker = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData: database.file })
  worker.unref()
  database.writer.sqlite.pragma('wal_autocheckpoint = 0')
  worker.once('exit', () => {
    if (database.writer.sqlite.open) database.writer.sqlite.pragma(`wal_autocheckpoint = ${automatic}`)
  })
  return async () => {
    await worker.terminate()
  }
}
