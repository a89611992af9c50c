import type { FactValidity } from '#lib/document/fact-validity.ts'
import type { Audience, Document, Inline } from '#lib/document/types.ts'

/** What of an article and its translation is published together: the content and the metadata that goes with it. */
export interface PublishedContent {
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  variations: Record<string, Document>
  /** Of the five members above. */
  hash: string
  metadata: { slug: string; category: string | null; tags: string[]; audience: Audience; channels: string[] | null }
}

/** `content` null withdraws. `revision` names the revision that is put back; null makes one from the draft. */
export interface TranslationChange {
  articleId: string
  locale: string
  content: PublishedContent | null
  revision: number | null
  /** The versions that the content was read at; the transaction checks that they still hold. */
  draft: { version: number; articleVersion: number } | null
}

export interface FactContent {
  type: string
  unit: string | null
  title: Record<string, string>
  values: FactValidity[]
}
export interface FactChange {
  key: string
  content: FactContent | null
  revision: number | null
  draftVersion: number | null
}

export interface SnippetContent {
  title: Record<string, string>
  documents: Record<string, Document>
}
export interface SnippetChange {
  key: string
  content: SnippetContent | null
  revision: number | null
  draftVersion: number | null
}

/** What a release does, whoever asked for it: people, the scheduler, a rollback. */
export interface Change {
  kind: 'publish' | 'validity' | 'rollback' | 'recompile'
  note: string
  translations: TranslationChange[]
  facts: FactChange[]
  snippets: SnippetChange[]
  /** Facts whose value changes by time at `instant` while their content stays. */
  due: string[]
  /** Compile every live article, not only those that the change touches. */
  everything: boolean
  /** The instant whose fact values are said, in milliseconds; null: now. */
  instant: number | null
  /** The release whose predecessor state is put back. */
  restores: number | null
  /** The schedule that this release carries out. */
  scheduleId: string | null
}

/** A change that does nothing yet. */
export function emptyChange(kind: Change['kind'], note: string): Change {
  return {
    kind,
    note,
    translations: [],
    facts: [],
    snippets: [],
    due: [],
    everything: false,
    instant: null,
    restores: null,
    scheduleId: null,
  }
}
