import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'

interface Movable {
  parent: Node
  index: number
  /** Position before the node. */
  from: number
}

/** Swaps the innermost block (or item, or step) around the cursor with its neighbour above (-1) or below (1); at the edge, what holds it. */
export const moveBlock =
  (direction: -1 | 1): Command =>
  (state, dispatch) => {
    const found = candidates(state).find(({ parent, index }) => {
      const isTablePart = parent.type.spec.tableRole === 'table' || parent.type.spec.tableRole === 'row'
      return !isTablePart && index + direction >= 0 && index + direction < parent.childCount
    })
    if (!found) return false
    if (!dispatch) return true
    const { parent, index, from } = found
    const node = parent.child(index)
    const neighbour = parent.child(index + direction)
    const start = direction === 1 ? from : from - neighbour.nodeSize
    const pair = direction === 1 ? [neighbour, node] : [node, neighbour]
    const tr = state.tr.replaceWith(start, start + node.nodeSize + neighbour.nodeSize, pair)
    const shift = direction * neighbour.nodeSize
    const { selection } = state
    tr.setSelection(
      selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, selection.from + shift)
        : TextSelection.create(tr.doc, selection.anchor + shift, clampedHead(selection, from, node) + shift),
    )
    dispatch(tr.scrollIntoView())
    return true
  }

/** A selection that reaches beyond the block that moves ends at its end. */
function clampedHead({ head }: { head: number }, from: number, node: Node): number {
  return Math.min(Math.max(head, from + 1), from + node.nodeSize - 1)
}

/** From the innermost block outwards. */
function candidates({ selection }: EditorState): Movable[] {
  const { $from } = selection
  const found: Movable[] = []
  if (selection instanceof NodeSelection && selection.node.isBlock)
    found.push({ parent: $from.parent, index: $from.index(), from: selection.from })
  for (let depth = $from.depth; depth > 0; depth--)
    found.push({ parent: $from.node(depth - 1), index: $from.index(depth - 1), from: $from.before(depth) })
  return found
}
