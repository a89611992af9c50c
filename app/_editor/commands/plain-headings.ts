import { findParentNode } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'

const findItem = findParentNode(node => node.type.name === 'listItem' || node.type.name === 'step')

/** Makes paragraphs of the headings of the selection that is about to become a list: an item is not a section. */
export function plainHeadings({ doc, schema, selection }: EditorState, tr: Transaction): Transaction {
  if (findItem(selection)) return tr
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.type.name === 'heading') tr.setNodeMarkup(position, schema.nodes.paragraph)
    return !node.isTextblock
  })
  return tr
}
