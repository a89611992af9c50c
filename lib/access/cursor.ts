import { IstokError } from '../errors.ts'

/** How much of a list is wanted. `limit` ≤ 200 (the wire checks it); `cursor` is a `nextCursor` that an earlier page gave. */
export interface PageInput {
  limit?: number
  cursor?: string | null
}

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export const defaultLimit = 50
const largestLimit = 200

export function limitOf({ limit }: PageInput): number {
  return Math.min(Math.max(limit ?? defaultLimit, 1), largestLimit)
}

/** The position after which the next page begins, as an opaque word. */
export function writeCursor(position: (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position in a cursor, null for the first page. Throws invalid when it is not one of ours for a list ordered by values of these kinds. */
export function readCursor(cursor: string | null | undefined, kinds: ('string' | 'number')[]): (string | number)[] | null {
  if (cursor === null || cursor === undefined || cursor === '') return null
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(position) && position.length === kinds.length && kinds.every((kind, index) => typeof position[index] === kind)) {
      return position as (string | number)[]
    }
  } catch {
    // falls through to the refusal
  }
  throw new IstokError('invalid', 'The cursor is not one that this list has given', {
    errors: [{ pointer: '?cursor', message: 'use nextCursor of the page before', reason: 'cursor' }],
  })
}

/** Cuts a list that was read with one row more than wanted into a page. */
export function pageOf<Item>(rows: Item[], limit: number, positionOf: (item: Item) => (string | number)[]): Page<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(positionOf(last)) : null }
}
