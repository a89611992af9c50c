import type { SnippetEntry } from '#lib/authoring/read-snippet.ts'
import { serializeMarkdown } from '#lib/markdown/serialize-markdown.ts'

/** A snippet as the API shows it: each text as a document and as Markdown. */
export function presentSnippetTexts<T extends SnippetEntry>(entry: T) {
  const both = Object.entries(entry.documents).map(([locale, document]) => [locale, { document, markdown: serializeMarkdown(document) }])
  return { ...entry, documents: Object.fromEntries(both) as Record<string, { document: object; markdown: string }> }
}
