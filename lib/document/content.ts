import { canonicalDocument, canonicalInlines } from './canonical-document.ts'
import type { Document, Inline } from './types.ts'

/** What an editor maintains of one translation. */
export interface Content {
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  /** Own wording by channel kind. */
  variations: Record<string, Document>
}

/** The one spelling of content, so that equal content has equal JSON; members are in the order in which they are hashed. Empty questions are left out. */
export function spellContent({ title, shortAnswer, questions, document, variations }: Content): Content {
  return {
    title: oneLine(title),
    shortAnswer: canonicalInlines(shortAnswer),
    questions: [...new Set(questions.map(oneLine))].filter(question => question !== ''),
    document: canonicalDocument(document),
    variations: Object.fromEntries(
      Object.entries(variations)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([kind, variation]) => [kind, canonicalDocument(variation)]),
    ),
  }
}

/** Text without line ends, controls and doubled spaces. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, keptSpace)
    .trim()
}

/** A no-break space keeps "5 000" together; anything else becomes a space. */
function keptSpace(white: string): string {
  return white === '\u00A0' || white === '\u202F' ? white : ' '
}
