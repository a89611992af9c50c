import { and, eq, lt } from 'drizzle-orm'
import { idempotency } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

/** Milliseconds for which an answer is kept. */
const kept = 24 * 3_600_000

/** Milliseconds after which a request that another process was answering is taken to have died with it. */
const lease = 60_000

export interface KeptAnswer {
  status: number
  headers: Record<string, string>
  /** Null: the answer held a secret and was not kept. */
  body: Buffer | null
}

/** `mine`: answer it and then call keepAnswer or forgetRequest with this id; `kept`: somebody was given this answer already. */
export type Claim = { state: 'mine'; id: number } | { state: 'kept'; answer: KeptAnswer }

const running = new WeakMap<Istok, Set<number>>()

/** The requests with an Idempotency-Key that this process is answering now. */
export function runningRequests(istok: Istok): Set<number> {
  let ids = running.get(istok)
  if (!ids) {
    ids = new Set()
    running.set(istok, ids)
  }
  return ids
}

/**
 * Takes the right to answer the request `request` (a hash of all that matters in it) that `actor` sent under `key`. Throws invalid (422) when the key
 * stands for another request, conflict (409) while that request is still being answered. A claim whose process died is free again after a minute.
 */
export async function claimRequest(istok: Istok, { actor, key, request }: { actor: string; key: string; request: string }): Promise<Claim> {
  const mine = runningRequests(istok)
  const claim = await write(istok.database, async (tx): Promise<Claim> => {
    await tx.orm.delete(idempotency).where(lt(idempotency.createdAt, tx.now - kept))
    const row = await tx.orm
      .select()
      .from(idempotency)
      .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)))
      .get()
    if (!row) {
      const values = { actor, key, request, state: 'running' as const, createdAt: tx.now }
      const added = await tx.orm.insert(idempotency).values(values).returning({ id: idempotency.id }).get()
      return { state: 'mine', id: added.id }
    }
    if (row.request !== request) throw differs()
    if (row.state === 'done') return { state: 'kept', answer: { status: row.status ?? 200, headers: row.headers ?? {}, body: row.body } }
    if (mine.has(row.id) || row.createdAt + lease > tx.now) throw stillRunning()
    await tx.orm.update(idempotency).set({ createdAt: tx.now }).where(eq(idempotency.id, row.id))
    return { state: 'mine', id: row.id }
  })
  if (claim.state === 'mine') mine.add(claim.id)
  return claim
}

function differs(): IstokError {
  return new IstokError('invalid', 'This Idempotency-Key was used for another request', {
    errors: [{ pointer: 'Idempotency-Key', message: 'stands for a request with another body or address', reason: 'used-key' }],
  })
}

function stillRunning(): IstokError {
  return new IstokError('conflict', 'The first request with this Idempotency-Key is still being answered', {
    reason: 'still-running',
    headers: { 'Retry-After': '1' },
  })
}
