import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import type { Document } from '#lib/document/types.ts'

/** What became of a picture that was being uploaded, by its upload name; null: not there yet. */
export type FindUploaded = (upload: string) => { src: string; width: number | null; height: number | null } | null

/** The editor's content as a canonical document. Pictures that are still being uploaded are left out. */
export function readDocument(doc: Node, findUploaded: FindUploaded = () => null): Document {
  const json = doc.toJSON() as JSONContent
  return canonicalDocument({ type: 'doc', content: settle(json.content ?? [], findUploaded) } as unknown as Document)
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
