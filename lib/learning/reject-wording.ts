import { eq } from 'drizzle-orm'
import { wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope, requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import type { Istok } from '../istok.ts'
import { readWording } from './read-wording.ts'

/** Says that a wording teaches nothing; it is proposed no more. Throws forbidden (needs write), not_found. */
export function rejectWording(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'rejected')
}

/**
 * Proposes a wording again. An article's draft that has it as a question keeps it. Throws forbidden (needs write; where it was attached, for that article), not_found.
 */
export function reopenWording(istok: Istok, actor: Actor, id: string): Promise<void> {
  return decideOn(istok, actor, id, 'open')
}

async function decideOn(istok: Istok, actor: Actor, id: string, state: 'rejected' | 'open'): Promise<void> {
  requireSomewhere(actor, 'write')
  const row = readWording(istok, id)
  if (state === 'open' && row.articleId !== null) requireArticle(istok.database.reader.orm, actor, 'write', row.articleId)
  else requireScope(actor, 'write')
  await write(istok.database, async tx => {
    await tx.orm
      .update(wording)
      .set({ state, articleId: null, sinceRelease: null, decidedAt: tx.now, decidedBy: actor.id })
      .where(eq(wording.id, id))
    await recordAudit(tx, actor, state === 'open' ? 'wording.reopened' : 'wording.rejected', `wording:${id}`)
  })
}
