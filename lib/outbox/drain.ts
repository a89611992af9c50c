import { and, asc, eq, gt, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import type { Database } from '#db/open.ts'
import { outbox } from '#db/schema/search.ts'
import { write } from '#db/write.ts'

/** A row that was claimed for sending. */
export interface ClaimedRow {
  id: number
  key: string
  attempts: number
}

/** SQLite takes 32,766 values per statement. */
const idsPerStatement = 10_000

/**
 * Claims the oldest rows that are due, at most `limit`, for `milliseconds`; a claim that ran out without being settled is due again. Rows that are due later
 * than in `furthest` milliseconds were written before the clock went back, and are due now.
 */
export async function claimOutbox(
  database: Database,
  topic: string,
  limit: number,
  milliseconds: number,
  furthest = Number.POSITIVE_INFINITY,
): Promise<ClaimedRow[]> {
  return write(database, async tx => {
    const isDue = or(lte(outbox.availableAt, tx.now), gt(outbox.availableAt, tx.now + furthest))
    const isFree = or(isNull(outbox.leasedUntil), lt(outbox.leasedUntil, tx.now), gt(outbox.leasedUntil, tx.now + milliseconds))
    const due = or(and(eq(outbox.state, 'pending'), isDue), and(eq(outbox.state, 'leased'), isFree))
    const rows = await tx.orm
      .select({ id: outbox.id, key: outbox.key, attempts: outbox.attempts })
      .from(outbox)
      .where(and(eq(outbox.topic, topic), due))
      .orderBy(asc(outbox.id))
      .limit(limit)
    const claim = { state: 'leased' as const, leasedUntil: tx.now + milliseconds }
    for (const ids of chunks(rows)) await tx.orm.update(outbox).set(claim).where(inArray(outbox.id, ids))
    return rows
  })
}

/** Notes under what name the receiver took the rows over. */
export async function noteReceipt(database: Database, rows: readonly { id: number }[], receipt: string): Promise<void> {
  await write(database, async tx => {
    for (const ids of chunks(rows)) await tx.orm.update(outbox).set({ receipt }).where(inArray(outbox.id, ids))
  })
}

/** The rows are done. */
export async function settleOutbox(database: Database, rows: readonly { id: number }[]): Promise<void> {
  if (rows.length === 0) return
  await write(database, async tx => {
    const done = { state: 'done' as const, doneAt: tx.now, leasedUntil: null, lastError: null }
    for (const ids of chunks(rows)) await tx.orm.update(outbox).set(done).where(inArray(outbox.id, ids))
  })
}

/** The rows are tried again after `milliseconds`; `counts`: that was an attempt of theirs, not a fault of the way. */
export async function returnOutbox(
  database: Database,
  rows: readonly ClaimedRow[],
  error: string,
  milliseconds: number,
  counts: boolean,
): Promise<void> {
  await write(database, async tx => {
    const later = {
      state: 'pending' as const,
      leasedUntil: null,
      lastError: error.slice(0, 500),
      availableAt: tx.now + Math.round(milliseconds),
    }
    for (const { id, attempts } of rows) {
      await tx.orm
        .update(outbox)
        .set({ ...later, attempts: attempts + (counts ? 1 : 0) })
        .where(eq(outbox.id, id))
    }
  })
}

/** The rows cannot be delivered: they stay visible until somebody replays them. */
export async function buryOutbox(database: Database, rows: readonly ClaimedRow[], error: string): Promise<void> {
  await write(database, async tx => {
    const dead = { state: 'dead' as const, leasedUntil: null, lastError: error.slice(0, 500) }
    for (const ids of chunks(rows)) await tx.orm.update(outbox).set(dead).where(inArray(outbox.id, ids))
  })
}

/** Makes claims of whoever sent before due at once: for the one who has just become the only sender. */
export async function freeClaims(database: Database, topic: string): Promise<void> {
  await write(database, async tx => {
    const free = { state: 'pending' as const, leasedUntil: null }
    await tx.orm
      .update(outbox)
      .set(free)
      .where(and(eq(outbox.topic, topic), eq(outbox.state, 'leased')))
  })
}

/** Removes rows that were done before the instant, in milliseconds. */
export async function forgetDone(database: Database, topic: string, before: number): Promise<void> {
  await write(database, async tx => {
    await tx.orm.delete(outbox).where(and(eq(outbox.topic, topic), eq(outbox.state, 'done'), lt(outbox.doneAt, before)))
  })
}

function chunks(rows: readonly { id: number }[]): number[][] {
  const parts: number[][] = []
  for (let from = 0; from < rows.length; from += idsPerStatement) parts.push(rows.slice(from, from + idsPerStatement).map(({ id }) => id))
  return parts
}
