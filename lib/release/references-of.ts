import type { ReferenceKind } from '#db/schema/facts.ts'
import { collectInlineReferences, collectReferences, type References } from '#lib/document/references.ts'
import type { Document, Inline } from '#lib/document/types.ts'

/** The keys that a piece of content refers to, each once. */
export type ReferenceKeys = Record<ReferenceKind, Set<string>>

/** What a translation refers to by itself, in its short answer, document and variations. */
export function referencesOf(content: { shortAnswer: Inline[]; document: Document; variations: Record<string, Document> }): ReferenceKeys {
  const documents = [content.document, ...Object.values(content.variations)]
  return keysOf([collectInlineReferences(content.shortAnswer), ...documents.map(collectReferences)])
}

/** What the documents of a snippet refer to, in all its locales. */
export function referencesOfSnippet(documents: Record<string, Document>): ReferenceKeys {
  return keysOf(Object.values(documents).map(collectReferences))
}

function keysOf(all: References[]): ReferenceKeys {
  const keys: ReferenceKeys = { fact: new Set(), snippet: new Set(), article: new Set(), media: new Set() }
  for (const references of all) {
    for (const { key } of references.facts) keys.fact.add(key)
    for (const { key } of references.snippets) keys.snippet.add(key)
    for (const { key } of references.articles) keys.article.add(key)
    for (const { key } of references.media) keys.media.add(key)
  }
  return keys
}
