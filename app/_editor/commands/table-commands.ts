import { findParentNode } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  splitCell,
} from '@tiptap/pm/tables'

const findTable = findParentNode(node => node.type.name === 'table')

/** Makes the first row the header of its table, or an ordinary row. */
export const toggleHeaderRow: Command = (state, dispatch) => {
  const table = findTable(state.selection)
  const row = table?.node.firstChild
  if (!table || !row) return false
  if (!dispatch) return true
  const type = state.schema.nodes[row.firstChild?.type.name === 'tableHeader' ? 'tableCell' : 'tableHeader']!
  const { tr } = state
  row.forEach((cell, offset) => {
    tr.setNodeMarkup(table.start + 1 + offset, type, cell.attrs)
  })
  dispatch(tr)
  return true
}

/** The next cell; after the last one, a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!view || !dispatch) return true
  return addRowAfter(state, dispatch) && goToNextCell(1)(view.state, dispatch)
}

export const previousCell: Command = goToNextCell(-1)

/** What can be done to a table, by name. */
export const tableCommands = {
  rowAbove: addRowBefore,
  rowBelow: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  headerRow: toggleHeaderRow,
  merge: mergeCells,
  split: splitCell,
  deleteRow,
  deleteColumn,
  deleteTable,
} satisfies Record<string, Command>
export type TableCommand = keyof typeof tableCommands
