import { plainText } from '#lib/document/plain-text.ts'
import type { Block } from '#lib/document/types.ts'

/** The words of blocks for a comparison; facts stand as their key, snippets as theirs. */
export function blocksText(blocks: readonly Block[]): string {
  return plainText(
    { type: 'doc', content: [...blocks] },
    {
      fact: ({ attrs }) => `{${attrs.key}}`,
      snippet: key => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: `[${key}]` }] }] }),
    },
  )
}
