import { type Resolved, type ResolvedBlock, type ResolvedTableCell, type Run, styles } from '../resolve/resolved.ts'
import { tableGrid } from '../tables/table-grid.ts'
import { type FlattenState, pushLine, textRun } from './flatten-state.ts'
import { type Line, runsText } from './line.ts'

/** Lines of blocks; given, because a table stands in blocks and holds blocks. */
type Flatten = (blocks: readonly ResolvedBlock[]) => Line[]

/** Up to two columns: "key — value" lines. More: a group of "header: value" lines per row. The caption stands above in bold. */
export function flattenTable(table: Resolved<'table'>, state: FlattenState, flatten: Flatten): void {
  const grid = tableGrid(table)
  if (table.caption) pushLine(state, table.path, [textRun(table.caption, styles.bold)], 'heading')
  if (grid.columns <= 2) {
    if (grid.head) pushRow(grid.head, styles.bold, table.path, state, flatten)
    for (const row of grid.rows) pushRow(row, 0, table.path, state, flatten)
  } else for (const row of grid.rows) pushGroup(row, grid.head, table.path, state, flatten)
  state.tight = false
}

function pushRow(row: ResolvedTableCell[], style: number, path: string, state: FlattenState, flatten: Flatten): void {
  const runs: Run[] = []
  row.forEach((cell, index) => {
    const inner = cellRuns(cell, style, flatten)
    if (inner.length === 0) return
    if (index > 0 && runs.length > 0) runs.push(textRun(' — '))
    runs.push(...inner)
  })
  pushLine(state, path, runs)
  state.tight = true
}

function pushGroup(row: ResolvedTableCell[], head: ResolvedTableCell[] | null, path: string, state: FlattenState, flatten: Flatten): void {
  row.forEach((cell, index) => {
    const runs = cellRuns(cell, index === 0 ? styles.bold : 0, flatten)
    if (runsText(runs).trim() === '') return
    const label = head?.[index]
      ? runsText(cellRuns(head[index], 0, flatten))
          .replaceAll('\n', ' ')
          .trim()
      : ''
    pushLine(state, path, index > 0 && label ? [textRun(`${label}: `), ...runs] : runs)
    state.tight = true
  })
  state.tight = false
}

/** The content of a cell in one line. */
export function cellRuns(cell: ResolvedTableCell, style: number, flatten: Flatten): Run[] {
  const [only] = cell.blocks
  if (cell.blocks.length === 1 && only?.type === 'paragraph') return style ? restyle(only.runs, style) : only.runs
  const runs: Run[] = []
  for (const line of flatten(cell.blocks)) {
    if (runs.length > 0) runs.push(textRun('; '))
    runs.push(...restyle(line.runs, style))
  }
  return runs
}

function restyle(runs: readonly Run[], style: number): Run[] {
  return runs.map(run => (run.type === 'hardBreak' ? textRun(' ') : style ? { ...run, style: run.style | style } : run))
}
