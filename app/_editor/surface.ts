import type { useTranslations } from 'use-intl'
import type { Problem } from '#app/_ui/call-api.ts'
import type { FactCatalogue } from './references/fact-catalogue.ts'
import type { SnippetCatalogue } from './references/snippet-catalogue.ts'
import type { Uploads } from './references/uploads.ts'

export type Words = ReturnType<typeof useTranslations<'editor.surface'>>

/** What the blocks of one editor share: its language, and what they refer to. */
export interface Surface {
  /** Of the text. */
  locale: string
  /** In the language of the interface. */
  words: Words
  /** What a refusal of the server means. */
  sayProblem: (problem: Problem) => string
  facts: FactCatalogue
  snippets: SnippetCatalogue
  uploads: Uploads
  /** The text is a snippet's, which holds no snippets. */
  isSnippet: boolean
  /** The text is one paragraph, e.g. a short answer. */
  isInline: boolean
  /** Says something short at the edge of the screen. */
  notify: (text: string) => void
}
