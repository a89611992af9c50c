import { buryOutbox, type ClaimedRow, claimOutbox, noteReceipt, returnOutbox, settleOutbox } from '#lib/outbox/drain.ts'
import { readOutboxKey } from './documents.ts'
import { newestRow } from './replica-state.ts'
import { MeiliFault } from './request.ts'
import { mustOwn, ReplicaFault, type Sending, sendTranslations } from './send-documents.ts'

/** Rows of one batch. */
const batch = 200

/** Milliseconds after which a claim that nobody settled, after a crash, is taken up again. */
const claim = 60_000

/** Milliseconds: no row is put off for longer. */
const furthest = 900_000

/** How often rows are tried before they wait for a person. Faults of the server or the way do not count. */
const mostAttempts = 5

/**
 * Sends what waits in the outbox to the index, the oldest first, until nothing is due of what waited when it began: whoever releases all the time must not keep
 * it going. Several rows of one translation are sent once, as it is now. Returns the number of rows that are done. Throws what sending throws after the rows
 * have been given back; those of whoever has lost the lease are the new sender's.
 */
export async function drainOutbox(sending: Sending & { signal: AbortSignal }, index: string, backOff: number): Promise<number> {
  const newest = newestRow(sending.database)
  let done = 0
  while (!sending.signal.aborted && (await sending.owns())) {
    const rows = await claimOutbox(sending.database, 'search', batch, claim, furthest)
    if (rows.length === 0) return done
    await noteReceipt(sending.database, rows, index)
    done += await sendRows(sending, index, rows, backOff)
    if (rows.every(({ id }) => id > newest)) return done
  }
  return done
}

async function sendRows(sending: Sending, index: string, rows: readonly ClaimedRow[], backOff: number): Promise<number> {
  const { database } = sending
  const keys = [...new Set(rows.map(({ key }) => key))]
  try {
    const refused = await sendTranslations(sending, index, keys.map(readOutboxKey))
    await mustOwn(sending)
    const good = rows.filter(({ key }) => !refused.has(key))
    await settleOutbox(database, good)
    for (const [key, reason] of refused) {
      const bad = rows.filter(row => row.key === key)
      await buryOutbox(database, bad, reason)
    }
    return good.length
  } catch (error) {
    if (error instanceof ReplicaFault && error.reason === 'lease') throw error
    const passes =
      error instanceof ReplicaFault || (error instanceof MeiliFault && (error.passes || error.status === 401 || error.status === 403))
    const isIndex = error instanceof MeiliFault && error.code === 'index_not_found'
    const text = error instanceof Error ? error.message : String(error)
    const tired = passes || isIndex ? [] : rows.filter(({ attempts }) => attempts + 1 >= mostAttempts)
    if (tired.length > 0) await buryOutbox(database, tired, text)
    const wait = error instanceof MeiliFault ? (error.retryAfter ?? backOff) : backOff
    await returnOutbox(
      database,
      rows.filter(row => !tired.includes(row)),
      text,
      wait,
      !passes && !isIndex,
    )
    throw error
  }
}
