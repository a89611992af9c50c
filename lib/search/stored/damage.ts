import type { Database } from '#db/open.ts'

const listeners = new WeakMap<Database, () => void>()

/** Calls `listener` whenever a read or write finds the stored index damaged. Returns what ends that. */
export function whenDamaged(database: Database, listener: () => void): () => void {
  listeners.set(database, listener)
  return () => void listeners.delete(database)
}

/** Tells that an error of SQLite came from reading or writing the stored index. Returns whether it says that the index is damaged. */
export function noteDamage(database: Database, error: unknown): boolean {
  const isDamage = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CORRUPT')
  if (isDamage) listeners.get(database)?.()
  return isDamage
}
