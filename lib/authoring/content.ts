import { channelKinds } from '#lib/compile/channels.ts'
import { digest } from '#lib/digest.ts'
import { type Content, oneLine, spellContent } from '#lib/document/content.ts'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { type FieldError, IstokError } from '../errors.ts'

/** What an editor maintains of one translation. */
export type TranslationContent = Content

/** Own rules: a title fits a heading and a search result, questions are short phrasings. Characters are UTF-16 units. */
export const contentLimits = { title: 200, questions: 200, question: 300 } as const

/** The one spelling of content, with its members in the order in which they are hashed. Throws invalid with the place named. */
export function canonicalContent(content: TranslationContent): TranslationContent {
  refuseFaults({ title: oneLine(content.title), questions: content.questions.map(oneLine) }, Object.keys(content.variations))
  return spellContent(content)
}

/** The hash of canonical content: equal content has an equal hash, whoever wrote it where. */
export function contentHash({ title, shortAnswer, questions, document, variations }: TranslationContent): string {
  return digest(JSON.stringify({ title, shortAnswer, questions, document, variations }))
}

function refuseFaults({ title, questions }: { title: string; questions: string[] }, kinds: string[]): void {
  const errors: FieldError[] = []
  if (title === '') errors.push({ pointer: '/title', message: 'must not be empty', reason: 'empty' })
  if (title.length > contentLimits.title)
    errors.push({
      pointer: '/title',
      message: `has at most ${contentLimits.title} characters`,
      reason: 'too-long',
      arguments: { maximum: contentLimits.title },
    })
  if (questions.length > contentLimits.questions)
    errors.push({
      pointer: '/questions',
      message: `has at most ${contentLimits.questions} entries`,
      reason: 'too-many',
      arguments: { maximum: contentLimits.questions },
    })
  for (const [index, question] of questions.entries()) {
    if (question === '') errors.push({ pointer: `/questions/${index}`, message: 'must not be empty', reason: 'empty' })
    if (question.length > contentLimits.question)
      errors.push({
        pointer: `/questions/${index}`,
        message: `has at most ${contentLimits.question} characters`,
        reason: 'too-long',
        arguments: { maximum: contentLimits.question },
      })
  }
  for (const kind of kinds) {
    if (!channelKinds.some(known => known === kind))
      errors.push({
        pointer: `/variations/${escapePointer(kind)}`,
        message: `is not one of ${channelKinds.join(', ')}`,
        reason: 'not-one-of',
        arguments: { values: channelKinds.join(', ') },
      })
  }
  if (errors.length > 0) throw new IstokError('invalid', 'The translation cannot be saved like this', { errors: errors.slice(0, 50) })
}
