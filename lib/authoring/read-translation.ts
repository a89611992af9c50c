import { and, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article, category, translation } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { serializeInlineMarkdown, serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'
import type { Istok } from '../istok.ts'
import type { TranslationContent } from './content.ts'
import { requireDrafts } from './require-drafts.ts'
import { type Status, translationStatus } from './status.ts'
import { outdatedVariations } from './variation-sources.ts'
import { readArticleRow } from './write-article.ts'
import { readTranslationRow, type TranslationRow } from './write-translation.ts'

/** A draft with its state. Times in milliseconds since the epoch. */
export interface TranslationEntry extends Omit<TranslationRow, 'variationSources' | 'liveHash' | 'liveMetadata' | 'liveSince'> {
  status: Status
  /** Channel kinds whose own wording needs a look: what it stands in for has changed since it was written. */
  outdatedVariations: string[]
}

/** The same content as editors of Markdown see it. */
export interface MarkdownContent {
  title: string
  shortAnswer: string
  questions: string[]
  markdown: string
  variations: Record<string, { markdown: string }>
}

/** The draft of a translation. Throws forbidden (needs write or read:internal), not_found. */
export async function readTranslation(istok: Istok, actor: Actor, place: { articleId: string; locale: string }): Promise<TranslationEntry> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  await readArticleRow(orm, place.articleId)
  return presentTranslation(orm, place)
}

/** Content as Markdown; `readContent` gives the same content back. */
export function markdownOf({ title, shortAnswer, questions, document, variations }: TranslationContent): MarkdownContent {
  return {
    title,
    shortAnswer: serializeInlineMarkdown(shortAnswer),
    questions,
    markdown: serializeMarkdown(document),
    variations: Object.fromEntries(
      Object.entries(variations).map(([kind, variation]) => [kind, { markdown: serializeMarkdown(variation) }]),
    ),
  }
}

/** Throws not_found. */
export async function presentTranslation(
  orm: BetterSQLite3Database,
  place: { articleId: string; locale: string },
): Promise<TranslationEntry> {
  const { variationSources, liveHash: _hash, liveMetadata: _metadata, liveSince: _since, ...row } = await readTranslationRow(orm, place)
  const found = await orm
    .select({ status: translationStatus })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(eq(translation.articleId, place.articleId), eq(translation.locale, place.locale)))
    .get()
  return { ...row, status: found?.status ?? 'draft', outdatedVariations: outdatedVariations({ ...row, variationSources }) }
}
