import { and, asc, eq, gt, max, min } from 'drizzle-orm'
import { feed } from '#db/schema/releases.ts'
import { formatInstant } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

export interface FeedItem {
  /** Its number among the changes of its channel, from 1 without a gap. */
  seq: number
  release: number
  op: 'upsert' | 'delete'
  slug: string
  articleId: string
  locale: string
  hash: string | null
  at: string
}
export interface FeedPage {
  items: FeedItem[]
  nextCursor: string
  hasMore: boolean
}

/**
 * The changes of a channel after a cursor, oldest first; `after` null begins with what is kept. Throws invalid for a cursor that is no number, 410 with
 * `snapshot` when what followed it is no longer kept, or the cursor is of another history (ahead of this one, as after a restore). The caller checks the right to read the channel.
 */
export async function readChanges(
  { database, env }: Istok,
  request: { channel: string; after: string | null; limit: number },
): Promise<FeedPage> {
  const orm = database.reader.orm
  const after = request.after === null ? 0 : readCursor(request.after)
  if (request.after !== null) {
    const kept = await orm
      .select({ oldest: min(feed.number), newest: max(feed.number) })
      .from(feed)
      .where(eq(feed.channel, request.channel))
      .get()
    if (after + 1 < (kept?.oldest ?? 1) || after > (kept?.newest ?? 0)) throw notKept(request.channel)
  }
  const rows = await orm
    .select()
    .from(feed)
    .where(and(eq(feed.channel, request.channel), gt(feed.number, after)))
    .orderBy(asc(feed.number))
    .limit(request.limit + 1)
  const page = rows.slice(0, request.limit)
  const items = page.map(({ channel: _, seq: __, number, at, ...row }) => ({ seq: number, ...row, at: formatInstant(at, env.timeZone) }))
  return { items, nextCursor: String(page.at(-1)?.number ?? after), hasMore: rows.length > request.limit }
}

function readCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const message = 'must be the nextCursor of an earlier page or the seq of an item'
  throw new IstokError('invalid', `after ${message}`, { errors: [{ pointer: '?after', message, reason: 'cursor' }] })
}

function notKept(channel: string): IstokError {
  const snapshot = `/api/v1/channels/${channel}/answers`
  return new IstokError('not_found', `What followed this cursor is not kept here: read ${snapshot} and go on from the newest change`, {
    status: 410,
    extra: { snapshot },
  })
}
