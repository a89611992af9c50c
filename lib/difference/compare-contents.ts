import type { Audience, Document, Inline } from '#lib/document/types.ts'
import { compareInlines } from './compare-inlines.ts'
import { compareLists, type ListDifference } from './compare-lists.ts'
import { compareDocuments } from './compare-nodes.ts'
import { compareWords } from './compare-words.ts'
import type { Fate, InlinePiece, NodeDifference, Piece } from './types.ts'

/** Everything of a translation that is published. */
export interface Compared {
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  variations: Record<string, Document>
  metadata: { slug: string; category: string | null; tags: string[]; audience: Audience; channels: string[] | null }
}

/** A field of the metadata with another value. */
export interface FieldDifference {
  field: 'slug' | 'category' | 'audience' | 'channels' | 'tags'
  before: string[] | null
  after: string[]
}

export interface ContentDifference {
  title: Piece[]
  shortAnswer: InlinePiece[]
  questions: ListDifference
  document: NodeDifference[]
  variations: { channel: string; fate: Fate | 'changed'; document: NodeDifference[] }[]
  /** Only the fields that differ. */
  metadata: FieldDifference[]
  isSame: boolean
}

const nothing: Document = { type: 'doc', content: [] }
const fields = ['slug', 'category', 'tags', 'audience', 'channels'] as const

/** What became of a translation and its metadata; `before` null: there was none. */
export function compareContents(before: Compared | null, after: Compared): ContentDifference {
  const difference = {
    title: compareWords(before?.title ?? '', after.title),
    shortAnswer: compareInlines(before?.shortAnswer ?? [], after.shortAnswer),
    questions: compareLists(before?.questions ?? [], after.questions),
    document: compareDocuments(before?.document ?? nothing, after.document),
    variations: compareVariations(before?.variations ?? {}, after.variations),
    metadata: fields.flatMap(field => fieldDifference(field, before, after) ?? []),
  }
  return { ...difference, isSame: isSame(difference) }
}

function compareVariations(before: Record<string, Document>, after: Record<string, Document>): ContentDifference['variations'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().map(channel => {
    const [old, fresh] = [before[channel], after[channel]]
    const document = compareDocuments(old ?? nothing, fresh ?? nothing)
    const fate =
      old === undefined ? 'added' : fresh === undefined ? 'removed' : document.every(one => one.fate === 'same') ? 'same' : 'changed'
    return { channel, fate, document }
  })
}

function fieldDifference(field: FieldDifference['field'], before: Compared | null, after: Compared): FieldDifference | null {
  const [old, fresh] = [before && valuesOf(before.metadata[field]), valuesOf(after.metadata[field])]
  return JSON.stringify(old) === JSON.stringify(fresh) ? null : { field, before: old, after: fresh }
}

function valuesOf(value: string | string[] | null): string[] {
  return value === null ? [] : typeof value === 'string' ? [value] : value
}

function isSame({ title, shortAnswer, questions, document, variations, metadata }: Omit<ContentDifference, 'isSame'>): boolean {
  const runs = [...title, ...shortAnswer, ...document, ...variations]
  return runs.every(({ fate }) => fate === 'same') && questions.added.length + questions.removed.length + metadata.length === 0
}
