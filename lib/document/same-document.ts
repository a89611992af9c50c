import { spellBlock } from './spell-block.ts'
import type { Block, Document } from './types.ts'

const nothing = '[]'

/** Whether two documents have the same canonical form. Blocks that both share are not looked into, so a text in which one block changed is compared in microseconds. */
export function sameDocument(left: Document, right: Document): boolean {
  if (left === right) return true
  const [a, b] = [left.content, right.content]
  let i = 0
  let j = 0
  for (;;) {
    if (i < a.length && a[i] === b[j]) {
      i++
      j++
      continue
    }
    i = skipEmpty(a, i)
    j = skipEmpty(b, j)
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length
    if (a[i] !== b[j] && spellBlock(a[i] as Block) !== spellBlock(b[j] as Block)) return false
    i++
    j++
  }
}

/** The canonical form drops empty paragraphs and headings. */
function skipEmpty(blocks: readonly Block[], index: number): number {
  let next = index
  while (next < blocks.length && spellBlock(blocks[next] as Block) === nothing) next++
  return next
}
