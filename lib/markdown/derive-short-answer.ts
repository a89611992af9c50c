import { canonicalInlines } from '#lib/document/canonical-document.ts'
import type { Document, Inline } from '#lib/document/types.ts'

/** Characters of a short answer taken from a text: about three sentences. */
const longest = 300
/** What a fact is counted as; its value is not known here. */
const factLength = 12

/**
 * The beginning of a document's first open paragraph as a short answer, whole sentences up to 300 characters; empty without such a paragraph.
 * Blocks for some readers only, lists, tables and callouts are never taken.
 */
export function deriveShortAnswer(document: Document): Inline[] {
  const paragraph = document.content.find(block => block.type === 'paragraph')
  const content = (paragraph?.type === 'paragraph' ? paragraph.content : undefined) ?? []
  if (lengthOf(content) <= longest) return canonicalInlines(content)
  return canonicalInlines(cut(content, sentenceEnd(content)))
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
  const text = inlines.map(inline => (inline.type === 'text' ? inline.text : '\u00A0'.repeat(size(inline)))).join('')
  const shown = text.slice(0, longest)
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
