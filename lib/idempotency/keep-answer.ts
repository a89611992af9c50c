import { eq } from 'drizzle-orm'
import { idempotency } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { type KeptAnswer, runningRequests } from './claim-request.ts'

/** Keeps the answer of a claimed request for whoever sends it again. */
export async function keepAnswer(istok: Istok, id: number, { status, headers, body }: KeptAnswer): Promise<void> {
  try {
    await write(istok.database, async tx => {
      await tx.orm.update(idempotency).set({ state: 'done', status, headers, body }).where(eq(idempotency.id, id))
    })
  } finally {
    // Also when it could not be written: nobody is answering it any more.
    runningRequests(istok).delete(id)
  }
}
