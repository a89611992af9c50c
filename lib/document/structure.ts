import { tableLimits } from './limits.ts'
import type { Document, Node, Script, Table } from './types.ts'

export interface StructureProblem {
  path: (string | number)[]
  message: string
  reason: string
  arguments?: Record<string, string | number>
}

/**
 * The rules that concern more than one node: `only` not inside `only`, tables rectangular with headers in the first row, one script at most
 * and not inside other blocks but `only`, and neither snippet nor script inside a snippet's document (`snippet: true`).
 */
export function checkStructure(document: Document, options: { snippet?: boolean } = {}): StructureProblem[] {
  const problems: StructureProblem[] = []
  let scripts = 0
  const pending: { node: Node | Document; path: (string | number)[]; insideOnly: boolean }[] = [
    { node: document, path: [], insideOnly: false },
  ]
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const { node, path, insideOnly } = entry
    if (node.type === 'only' && insideOnly) problems.push({ path, message: '"only" must not stand inside "only"', reason: 'only-in-only' })
    if (options.snippet === true && node.type === 'snippet')
      problems.push({ path, message: 'a snippet must not hold a snippet', reason: 'snippet-in-snippet' })
    if (node.type === 'script' && options.snippet === true)
      problems.push({ path, message: 'a snippet must not hold a script', reason: 'script-in-snippet' })
    if (node.type === 'script') problems.push(...checkScriptPlace(node, path, insideOnly, ++scripts))
    if (node.type === 'table') problems.push(...checkTable(node, path))
    if (!('content' in node) || node.content == null || node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock')
      continue
    const inside = insideOnly || node.type === 'only'
    for (const [index, child] of node.content.entries())
      pending.push({ node: child, path: [...path, 'content', index], insideOnly: inside })
  }
  return problems
}

/** A script stands on its own or in an `only`; its steps have different ids. */
function checkScriptPlace(script: Script, path: (string | number)[], insideOnly: boolean, count: number): StructureProblem[] {
  const problems: StructureProblem[] = []
  if (count > 1) problems.push({ path, message: 'a document holds one script at most', reason: 'script-once' })
  if (path.length !== (insideOnly ? 4 : 2))
    problems.push({ path, message: 'a script must not stand inside another block', reason: 'script-inside' })
  const ids = new Set<string>()
  for (const [index, { attrs }] of script.content.entries()) {
    if (ids.has(attrs.id))
      problems.push({
        path: [...path, 'content', index, 'attrs', 'id'],
        message: `another step has the id "${attrs.id}"`,
        reason: 'taken',
        arguments: { value: attrs.id },
      })
    ids.add(attrs.id)
  }
  return problems
}

/** Every row has to fill the same columns once spans are laid out (the HTML table model). */
function checkTable(table: Table, path: (string | number)[]): StructureProblem[] {
  const problems: StructureProblem[] = []
  const report = (row: number, message: string, reason: string) =>
    problems.push({ path: [...path, 'content', row], message, reason, arguments: { maximum: tableLimits.columns } })
  const rows = table.content
  const width = (rows[0]?.content ?? []).reduce((sum, cell) => sum + (cell.attrs?.colspan ?? 1), 0)
  if (width === 0 || width > tableLimits.columns) {
    report(0, `a table has 1 to ${tableLimits.columns} columns`, 'table-columns')
    return problems
  }
  const occupied = new Array<number>(width).fill(0)
  for (const [index, row] of rows.entries()) {
    const free = new Set<number>()
    for (let column = 0; column < width; column++) if (occupied[column] === 0) free.add(column)
    const remaining = occupied.map(count => Math.max(0, count - 1))
    let fits = true
    let column = 0
    for (const cell of row.content) {
      if (cell.type === 'tableHeader' && index > 0)
        problems.push({ path: [...path, 'content', index], message: 'header cells stand in the first row only', reason: 'table-header' })
      const rowspan = cell.attrs?.rowspan ?? 1
      if (index + rowspan > rows.length) report(index, 'a cell spans more rows than the table has', 'table-span')
      while (column < width && !free.has(column)) column++
      for (let covered = 0; covered < (cell.attrs?.colspan ?? 1); covered++, column++) {
        if (!free.delete(column)) fits = false
        else remaining[column] = rowspan - 1
      }
    }
    if (!fits || free.size > 0) {
      report(index, `the table is not rectangular: this row does not fill ${width} columns`, 'table-uneven')
      return problems
    }
    occupied.splice(0, width, ...remaining)
  }
  return problems
}
