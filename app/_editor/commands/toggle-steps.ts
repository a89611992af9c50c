import { findParentNode } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'

/** Makes a procedure of the list around the cursor, a numbered list of a procedure, and a procedure with one step of anything else. */
export const toggleSteps: Command = (state, dispatch) => {
  const { schema, selection } = state
  const around = findParentNode(node => ['steps', 'bulletList', 'orderedList'].includes(node.type.name))(selection)
  if (!around) return wrapInList(schema.nodes.steps!)(state, dispatch)
  if (!dispatch) return true
  const made =
    around.node.type.name === 'steps'
      ? retyped(around.node, schema, 'orderedList', 'listItem')
      : retyped(around.node, schema, 'steps', 'step')
  const tr = state.tr.replaceWith(around.pos, around.pos + around.node.nodeSize, made)
  dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.anchor, selection.head)))
  return true
}

function retyped(list: Node, schema: Schema, listType: string, itemType: string): Node {
  const items: Node[] = []
  list.forEach(item => {
    items.push(schema.nodes[itemType]!.create(null, item.content))
  })
  return schema.nodes[listType]!.create(null, items)
}
