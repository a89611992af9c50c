import type { Content } from '#lib/document/content.ts'
import { spellDocument } from '#lib/document/spell-document.ts'
import type { Document } from '#lib/document/types.ts'

/** JSON of a text with its documents in their canonical form. Made while somebody types: blocks that did not change are not spelled again. */
export function contentJson(content: Content): string {
  return jsonOf(content, spellDocument)
}

/** The same as PUT …/translations/{locale} and its preview take it. */
export function bodyJson(content: Content): string {
  return jsonOf(content, variation => `{"document":${spellDocument(variation)}}`)
}

function jsonOf({ title, shortAnswer, questions, document, variations }: Content, spellVariation: (variation: Document) => string): string {
  const words = JSON.stringify({ title, shortAnswer, questions }).slice(0, -1)
  const own = Object.entries(variations).map(([kind, variation]) => `${JSON.stringify(kind)}:${spellVariation(variation)}`)
  return `${words},"document":${spellDocument(document)},"variations":{${own.join()}}}`
}
