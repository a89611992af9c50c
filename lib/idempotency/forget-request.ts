import { eq } from 'drizzle-orm'
import { idempotency } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { runningRequests } from './claim-request.ts'

/** Gives up the claim on a request that was refused and so changed nothing: it may be sent again under the same key. */
export async function forgetRequest(istok: Istok, id: number): Promise<void> {
  runningRequests(istok).delete(id)
  await write(istok.database, async tx => {
    await tx.orm.delete(idempotency).where(eq(idempotency.id, id))
  })
}
