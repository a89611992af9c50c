import type { Element } from 'hast'
import { tableLimits } from '#lib/document/limits.ts'
import type { Block, Table, TableCell, TableRow } from '#lib/document/types.ts'
import { attribute, type HtmlNode, isElement, isSilent, textOf } from './html-nodes.ts'
import { filled } from './list-items.ts'
import type { ReadContext } from './read-context.ts'

interface RawCell {
  content: Block[]
  isHeader: boolean
  colspan: number
  rowspan: number
}

/** A table with header, caption and spans; made rectangular where the page was careless. A table of one cell is a frame: its content stands for itself. */
export function readTable(element: Element, context: ReadContext): Block[] {
  const { rows, caption } = partsOf(element)
  const raw = rows.slice(0, tableLimits.rows).map(row => readCells(row, context))
  const cells = raw.flat()
  if (cells.length <= 1) return cells[0]?.content.filter(block => block.type !== 'paragraph' || block.content !== undefined) ?? []
  const grid = rectangular(raw)
  if (grid.length === 0) return []
  markHeader(grid, raw)
  const table: Table = { type: 'table', ...(caption !== '' && { attrs: { caption } }), content: grid }
  return [table]
}

/** The rows in the order in which they are shown, and the caption. */
function partsOf(table: Element): { rows: Element[]; caption: string } {
  const groups: Record<string, Element[]> = { thead: [], tbody: [], tfoot: [] }
  let caption = ''
  const visit = (nodes: readonly HtmlNode[], group: string) => {
    for (const node of nodes) {
      if (!isElement(node) || isSilent(node)) continue
      if (node.tagName === 'tr') groups[group]?.push(node)
      else if (node.tagName === 'caption') caption = textOf(node).replace(/\s+/g, ' ').trim().slice(0, 300)
      else if (node.tagName in groups) visit(node.children, node.tagName)
    }
  }
  visit(table.children, 'tbody')
  return { rows: [...(groups.thead ?? []), ...(groups.tbody ?? []), ...(groups.tfoot ?? [])], caption }
}

function readCells(row: Element, context: ReadContext): RawCell[] {
  return row.children.flatMap(cell =>
    isElement(cell) && (cell.tagName === 'td' || cell.tagName === 'th') && !isSilent(cell)
      ? [
          {
            content: filled(context.blocks(cell.children, context)),
            isHeader: cell.tagName === 'th',
            colspan: spanOf(cell, 'colSpan', tableLimits.columns),
            rowspan: spanOf(cell, 'rowSpan', tableLimits.rows),
          },
        ]
      : [],
  )
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number(attribute(cell, name) || 1)
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1
}

/** Lays the cells out as a browser does, then fills what is missing with empty cells and cuts what reaches out. */
function rectangular(raw: readonly RawCell[][]): TableRow[] {
  const grid: (TableCell | 'covered' | undefined)[][] = raw.map(() => [])
  for (const [y, cells] of raw.entries()) {
    const row = grid[y]!
    let x = 0
    for (const { content, colspan, rowspan } of cells) {
      while (row[x] !== undefined) x++
      if (x >= tableLimits.columns) break
      let width = 1
      while (width < colspan && x + width < tableLimits.columns && row[x + width] === undefined) width++
      const height = Math.min(rowspan, raw.length - y, tableLimits.columns)
      for (let down = 0; down < height; down++) for (let right = 0; right < width; right++) grid[y + down]![x + right] = 'covered'
      const attrs = { ...(width > 1 && { colspan: width }), ...(height > 1 && { rowspan: height }) }
      row[x] = { type: 'tableCell', ...((width > 1 || height > 1) && { attrs }), content }
      x += width
    }
  }
  const columns = Math.max(0, ...grid.map(row => row.length))
  if (columns === 0) return []
  return grid.map(row => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, x) => row[x] ?? emptyCell()).filter(cell => cell !== 'covered'),
  }))
}

function emptyCell(): TableCell {
  return { type: 'tableCell', content: [{ type: 'paragraph' }] }
}

/** The first row is the header when the page says so, or when it is bold throughout and the next one is not. */
function markHeader(rows: TableRow[], raw: readonly RawCell[][]): void {
  const first = raw[0] ?? []
  const filledCells = first.filter(({ content }) => !isEmpty(content))
  const isTold = filledCells.length > 0 && filledCells.every(cell => cell.isHeader)
  const isBold = filledCells.length > 1 && filledCells.every(({ content }) => isBoldThroughout(content))
  const nextIsBold = (raw[1] ?? []).every(({ content }) => isBoldThroughout(content))
  if (!isTold && !(isBold && raw.length > 1 && !nextIsBold)) return
  for (const cell of rows[0]?.content ?? []) {
    cell.type = 'tableHeader'
    cell.content = cell.content.map(withoutBold)
  }
}

function isEmpty(content: readonly Block[]): boolean {
  return content.every(block => block.type === 'paragraph' && (block.content ?? []).length === 0)
}

function isBoldThroughout(content: readonly Block[]): boolean {
  return content.every(
    block =>
      block.type === 'paragraph' &&
      (block.content ?? []).every(
        inline => inline.type !== 'text' || inline.text.trim() === '' || inline.marks?.some(mark => mark.type === 'bold'),
      ),
  )
}

function withoutBold(block: Block): Block {
  if (block.type !== 'paragraph' || !block.content) return block
  const content = block.content.map(inline =>
    inline.type === 'text' && inline.marks ? { ...inline, marks: inline.marks.filter(mark => mark.type !== 'bold') } : inline,
  )
  return { ...block, content }
}
