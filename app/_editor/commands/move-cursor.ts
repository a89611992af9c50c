import { type Command, Selection, TextSelection } from '@tiptap/pm/state'

/**
 * The cursor at the first (-1) or last (1) place of the text where one can type; `extend` keeps the other end of the selection where it is.
 * The browser's own Ctrl+Home and Ctrl+End stop at blocks that it has not drawn, and are undone when they are pressed while the text is just getting the focus.
 */
export const moveCursor =
  (direction: -1 | 1, extend = false): Command =>
  (state, dispatch) => {
    const edge = state.doc.resolve(direction === 1 ? state.doc.content.size : 0)
    const place = Selection.findFrom(edge, direction === 1 ? -1 : 1, true)
    if (!place) return false
    const anchor = extend ? state.selection.anchor : place.head
    dispatch?.(state.tr.setSelection(TextSelection.between(state.doc.resolve(anchor), place.$head, direction)).scrollIntoView())
    return true
  }
