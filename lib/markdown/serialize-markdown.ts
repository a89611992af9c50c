import { canonicalDocument, canonicalInlines } from '#lib/document/canonical-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'
import { blocksSource } from './blocks-to-markdown.ts'
import { escapeLineStart } from './escape-text.ts'
import { inlineLines } from './inlines-to-markdown.ts'

/** A document as Istok's Markdown. parseMarkdown gives back the same canonical document, and equal documents give equal text. */
export function serializeMarkdown(document: Document): string {
  const source = blocksSource(canonicalDocument(document).content)
  return source === '' ? '' : `${source}\n`
}

/** Inline content, e.g. a short answer, as Markdown; parseInlineMarkdown gives it back. */
export function serializeInlineMarkdown(inlines: readonly Inline[]): string {
  return inlineLines(canonicalInlines(inlines)).map(escapeLineStart).join('\\\n')
}
