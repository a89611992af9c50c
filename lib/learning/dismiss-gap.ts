import { eq } from 'drizzle-orm'
import { gap } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope, requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { readGapRow } from './read-wording.ts'

/** Says that a gap needs no answer: it leaves the list, and what joins it later stays out of it. Throws forbidden (needs write), not_found, conflict (closed). */
export function dismissGap(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'dismissed')
}

/**
 * Puts a dismissed gap, or one that has an article, back on the list. Throws forbidden (needs write; where the gap has an article, for that article), not_found.
 */
export function reopenGap(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'open')
}

async function decideOn(istok: Istok, actor: Actor, id: string, state: 'open' | 'dismissed'): Promise<void> {
  requireSomewhere(actor, 'write')
  const { orm } = istok.database.reader
  const row = readGapRow(orm, id)
  // A gap stands in no category; once it has an article it is that article's author who may take it back.
  if (state === 'open' && row.articleId !== null) requireArticle(orm, actor, 'write', row.articleId)
  else requireScope(actor, 'write')
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
