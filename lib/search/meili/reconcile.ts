import { write } from '#db/write.ts'
import { appendOutbox } from '#lib/outbox/append.ts'
import { expectedDocuments, outboxKeyOf } from './documents.ts'
import { finish, type Sending } from './send-documents.ts'

/** What was found to differ. */
export interface Reconciled {
  missing: number
  stale: number
  extra: number
}

const page = 1000

/** Whether Meilisearch has as many documents as it must; those that it refuses are not missed. */
export async function countsAgree({ database, client }: Sending, index: string): Promise<boolean> {
  const dead = keysIn(database, 'dead')
  const expected = [...expectedDocuments(database).values()].filter(({ key }) => !dead.has(outboxKeyOf(key)))
  const count = await client.count(index)
  return dead.size === 0 ? count === expected.length : count >= expected.length
}

/** Compares every document by id and hash. What is missing or stale is put into the outbox, unless it waits there or is refused; what nobody says is removed. */
export async function reconcile(sending: Sending, index: string): Promise<Reconciled> {
  const { database, client } = sending
  const known = new Set([...keysIn(database, 'dead'), ...keysIn(database, 'pending'), ...keysIn(database, 'leased')])
  const expected = expectedDocuments(database)
  const found: Reconciled = { missing: 0, stale: 0, extra: 0 }
  const again = new Set<string>()
  const extra: string[] = []
  for (let offset = 0; ; offset += page) {
    const documents = await client.page(index, offset, page)
    for (const { id, h } of documents) {
      const wanted = expected.get(id)
      expected.delete(id)
      if (!wanted) extra.push(id)
      else if (wanted.h !== h && !known.has(outboxKeyOf(wanted.key))) {
        found.stale++
        again.add(outboxKeyOf(wanted.key))
      }
    }
    if (documents.length < page) break
  }
  for (const { key } of expected.values()) {
    if (known.has(outboxKeyOf(key))) continue
    found.missing++
    again.add(outboxKeyOf(key))
  }
  found.extra = extra.length
  if (extra.length > 0) await finish(sending, await client.remove(index, extra))
  const rows = Array.from(again, key => ({ topic: 'search', key, payload: {} }))
  if (rows.length > 0) await write(database, tx => appendOutbox(tx, rows))
  return found
}

function keysIn({ reader }: Sending['database'], state: 'dead' | 'pending' | 'leased'): Set<string> {
  const keys = reader.sqlite.prepare("SELECT DISTINCT key FROM outbox WHERE topic = 'search' AND state = ?").pluck().all(state)
  return new Set(keys as string[])
}
