import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import type { Block, Document } from '#lib/document/types.ts'

/** What became of a picture that was being uploaded, by its upload name; null: not there yet. */
export type FindUploaded = (upload: string) => { src: string; width: number | null; height: number | null } | null

/** What blocks of an editor were read as. ProseMirror never changes a node: at a key only the block around the cursor is another one. */
const readBlocks = new WeakMap<Node, readonly Block[]>()

/** The editor's content as a canonical document; blocks that did not change since they were read are the same objects. Pictures that are still being uploaded are left out. */
export function readDocument(doc: Node, findUploaded: FindUploaded = () => null): Document {
  const content: Block[] = []
  for (const node of doc.children) content.push(...readBlock(node, findUploaded))
  return { type: 'doc', content }
}

function readBlock(node: Node, findUploaded: FindUploaded): readonly Block[] {
  const known = readBlocks.get(node)
  if (known) return known
  const content = settle([node.toJSON() as JSONContent], findUploaded)
  const blocks = canonicalDocument({ type: 'doc', content } as unknown as Document).content
  if (!holdsUpload(node)) readBlocks.set(node, blocks)
  return blocks
}

/** Such a block reads differently when its picture has arrived. */
function holdsUpload(node: Node): boolean {
  let holds = node.attrs.upload != null
  if (!holds && !node.isTextblock)
    node.descendants(child => {
      holds ||= child.attrs.upload != null
      return !holds && !child.isTextblock
    })
  return holds
}

/** What ProseMirror is given for a document; it never stands without a block. */
export function contentOf(document: Document): JSONContent {
  return { type: 'doc', content: document.content.length > 0 ? (document.content as JSONContent[]) : [{ type: 'paragraph' }] }
}

function settle(nodes: JSONContent[], findUploaded: FindUploaded): JSONContent[] {
  const settled: JSONContent[] = []
  for (const node of nodes) {
    if (node.type === 'image') {
      const picture = settledImage(node, findUploaded)
      if (picture) settled.push(picture)
    } else if (node.content && node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'codeBlock') {
      settled.push({ ...node, content: settle(node.content, findUploaded) })
    } else settled.push(node)
  }
  return settled
}

function settledImage({ attrs }: JSONContent, findUploaded: FindUploaded): JSONContent | null {
  const { src, alt, width, height, upload } = attrs ?? {}
  if (src) return { type: 'image', attrs: { src, alt, width, height } }
  const uploaded = upload ? findUploaded(upload) : null
  return uploaded ? { type: 'image', attrs: { ...uploaded, alt } } : null
}
