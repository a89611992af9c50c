import type { Document, Inline, Node } from '#lib/document/types.ts'
import { walkDocument, walkNodes } from '#lib/document/walk.ts'

/** What of an article or a snippet holds links. */
export interface LinkedContent {
  shortAnswer?: Inline[]
  document: Document
  variations?: Record<string, Document>
}

/** Gives every link another address, in place: the content was read for this purpose and nobody else has it. `change` gets the whole address; null leaves it. */
export function changeLinks(content: LinkedContent, change: (href: string) => string | null): void {
  const changeIn = (attrs: { href?: string }) => {
    const href = change(attrs.href ?? '')
    if (href !== null) attrs.href = href
  }
  const visit = (node: Node) => {
    if (node.type === 'scriptStep') changeIn(node.attrs)
    if (!('marks' in node)) return undefined
    for (const mark of node.marks ?? []) if (mark.type === 'link') changeIn(mark.attrs)
    return undefined
  }
  walkNodes(content.shortAnswer ?? [], '', null, visit)
  for (const document of [content.document, ...Object.values(content.variations ?? {})]) walkDocument(document, visit)
}
