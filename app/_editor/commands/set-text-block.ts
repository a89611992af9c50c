import type { Editor } from '@tiptap/core'
import { liftListItem } from '@tiptap/pm/schema-list'
import { EditorState, type Transaction } from '@tiptap/pm/state'

/** More lists inside each other than anybody writes. */
const deepest = 12

/** Takes the item that begins with the cursor's block out of all lists around it, never out of a box: what is only for operators stays so. */
export function leaveLists(tr: Transaction): Transaction {
  let state = EditorState.create({ doc: tr.doc, selection: tr.selection })
  for (let depth = 0; depth < deepest; depth++) {
    const { $from } = state.selection
    const item = $from.depth > 1 ? $from.node(-1).type : null
    if (!item || (item.name !== 'listItem' && item.name !== 'step') || $from.index(-1) > 0) break
    const before = state
    liftListItem(item)(state, lift => {
      for (const step of lift.steps) tr.step(step)
      state = before.apply(lift)
    })
    if (state === before) break
  }
  return tr
}

/** Makes a paragraph or a heading of the block with the cursor. A heading stands in no list: it comes after what is above it. */
export function setTextBlock(editor: Editor, name: 'paragraph' | 'heading', attributes: Record<string, unknown> = {}): boolean {
  const tr = leaveLists(editor.state.tr)
  const { from, to } = tr.selection
  editor.view.dispatch(tr.setBlockType(from, to, editor.schema.nodes[name]!, attributes).scrollIntoView())
  editor.view.focus()
  return true
}
