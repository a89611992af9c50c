import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'

/** Puts a block in place of the empty paragraph with the cursor, else below the block with the cursor; the cursor goes into it, or behind it. */
export function insertBlock(editor: Editor, block: Node): void {
  const { tr, selection } = editor.state
  const { $to } = selection
  const isEmptyParagraph = $to.parent.type.name === 'paragraph' && $to.parent.content.size === 0
  const depth = Math.max(1, $to.depth)
  let at: number
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    at = selection.to
    tr.insert(at, block)
  } else if (isEmptyParagraph) {
    at = $to.before(depth)
    tr.replaceWith(at, $to.after(depth), block)
  } else {
    at = $to.depth === 0 ? $to.pos : $to.after(depth)
    tr.insert(at, block)
  }
  tr.setSelection(afterInsertion(tr, at, block))
  editor.view.dispatch(tr.scrollIntoView())
}

/** Into what can be written in; on a picture, which asks for its description; behind anything else, so that typing goes on and overwrites nothing. */
function afterInsertion(tr: Transaction, at: number, block: Node): Selection {
  const end = at + block.nodeSize
  if (!block.isAtom) return Selection.near(tr.doc.resolve(at + 1))
  if (block.type.name === 'image') return NodeSelection.create(tr.doc, at)
  if (!tr.doc.resolve(end).nodeAfter?.isTextblock) tr.insert(end, block.type.schema.nodes.paragraph!.create())
  return TextSelection.create(tr.doc, end + 1)
}

/** An empty table with a header row. */
export function emptyTable({ schema }: Editor, rows = 3, columns = 3): Node {
  const row = (type: string) =>
    schema.nodes.tableRow!.create(
      null,
      Array.from({ length: columns }, () => schema.nodes[type]!.createAndFill()!),
    )
  return schema.nodes.table!.create(null, [row('tableHeader'), ...Array.from({ length: rows - 1 }, () => row('tableCell'))])
}
