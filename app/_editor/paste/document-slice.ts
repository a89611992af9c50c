import type { JSONContent } from '@tiptap/core'
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import type { Document } from '#lib/document/types.ts'
import { contentOf } from '../schema/read-document.ts'

/** How a picture that is on its way into the media store stands in a document before it has an id. */
export const uploadPrefix = 'upload:'

/** A document as a piece to paste: text at its edges joins the text around the cursor. */
export function documentSlice(schema: Schema, document: Document): Slice {
  const content = schema.nodeFromJSON(withUploads(contentOf(document))).content
  const isText = (index: number) => content.maybeChild(index)?.type.name === 'paragraph'
  return content.childCount === 0
    ? Slice.empty
    : new Slice(Fragment.from(content), isText(0) ? 1 : 0, isText(content.childCount - 1) ? 1 : 0)
}

/** The words of a document for a text of one paragraph: a space between blocks, marks and facts stay. */
export function inlineSlice(schema: Schema, document: Document): Slice {
  const inlines: Node[] = []
  schema.nodeFromJSON({ ...contentOf(document), type: 'quote' }).descendants(node => {
    if (node.isTextblock && inlines.length > 0) inlines.push(schema.text(' '))
    if (node.isInline) inlines.push(node.type.name === 'hardBreak' ? schema.text(' ') : node)
    return true
  })
  return new Slice(Fragment.from(schema.nodes.paragraph!.create(null, inlines)), 1, 1)
}

function withUploads(node: JSONContent): JSONContent {
  const src = node.attrs?.src
  if (node.type === 'image' && typeof src === 'string' && src.startsWith(uploadPrefix))
    return { ...node, attrs: { ...node.attrs, src: '', upload: src.slice(uploadPrefix.length) } }
  return node.content ? { ...node, content: node.content.map(withUploads) } : node
}
