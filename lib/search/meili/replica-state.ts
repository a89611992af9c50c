import type { Database } from '#db/open.ts'
import { setting } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { LiveKey } from '../stored/read-live-terms.ts'
import { schemaHash } from './settings.ts'

/** A rebuild that is under way, so that it goes on after a crash. */
export interface Rebuild {
  /** The index that is being filled. */
  target: string
  /** The last translation that is in it. */
  after: LiveKey | null
  /** Rows of the outbox above this number are sent once more before the swap. */
  firstRow: number
  /** `swap`: whether it happened is not known after a crash, so everything begins anew. */
  phase: 'fill' | 'swap'
}

/** What is remembered of Meilisearch between starts. */
export interface ReplicaState {
  /** The form in which the index was built; null: there is none. */
  schema: string | null
  rebuild: Rebuild | null
}

const key = 'search.replica'

/** The state as it is stored. */
export function readReplicaState({ reader }: Database): ReplicaState {
  const stored = reader.sqlite.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined
  return stored === undefined ? { schema: null, rebuild: null } : (JSON.parse(stored) as ReplicaState)
}

/** Whether an index of the form that this program expects was built. */
export function isBuilt(database: Database): boolean {
  return readReplicaState(database).schema === schemaHash
}

/** Stores the state. */
export async function writeReplicaState(database: Database, state: ReplicaState): Promise<void> {
  await write(database, async tx => {
    const value = JSON.stringify(state)
    await tx.orm.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } })
  })
}

/** Number of the newest row of the outbox. */
export function newestRow({ reader }: Database): number {
  return reader.sqlite.prepare('SELECT coalesce(max(id), 0) FROM outbox').pluck().get() as number
}

/** Keys of the search rows above a number, whatever became of them. */
export function keysAbove({ reader }: Database, row: number): string[] {
  return reader.sqlite.prepare("SELECT DISTINCT key FROM outbox WHERE topic = 'search' AND id > ?").pluck().all(row) as string[]
}
