import { report } from '#db/schema/desk.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { maskPersonalData } from '#lib/answering/mask-personal-data.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { readOperatorHead } from './find-operator-answer.ts'
import { requireOperator } from './require-operator.ts'

/** Characters of a report's text. */
export const longestNote = 1000

export interface NewReport {
  slug: string
  locale: string
  kind: 'outdated' | 'wrong'
  note: string
}

/**
 * Says that an answer is outdated or wrong: a task for its owner, open until somebody settles it. Personal data in the note is masked. Returns the id.
 * Throws not_found, invalid (the note is too long), unauthenticated, forbidden.
 */
export async function reportAnswer(istok: Istok, actor: Actor, { slug, locale, kind, note }: NewReport): Promise<{ id: string }> {
  requireOperator(actor)
  if (note.length > longestNote)
    throw new IstokError('invalid', `note has at most ${longestNote} characters`, {
      errors: [{ pointer: '/note', message: 'is too long', reason: 'too-long', arguments: { maximum: longestNote } }],
    })
  return write(istok.database, async tx => {
    const { articleId, release } = readOperatorHead(tx.orm, { slug, locale })
    const id = newId()
    const by = { reportedAt: tx.now, reportedBy: actor.id, reporter: actor.name }
    await tx.orm.insert(report).values({ id, articleId, locale, release, kind, note: maskPersonalData(note.trim()), ...by })
    await recordAudit(tx, actor, 'report.created', `report:${id}`, { article: articleId, locale, kind })
    return { id }
  })
}
