import type { Resolved, ResolvedTableCell, ResolvedTableRow } from '../resolve/resolved.ts'

export interface TableGrid {
  columns: number
  head: ResolvedTableCell[] | null
  rows: ResolvedTableCell[][]
  /** Some cell spans others; it is repeated in each of their places. */
  merged: boolean
}

/** A table as a rectangle of cells. Merged cells are repeated; of several head rows the last one names the columns. */
export function tableGrid(table: Resolved<'table'>): TableGrid {
  const rows: ResolvedTableCell[][] = table.rows.map(() => [])
  let merged = false
  table.rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.cells) {
      while (rows[y]?.[x]) x++
      const height = Math.min(cell.rowspan, rows.length - y)
      if (cell.colspan > 1 || height > 1) merged = true
      for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < cell.colspan; dx++) (rows[y + dy] as ResolvedTableCell[])[x + dx] ??= cell
      x += cell.colspan
    }
  })
  const headRows = countHeadRows(table.rows)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return { columns, head: headRows > 0 ? (rows[headRows - 1] as ResolvedTableCell[]) : null, rows: rows.slice(headRows), merged }
}

/** How many rows at the top hold header cells only. */
export function countHeadRows(rows: readonly ResolvedTableRow[]): number {
  let count = 0
  while (count < rows.length && rows[count]?.cells.length && rows[count]?.cells.every(cell => cell.header)) count++
  return count
}
