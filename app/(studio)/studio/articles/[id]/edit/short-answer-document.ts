import type { Block, Document, Inline } from '#lib/document/types.ts'

/** A short answer as a document of one paragraph, for the editor. */
export function asDocument(shortAnswer: Inline[]): Document {
  return { type: 'doc', content: shortAnswer.length > 0 ? [{ type: 'paragraph', content: shortAnswer }] : [] }
}

/** The words of a document as a short answer, whatever blocks somebody pasted: one line, a space between blocks. */
export function inlinesOf(document: Document): Inline[] {
  const lines: Inline[][] = []
  collect(document.content, lines)
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: 'text', text: ' ' }, ...line]))
}

function collect(blocks: readonly Block[], lines: Inline[][]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading') {
      if (block.content && block.content.length > 0) lines.push(block.content)
    } else if (block.type === 'codeBlock') lines.push(block.content ?? [])
    else if ('content' in block) collect(block.content as Block[], lines)
  }
}
