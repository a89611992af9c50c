import { canonicalInlines } from '#lib/document/canonical-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'

/** Characters of a short answer taken from a text: about three sentences. */
const longest = 300
/** What a fact is counted as; its value is not known here. */
const factLength = 12

/**
 * The beginning of a document's first open paragraph as a short answer, whole sentences up to 300 characters; empty without such a paragraph.
 * Blocks for some readers only, lists, tables and callouts are never taken. A paragraph that is a mere title gives way to the next one that
 * says something, and a sentence that leads to a list ("Do the following:") is left out behind others.
 */
export function deriveShortAnswer(document: Document): Inline[] {
  const paragraphs = document.content.flatMap(block => (block.type === 'paragraph' ? [block.content ?? []] : []))
  const content = withoutLeadIn(paragraphs.slice(0, 4).find(isStatement) ?? paragraphs[0] ?? [])
  if (lengthOf(content) <= longest) return canonicalInlines(content)
  return canonicalInlines(cut(content, sentenceEnd(content)))
}

const shortestTitle = 60
/** Whether a text says something: it is long, or ends as a sentence does. */
function isStatement(inlines: readonly Inline[]): boolean {
  const text = textOf(inlines).trimEnd()
  return text.length >= shortestTitle || /[.!?…:][»")\]]?$/.test(text)
}

/** The text before a last sentence that ends with a colon, where there is one. */
function withoutLeadIn(inlines: readonly Inline[]): readonly Inline[] {
  const text = textOf(inlines).trimEnd()
  if (!text.endsWith(':')) return inlines
  const end = [...text.matchAll(/[.!?…](?=[»")\]]? )/g)].at(-1)
  return end === undefined ? inlines : cut(inlines, { length: end.index + 1, ellipsis: false })
}

/** What is read; a fact stands as characters that no sentence ends with. */
function textOf(inlines: readonly Inline[]): string {
  return inlines.map(inline => (inline.type === 'text' ? inline.text : '\u00A0'.repeat(size(inline)))).join('')
}

function lengthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => sum + size(inline), 0)
}

function size(inline: Inline): number {
  if (inline.type === 'text') return inline.text.length
  return inline.type === 'fact' ? factLength : 1
}

/** Where the last whole sentence within the limit ends; without one the last word. */
function sentenceEnd(inlines: readonly Inline[]): { length: number; ellipsis: boolean } {
  const shown = textOf(inlines).slice(0, longest)
  const ends = [...shown.matchAll(/[.!?…](?=[»")\]]? )/g)]
  const last = ends.at(-1)
  if (last !== undefined && last.index > 40) return { length: last.index + 1, ellipsis: false }
  const space = shown.lastIndexOf(' ')
  return { length: space > 0 ? space : longest - 1, ellipsis: true }
}

function cut(inlines: readonly Inline[], end: { length: number; ellipsis: boolean }): Inline[] {
  const result: Inline[] = []
  let left = end.length
  for (const inline of inlines) {
    if (left <= 0) break
    // A text is cut by whole characters, not between the halves of an emoji.
    if (inline.type === 'text') result.push({ ...inline, text: inline.text.slice(0, left).replace(/[\uD800-\uDBFF]$/, '') })
    else result.push(inline)
    left -= size(inline)
  }
  return end.ellipsis ? [...result, { type: 'text', text: '…' }] : result
}
