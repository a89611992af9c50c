import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireArticle } from './article-rights.ts'
import type { TranslationContent } from './content.ts'
import { presentTranslation, type TranslationEntry } from './read-translation.ts'
import { missingReferences, type Warning } from './references.ts'
import { keepFirstMatch } from './side-by-side.ts'
import { readArticleRow } from './write-article.ts'
import { writeTranslation } from './write-translation.ts'

export interface SavedTranslation extends TranslationEntry {
  /** `unchanged`: what was sent is the draft already; its version stays. */
  outcome: 'created' | 'saved' | 'unchanged'
  /** What a release would complain about and a draft may have: facts, snippets, articles and pictures that do not exist. */
  warnings: Warning[]
}

/**
 * Makes content the draft of a translation; published is it only by a release. `expectedVersion`: the version that was changed, null for the first save.
 * Throws forbidden (needs write), not_found (article), invalid (content with the place named; 428 without a version), conflict (412 with `current` when another
 * version is current).
 */
export async function saveTranslation(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string; expectedVersion: number | null; content: TranslationContent },
): Promise<SavedTranslation> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.articleId)
  const { articleId, locale, expectedVersion, content } = input
  const { outcome, references } = await write(istok.database, async tx => {
    await readArticleRow(tx.orm, articleId)
    const written = await writeTranslation(tx, actor, { articleId, locale }, content, expectedVersion)
    if (written.outcome === 'created') await keepFirstMatch(tx, actor, articleId, istok.env.locales)
    return written
  })
  const { orm } = istok.database.reader
  return { ...(await presentTranslation(orm, { articleId, locale })), outcome, warnings: missingReferences(orm, references) }
}
