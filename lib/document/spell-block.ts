import { canonicalDocument } from './canonical-document.ts'
import type { Block } from './types.ts'

/** The canonical JSON of blocks that have been spelled. Blocks are never changed in place, so a spelling stays right. */
const spellings = new WeakMap<Block, string>()

/** Canonical JSON of a block as a list: empty (`[]`) for what the canonical form drops. Remembered, so that a text in which one block changed is spelled in microseconds. */
export function spellBlock(block: Block): string {
  const known = spellings.get(block)
  if (known !== undefined) return known
  const spelling = JSON.stringify(canonicalDocument({ type: 'doc', content: [block] }).content)
  spellings.set(block, spelling)
  return spelling
}
