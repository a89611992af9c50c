import { session } from '#db/schema/access.ts'
import type { Transaction } from '#db/write.ts'
import { newId } from '../new-id.ts'
import { recordAudit } from './record-audit.ts'

/** Where a session was started: the network address of the caller, and what his browser says of itself. */
export interface SessionPlace {
  address: string
  agent?: string
}

/** Longest text of a browser's name of itself that is kept. */
const longestAgent = 300

/** Begins a session of the user in the transaction that let him in; returns its id. */
export async function startSession(tx: Transaction, userId: string, { address, agent = '' }: SessionPlace): Promise<string> {
  const id = newId()
  const row = { id, userId, address: address.slice(0, 100), agent: agent.slice(0, longestAgent) }
  await tx.orm.insert(session).values({ ...row, startedAt: tx.now, seenAt: tx.now, endedAt: null })
  await recordAudit(tx, { id: `user:${userId}` }, 'session.created', `user:${userId}`, { address: row.address, session: id })
  return id
}
