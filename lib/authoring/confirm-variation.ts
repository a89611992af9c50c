import { and, eq } from 'drizzle-orm'
import { translation } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireArticle } from './article-rights.ts'
import { presentTranslation, type TranslationEntry } from './read-translation.ts'
import { requireVersion } from './require-version.ts'
import { sourceHash } from './variation-sources.ts'
import { readArticleRow } from './write-article.ts'
import { readTranslationRow } from './write-translation.ts'

/**
 * Says that a channel's own wording still fits the text it stands in for; the draft's version grows, its content stays. Throws forbidden (needs write), not_found
 * (article, translation, variation), invalid (428 without a version), conflict (412 when another version is current).
 */
export async function confirmVariation(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string; channel: string; expectedVersion: number | null },
): Promise<TranslationEntry> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.articleId)
  const { articleId, locale, channel, expectedVersion } = input
  const place = { articleId, locale }
  await write(istok.database, async tx => {
    await readArticleRow(tx.orm, articleId)
    const row = await readTranslationRow(tx.orm, place)
    requireVersion(row, expectedVersion)
    if (!Object.hasOwn(row.variations, channel)) throw new IstokError('not_found', `There is no wording of its own for "${channel}"`)
    const variationSources = { ...row.variationSources, [channel]: sourceHash(row) }
    const change = { variationSources, version: row.version + 1, updatedAt: tx.now, updatedBy: actor.id }
    await tx.orm
      .update(translation)
      .set(change)
      .where(and(eq(translation.articleId, articleId), eq(translation.locale, locale)))
    await recordAudit(tx, actor, 'translation.variation-confirmed', `article:${articleId}`, { locale, channel, version: change.version })
  })
  return presentTranslation(istok.database.reader.orm, place)
}
