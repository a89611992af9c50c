import { type Content, spellContent } from '#lib/document/content.ts'
import type { Block, Document, Inline } from '#lib/document/types.ts'
import { mergeBlocks } from './merge-blocks.ts'
import type { MergedPart } from './merge-lists.ts'

/** What becomes of a conflict; `both`: mine, then theirs. */
export type Choice = 'base' | 'mine' | 'theirs' | 'both'

/** Where both changed the same in different ways. All three texts are blocks, whatever they are in the content. */
export interface Conflict {
  /** Stands for this conflict in the choices. */
  id: string
  /** `title`, `shortAnswer`, `document` or `variations/ivr`. */
  place: string
  base: Block[]
  mine: Block[]
  theirs: Block[]
}

export interface ContentMerge {
  conflicts: Conflict[]
  /** The content with a choice made for each conflict; `both` where none is given, so nothing is lost by an omission. */
  settle(choices: Record<string, Choice>): Content
}

type Parts = Record<string, MergedPart<Block>[]>

/** Puts two versions of a translation together that come from one base. What only one of them changed is taken from it; equal changes are made once. */
export function mergeContent(base: Content, mine: Content, theirs: Content): ContentMerge {
  const [from, left, right] = [spellContent(base), spellContent(mine), spellContent(theirs)]
  const kinds = [...new Set([from, left, right].flatMap(({ variations }) => Object.keys(variations)))].sort()
  const parts: Parts = {
    title: mergeWhole(...each(from, left, right, ({ title }) => wordsAsBlocks(title))),
    shortAnswer: mergeWhole(...each(from, left, right, ({ shortAnswer }) => inlinesAsBlocks(shortAnswer))),
    document: mergeBlocks(from.document.content, left.document.content, right.document.content),
  }
  for (const kind of kinds)
    parts[`variations/${kind}`] = mergeBlocks(...each(from, left, right, ({ variations }) => variations[kind]?.content ?? []))
  const questions = mergeSets(from.questions, left.questions, right.questions)
  const conflicts = Object.entries(parts).flatMap(([place, list]) =>
    list.flatMap((part, index): Conflict[] => (part.kind === 'conflict' ? [{ ...part, id: `${place}:${index}`, place }] : [])),
  )
  return { conflicts, settle: choices => assemble(parts, questions, choices) }
}

function each<T>(base: Content, mine: Content, theirs: Content, read: (content: Content) => T): [T, T, T] {
  return [read(base), read(mine), read(theirs)]
}

function assemble(parts: Parts, questions: string[], choices: Record<string, Choice>): Content {
  const chosen = (place: string) =>
    (parts[place] ?? []).flatMap((part, index) => (part.kind === 'settled' ? part.content : choose(part, choices[`${place}:${index}`])))
  const variations = Object.keys(parts).flatMap((place): [string, Document][] => {
    const content = place.startsWith('variations/') ? chosen(place) : []
    return content.length > 0 ? [[place.slice('variations/'.length), { type: 'doc', content }]] : []
  })
  return spellContent({
    title: chosen('title').map(wordsOf).join(' / '),
    shortAnswer: chosen('shortAnswer').flatMap((block, index) => [...(index > 0 ? [space] : []), ...inlinesOf(block)]),
    questions,
    document: { type: 'doc', content: chosen('document') },
    variations: Object.fromEntries(variations),
  })
}

const space: Inline = { type: 'text', text: ' ' }

function choose(conflict: Extract<MergedPart<Block>, { kind: 'conflict' }>, choice: Choice = 'both'): Block[] {
  return choice === 'both' ? [...conflict.mine, ...conflict.theirs] : conflict[choice]
}

/** For a text that is one thing: it conflicts as a whole. */
function mergeWhole(base: Block[], mine: Block[], theirs: Block[]): MergedPart<Block>[] {
  const [from, left, right] = [base, mine, theirs].map(blocks => JSON.stringify(blocks))
  if (left === from || left === right) return [{ kind: 'settled', content: theirs }]
  return right === from ? [{ kind: 'settled', content: mine }] : [{ kind: 'conflict', base, mine, theirs }]
}

/** The order of questions says nothing: what either side added is there, what either side took away is not. */
function mergeSets(base: string[], mine: string[], theirs: string[]): string[] {
  const kept = theirs.filter(entry => mine.includes(entry) || !base.includes(entry))
  return [...kept, ...mine.filter(entry => !base.includes(entry) && !kept.includes(entry))]
}

function wordsAsBlocks(text: string): Block[] {
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
}

function inlinesAsBlocks(content: Inline[]): Block[] {
  return content.length === 0 ? [] : [{ type: 'paragraph', content }]
}

function inlinesOf(block: Block): Inline[] {
  return block.type === 'paragraph' ? (block.content ?? []) : []
}

function wordsOf(block: Block): string {
  return inlinesOf(block)
    .map(inline => (inline.type === 'text' ? inline.text : ''))
    .join('')
}
