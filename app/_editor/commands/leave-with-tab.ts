import type { Editor } from '@tiptap/core'

const armed = new WeakSet<Editor>()

/** Escape makes the next Tab leave the text, wherever the cursor is: Tab indents lists and walks through tables, and must not hold anybody. */
export function armTab(editor: Editor): void {
  armed.add(editor)
}

/** Whether this key is the Tab after an Escape; any other key ends the waiting. Shift on its way down does not. */
export function isLeavingTab(editor: Editor, event: KeyboardEvent): boolean {
  if (event.key === 'Shift' || event.key === 'Escape') return false
  const leaves = armed.delete(editor) && event.key === 'Tab'
  return leaves
}
