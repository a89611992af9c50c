import { outbox } from '#db/schema/search.ts'
import type { Transaction } from '#db/write.ts'

/** Something to be done outside the database after the commit. It carries keys, never content: whoever does it reads the current state. */
export interface OutboxRow {
  /** Who drains it: `search`, `webhook`, … */
  topic: string
  /** Rows with one key are done in the order in which they were appended. */
  key: string
  payload: Record<string, unknown>
  /** Milliseconds since the epoch; at once when not given. */
  availableAt?: number
}

/** SQLite takes 32,766 values per statement; a row has six. */
const rowsPerStatement = 1000

/** Writes side effects into the open transaction, so that they happen exactly when the change is committed. */
export async function appendOutbox(tx: Transaction, rows: readonly OutboxRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const chunk = rows.slice(from, from + rowsPerStatement).map(({ topic, key, payload, availableAt }) => ({
      topic,
      key,
      payload,
      state: 'pending' as const,
      attempts: 0,
      availableAt: availableAt ?? tx.now,
      createdAt: tx.now,
    }))
    await tx.orm.insert(outbox).values(chunk)
    await tx.pause()
  }
}
