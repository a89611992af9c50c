import type { Database } from '#db/open.ts'
import { readOutboxKey } from './documents.ts'

/** Articles that are named at most; a backlog that is longer is caught up by sending. */
const most = 1000

/** Ids of articles that Meilisearch does not have as they are now: those that are still to be sent, and those that it refuses. */
export function readUnsent({ reader }: Database): string[] {
  const keys = reader.sqlite
    .prepare("SELECT DISTINCT key FROM outbox WHERE topic = 'search' AND state IN ('pending', 'leased', 'dead') LIMIT ?")
    .pluck()
    .all(most) as string[]
  return keys.map(key => readOutboxKey(key).articleId)
}
