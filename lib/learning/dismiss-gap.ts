import { eq } from 'drizzle-orm'
import { gap } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readGapRow } from './read-wording.ts'

/** Says that a gap needs no answer: it leaves the list, and what joins it later stays out of it. Throws forbidden (needs write), not_found, conflict (closed). */
export function dismissGap(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'dismissed')
}

/** Puts a dismissed gap, or a closed one that did not fall, back on the list. Throws forbidden (needs write), not_found. */
export function reopenGap(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'open')
}

async function decideOn(istok: Istok, actor: Actor, id: string, state: 'open' | 'dismissed'): Promise<void> {
  requireScope(actor, 'write')
  const row = readGapRow(istok.database.reader.orm, id)
  if (state === 'dismissed' && row.state === 'closed')
    throw new IstokError('conflict', 'This gap was closed by a release', { reason: 'gap-closed' })
  await write(istok.database, async tx => {
    const anew = { articleId: null, sinceRelease: null, closedRelease: null, closedAt: null }
    await tx.orm
      .update(gap)
      .set({ state, decidedAt: tx.now, decidedBy: actor.id, ...(state === 'open' && anew) })
      .where(eq(gap.id, row.id))
    await recordAudit(tx, actor, state === 'open' ? 'gap.reopened' : 'gap.dismissed', `gap:${row.id}`)
  })
}
