import { spellBlock } from './spell-block.ts'
import type { Document } from './types.ts'

/** The canonical JSON of a document. Blocks that were spelled or compared before are taken from memory: of a long text only what changed costs something. */
export function spellDocument({ content }: Document): string {
  const blocks = content.map(block => spellBlock(block).slice(1, -1)).filter(spelling => spelling !== '')
  return `{"type":"doc","content":[${blocks.join()}]}`
}
