import { eq } from 'drizzle-orm'
import { importJob } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { keptRefusal } from '../kept-refusal.ts'

/** For the start of the server: an import that still runs by its row has lost its process. What it had saved stays; the same import again does the rest. */
export async function failInterruptedImports(istok: Istok): Promise<void> {
  await write(istok.database, async tx => {
    const running = await tx.orm.select().from(importJob).where(eq(importJob.state, 'running'))
    for (const { id, report } of running) {
      const refusal = keptRefusal(
        new IstokError('internal', 'The process ended during this import; run it again to do the rest', { reason: 'interrupted' }),
      )
      await tx.orm
        .update(importJob)
        .set({ state: 'failed', report: { ...report, problem: refusal.detail, refusal }, finishedAt: tx.now })
        .where(eq(importJob.id, id))
    }
  })
}
