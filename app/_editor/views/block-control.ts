import type { NodeViewRendererProps } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Milliseconds without a key after which a change of an attribute is a step of undo of its own. */
const pause = 800

/** Writes attributes of a block; the letters of one spell of typing are one step of undo. */
export function attributeWriter({ editor, getPos }: NodeViewRendererProps): (attributes: Record<string, unknown>) => void {
  let last = Number.NEGATIVE_INFINITY
  return attributes => {
    const position = getPos()
    if (position === undefined) return
    const { tr } = editor.state
    for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(position, name, value)
    const now = performance.now()
    // Undo of the first letter restores what stood there before the spell, whatever came after it.
    if (now - last < pause) tr.setMeta('addToHistory', false)
    last = now
    editor.view.dispatch(tr)
  }
}

/** Gives the keyboard from a control of a block back to the text: into the block (or behind it, when it holds no text). */
export function returnToText({ editor, getPos }: NodeViewRendererProps): void {
  const position = getPos()
  const { doc, tr } = editor.state
  const node = position === undefined ? null : doc.nodeAt(position)
  editor.view.focus()
  if (position === undefined || !node) return
  const target = node.isAtom ? position + node.nodeSize : position + 1
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(Math.min(target, doc.content.size)))).scrollIntoView())
}

/** Controls of a block are reached from inside the block, with Tab or Alt-Enter, and do not stand in the way of whoever tabs through the page. Enter, Escape and arrows go back. */
export function listenForReturn(
  control: HTMLElement,
  props: NodeViewRendererProps,
  keys: string[] = ['Enter', 'Escape', 'ArrowDown'],
): void {
  control.tabIndex = -1
  control.dataset.control = ''
  control.addEventListener('keydown', event => {
    if (event.isComposing || !keys.includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    returnToText(props)
  })
}

/** While one of several controls has the keyboard, Tab goes through all of them. */
export function tabThrough(head: HTMLElement): void {
  const set = (tabIndex: 0 | -1) => {
    for (const control of head.querySelectorAll<HTMLElement>('[data-control]')) control.tabIndex = tabIndex
  }
  head.addEventListener('focusin', () => set(0))
  head.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !head.contains(relatedTarget)) set(-1)
  })
}

/** For node views: what happens in a control is its own affair. */
export function isInControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-control]') !== null
}
