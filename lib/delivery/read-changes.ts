import { and, asc, eq, gt, min } from 'drizzle-orm'
import { feed } from '#db/schema/releases.ts'
import { formatInstant } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

export interface FeedItem {
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
 * `snapshot` when what followed it is no longer kept. The caller checks the right to read the channel.
 */
export async function readChanges(
  { database, env }: Istok,
  request: { channel: string; after: string | null; limit: number },
): Promise<FeedPage> {
  const orm = database.reader.orm
  const after = request.after === null ? 0 : readCursor(request.after)
  const [oldest] = await orm.select({ seq: min(feed.seq) }).from(feed)
  if (request.after !== null && after + 1 < (oldest?.seq ?? 1)) throw tooOld(request.channel)
  const rows = await orm
    .select()
    .from(feed)
    .where(and(eq(feed.channel, request.channel), gt(feed.seq, after)))
    .orderBy(asc(feed.seq))
    .limit(request.limit + 1)
  const page = rows.slice(0, request.limit)
  const items = page.map(({ channel: _, at, ...row }) => ({ ...row, at: formatInstant(at, env.timeZone) }))
  return { items, nextCursor: String(page.at(-1)?.seq ?? after), hasMore: rows.length > request.limit }
}

function readCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const message = 'must be the nextCursor of an earlier page or the seq of an item'
  throw new IstokError('invalid', `after ${message}`, { errors: [{ pointer: '?after', message, reason: 'cursor' }] })
}

function tooOld(channel: string): IstokError {
  const snapshot = `/api/v1/channels/${channel}/answers`
  return new IstokError('not_found', `What followed this cursor is no longer kept: read ${snapshot} and go on from the newest change`, {
    status: 410,
    extra: { snapshot },
  })
}
