import { eq, max } from 'drizzle-orm'
import { feed } from '#db/schema/releases.ts'
import type { Istok } from '../istok.ts'

/** The number of the newest change of a channel, 0 before the first: who reads now and follows the feed from here misses nothing. */
export function readFeedEnd({ database }: Istok, channel: string): number {
  return (
    database.reader.orm
      .select({ number: max(feed.number) })
      .from(feed)
      .where(eq(feed.channel, channel))
      .get()?.number ?? 0
  )
}
