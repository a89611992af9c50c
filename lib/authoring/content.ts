import { channelKinds } from '#lib/compile/channels.ts'
import { digest } from '#lib/digest.ts'
import { canonicalDocument, canonicalInlines } from '#lib/document/canonical-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'
import { type FieldError, IstokError } from '../errors.ts'

/** What an editor maintains of one translation. */
export interface TranslationContent {
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  /** Own wording by channel kind. */
  variations: Record<string, Document>
}

/** Own rules: a title fits a heading and a search result, questions are short phrasings. Characters are UTF-16 units. */
export const contentLimits = { title: 200, questions: 200, question: 300 } as const

/** The one spelling of content, with its members in the order in which they are hashed. Throws invalid with the place named. */
export function canonicalContent(content: TranslationContent): TranslationContent {
  refuseFaults({ title: oneLine(content.title), questions: content.questions.map(oneLine) }, Object.keys(content.variations))
  return spellContent(content)
}

/** The same for content that nobody is about to save: a title may still be missing, empty questions are left out. */
export function spellContent({ title, shortAnswer, questions, document, variations }: TranslationContent): TranslationContent {
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

/** The hash of canonical content: equal content has an equal hash, whoever wrote it where. */
export function contentHash({ title, shortAnswer, questions, document, variations }: TranslationContent): string {
  return digest(JSON.stringify({ title, shortAnswer, questions, document, variations }))
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

function refuseFaults({ title, questions }: { title: string; questions: string[] }, kinds: string[]): void {
  const errors: FieldError[] = []
  if (title === '') errors.push({ pointer: '/title', message: 'must not be empty' })
  if (title.length > contentLimits.title) errors.push({ pointer: '/title', message: `has at most ${contentLimits.title} characters` })
  if (questions.length > contentLimits.questions)
    errors.push({ pointer: '/questions', message: `has at most ${contentLimits.questions} entries` })
  for (const [index, question] of questions.entries()) {
    if (question === '') errors.push({ pointer: `/questions/${index}`, message: 'must not be empty' })
    if (question.length > contentLimits.question)
      errors.push({ pointer: `/questions/${index}`, message: `has at most ${contentLimits.question} characters` })
  }
  for (const kind of kinds) {
    if (!channelKinds.some(known => known === kind))
      errors.push({ pointer: `/variations/${kind}`, message: `is not one of ${channelKinds.join(', ')}` })
  }
  if (errors.length > 0) throw new IstokError('invalid', 'The translation cannot be saved like this', { errors: errors.slice(0, 50) })
}
