import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'

/** Gives the keyboard to the first control of the innermost block around the cursor that has one (a caption, a kind, a description). */
export function focusControl(editor: Editor): boolean {
  const { selection } = editor.state
  const { $from } = selection
  const positions = Array.from({ length: $from.depth }, (_, index) => $from.before($from.depth - index))
  if (selection instanceof NodeSelection) positions.unshift(selection.from)
  for (const position of positions) {
    const dom = editor.view.nodeDOM(position)
    const control = dom instanceof HTMLElement ? ownControl(dom) : null
    if (!control) continue
    control.focus()
    return true
  }
  return false
}

/** The first control that belongs to this block and not to one inside it. */
function ownControl(block: HTMLElement): HTMLElement | null {
  const head = [...block.children].find(child => child.getAttribute('contenteditable') === 'false')
  const own = block.getAttribute('contenteditable') === 'false' ? block : head
  return (
    [...(own?.querySelectorAll<HTMLElement>('[data-control]:not(:disabled)') ?? [])].find(control => control.offsetParent !== null) ?? null
  )
}
