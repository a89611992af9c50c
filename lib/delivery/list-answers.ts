import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { category } from '#db/schema/content.ts'
import { head, liveTag, rendition } from '#db/schema/releases.ts'
import { digest } from '../digest.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { memoryOf, type StoredReply } from './memory.ts'

export interface ListRequest {
  channel: string
  locale: string
  /** With everything below it in the tree. */
  category: string | null
  tag: string | null
  /** 1 to 200. */
  limit: number
  cursor: string | null
}

/** The answers of a channel, newest change first, as a ready reply `{items, nextCursor}`. Throws invalid for a broken cursor. The caller checks the right to read the channel. */
export async function listAnswers(istok: Istok, request: ListRequest): Promise<StoredReply> {
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  const key = listKey(request)
  const known = memory.findReply(key)
  if (known) return known
  const reply = await readList(istok, request)
  memory.keepReply(key, reply, epoch)
  return reply
}

/** Under what the reply to this request is kept in memory. */
export function listKey({ channel, locale, category, tag, limit, cursor }: ListRequest): string {
  return `list ${JSON.stringify([channel, locale, category, tag, limit, cursor])}`
}

async function readList({ database }: Istok, { channel, locale, tag, limit, ...request }: ListRequest): Promise<StoredReply> {
  const after = request.cursor === null ? null : readCursor(request.cursor)
  const orm = database.reader.orm
  const conditions = [eq(head.channel, channel), eq(head.locale, locale)]
  if (request.category !== null) conditions.push(inArray(head.category, await withDescendants(database.reader.orm, request.category)))
  if (tag !== null) {
    const tagged = orm
      .select({ id: liveTag.articleId })
      .from(liveTag)
      .where(and(eq(liveTag.tag, tag), eq(liveTag.locale, locale)))
    conditions.push(inArray(head.articleId, tagged))
  }
  const rows = await orm
    .select({ summary: rendition.summary, release: head.release, slug: head.slug })
    .from(head)
    .innerJoin(rendition, eq(rendition.id, head.renditionId))
    .where(
      and(
        ...conditions,
        after
          ? or(sql`${head.release} < ${after.release}`, and(eq(head.release, after.release), sql`${head.slug} > ${after.slug}`))
          : undefined,
      ),
    )
    .orderBy(desc(head.release), asc(head.slug))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? writeCursor(last) : null
  const text = `{"items":[${page.map(row => row.summary?.toString()).join(',')}],"nextCursor":${JSON.stringify(next)}}`
  return { body: Buffer.from(text), etag: `"${digest(text)}"`, mediaType: 'application/json; charset=utf-8', release: null }
}

/** The slugs of a category and of everything below it in the tree; itself where there is no such category. */
export async function withDescendants(orm: Istok['database']['reader']['orm'], slug: string): Promise<string[]> {
  const all = await orm.select({ id: category.id, slug: category.slug, parentId: category.parentId }).from(category)
  const found = all.filter(row => row.slug === slug)
  for (const parent of found) found.push(...all.filter(row => row.parentId === parent.id && !found.includes(row)))
  return found.length === 0 ? [slug] : found.map(row => row.slug)
}

interface Place {
  release: number
  slug: string
}

function writeCursor({ release, slug }: Place): string {
  return Buffer.from(`${release} ${slug}`).toString('base64url')
}

function readCursor(cursor: string): Place {
  const match = /^(\d{1,12}) ([a-z0-9-]{1,200})$/.exec(Buffer.from(cursor, 'base64url').toString())
  if (match) return { release: Number(match[1]), slug: match[2] ?? '' }
  const message = 'is not a cursor that this list gave'
  throw new IstokError('invalid', `cursor ${message}`, { errors: [{ pointer: '?cursor', message, reason: 'cursor' }] })
}
