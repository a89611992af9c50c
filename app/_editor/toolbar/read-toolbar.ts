import { redoDepth, undoDepth } from '@tiptap/pm/history'
import type { Mark } from '@tiptap/pm/model'
import { type EditorState, NodeSelection } from '@tiptap/pm/state'
import { isInTable, mergeCells, splitCell } from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'

const markNames = ['bold', 'italic', 'underline', 'strike', 'code', 'link'] as const
type MarkName = (typeof markNames)[number]

/** What the toolbar shows of the place where the cursor is. Asked at every key, so it looks at nothing but the way up from there. */
export function readToolbar({ editor }: { editor: Editor }) {
  const { state } = editor
  const inTable = isInTable(state)
  return {
    marks: marksAt(state),
    kind: kindOf(state),
    list: listOf(state),
    inTable,
    canMerge: inTable && mergeCells(state),
    canSplit: inTable && splitCell(state),
    hasHeader: inTable && hasHeader(state),
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  }
}

function marksAt({ doc, selection, storedMarks }: EditorState): Record<MarkName, boolean> {
  const { from, to, empty, $from } = selection
  const here: readonly Mark[] = storedMarks ?? $from.marks()
  const isSet = (name: MarkName) => {
    if (empty) return here.some(mark => mark.type.name === name)
    const type = doc.type.schema.marks[name]
    return type !== undefined && to - from < 50_000 && doc.rangeHasMark(from, to, type)
  }
  return Object.fromEntries(markNames.map(name => [name, isSet(name)])) as Record<MarkName, boolean>
}

function kindOf({ selection }: EditorState): string {
  const node = selection instanceof NodeSelection ? selection.node : selection.$from.parent
  if (node.type.name === 'heading') return `heading${node.attrs.level}`
  return node.type.name === 'codeBlock' ? 'code' : node.type.name
}

function listOf({ selection: { $from } }: EditorState): string | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const { name } = $from.node(depth).type
    if (name === 'steps' || name === 'bulletList' || name === 'orderedList') return name
  }
  return null
}

function hasHeader({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth)
    if (node.type.name === 'table') return node.firstChild?.firstChild?.type.name === 'tableHeader'
  }
  return false
}
