import { findParentNode } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { plainHeadings } from './plain-headings.ts'

const findList = findParentNode(node => ['steps', 'bulletList', 'orderedList'].includes(node.type.name))

/** Makes a procedure of the list around the cursor, a numbered list of a procedure, and a procedure with one step of anything else. */
export const toggleSteps: Command = (state, dispatch) => {
  const around = findList(state.selection)?.node.type.name
  if (around === 'steps') return retypeList('orderedList', 'listItem')(state, dispatch)
  if (around) return retypeList('steps', 'step')(state, dispatch)
  const tr = plainHeadings(state, state.tr)
  return wrapInList(state.schema.nodes.steps!)(
    state.apply(tr),
    dispatch &&
      (wrapping => {
        for (const step of wrapping.steps) tr.step(step)
        dispatch(tr)
      }),
  )
}

/** Makes another list of the innermost list around the cursor; its items keep what is in them. False: there is none. */
export const retypeList =
  (listType: string, itemType: string): Command =>
  (state, dispatch) => {
    const around = findList(state.selection)
    if (!around || !dispatch) return around !== undefined
    const made = retyped(around.node, state.schema, listType, itemType)
    const tr = state.tr.replaceWith(around.pos, around.pos + around.node.nodeSize, made)
    dispatch(tr.setSelection(TextSelection.create(tr.doc, state.selection.anchor, state.selection.head)))
    return true
  }

function retyped(list: Node, schema: Schema, listType: string, itemType: string): Node {
  const items: Node[] = []
  list.forEach(item => {
    items.push(schema.nodes[itemType]!.create(null, item.content))
  })
  return schema.nodes[listType]!.create(null, items)
}
