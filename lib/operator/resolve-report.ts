import { and, eq, isNull } from 'drizzle-orm'
import { report } from '#db/schema/desk.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { requireArticle } from '#lib/authoring/article-rights.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { longestNote } from './report-answer.ts'

/** Settles a report, with a word on what was done. Throws not_found, conflict (settled already), invalid (note), unauthenticated, forbidden (needs write). */
export async function resolveReport(istok: Istok, actor: Actor, { id, note }: { id: string; note: string }): Promise<void> {
  requireSomewhere(actor, 'write')
  if (note.length > longestNote)
    throw new IstokError('invalid', `note has at most ${longestNote} characters`, {
      errors: [{ pointer: '/note', message: 'is too long', reason: 'too-long', arguments: { maximum: longestNote } }],
    })
  await write(istok.database, async tx => {
    const known = await tx.orm
      .select({ resolvedAt: report.resolvedAt, articleId: report.articleId })
      .from(report)
      .where(eq(report.id, id))
      .get()
    if (!known) throw new IstokError('not_found', 'There is no such report')
    requireArticle(tx.orm, actor, 'write', known.articleId)
    if (known.resolvedAt !== null) throw new IstokError('conflict', 'This report is settled already', { reason: 'report-settled' })
    const settled = { resolvedAt: tx.now, resolvedBy: actor.name, resolution: note.trim() }
    await tx.orm
      .update(report)
      .set(settled)
      .where(and(eq(report.id, id), isNull(report.resolvedAt)))
    await recordAudit(tx, actor, 'report.resolved', `report:${id}`)
  })
}
