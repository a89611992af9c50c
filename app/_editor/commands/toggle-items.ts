import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { plainHeadings } from './plain-headings.ts'
import { retypeList } from './toggle-steps.ts'

/** Makes a list of the blocks with the cursor, another list of the list around it, and paragraphs of a list of this kind; headings become ordinary text. */
export function toggleItems(editor: Editor, name: 'bulletList' | 'orderedList'): boolean {
  editor.view.focus()
  if (isAtStepStart(editor.state)) return retypeList(name, 'listItem')(editor.state, editor.view.dispatch)
  return editor
    .chain()
    .command(({ state, tr }) => {
      plainHeadings(state, tr)
      return true
    })
    .toggleList(name, 'listItem')
    .run()
}

/** Further down in a step a list of its own is meant. */
function isAtStepStart({ selection }: EditorState): boolean {
  const { $from } = selection
  return $from.depth > 1 && $from.node(-1).type.name === 'step' && $from.index(-1) === 0
}
