import { max } from 'drizzle-orm'
import { feed } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'

/** The seq of the newest change of any channel, 0 before the first: who reads now and follows the feed from here misses nothing. */
export function readFeedEnd({ database }: Istok): number {
  return (
    database.reader.orm
      .select({ seq: max(feed.seq) })
      .from(feed)
      .get()?.seq ?? 0
  )
}
