import { articleOfHref } from '#lib/document/link.ts'
import type { Document, Inline, Node } from '#lib/document/types.ts'
import { walkDocument, walkNodes } from '#lib/document/walk.ts'

/**
 * Lets links to articles name them otherwise, in place: the content was read for this purpose and nobody else has it. `rename` gets what stands after `article:`;
 * null leaves it.
 */
export function renameLinks(
  content: { shortAnswer?: Inline[]; document: Document; variations?: Record<string, Document> },
  rename: (ref: string) => string | null,
): void {
  const renameIn = (attrs: { href?: string }) => {
    const ref = articleOfHref(attrs.href ?? '')
    const name = ref === null ? null : rename(ref)
    if (name !== null) attrs.href = `article:${name}`
  }
  const visit = (node: Node) => {
    if (node.type === 'scriptStep') renameIn(node.attrs)
    if (!('marks' in node)) return undefined
    for (const mark of node.marks ?? []) if (mark.type === 'link') renameIn(mark.attrs)
    return undefined
  }
  walkNodes(content.shortAnswer ?? [], '', null, visit)
  for (const document of [content.document, ...Object.values(content.variations ?? {})]) walkDocument(document, visit)
}
