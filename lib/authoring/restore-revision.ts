import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireArticle } from './article-rights.ts'
import { readRevision } from './read-revision.ts'
import { type SavedTranslation, saveTranslation } from './save-translation.ts'

/**
 * Makes the text of a revision the draft; slug, category and the like stay, and nothing is published. Throws forbidden (needs write), not_found, invalid (428
 * without a version), conflict (412 when another version is current).
 */
export async function restoreRevision(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string; number: number; expectedVersion: number | null },
): Promise<SavedTranslation> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.articleId)
  const { title, shortAnswer, questions, document, variations } = await readRevision(istok, actor, input)
  return saveTranslation(istok, actor, { ...input, content: { title, shortAnswer, questions, document, variations } })
}
