import { parse } from 'csv-parse/sync'
import { finding } from '../../findings.ts'
import { ConvertError } from './convert-task.ts'
import type { Row } from './excel-sheets.ts'
import { isHead } from './faq-columns.ts'

const delimiters = [';', ',', '\t']

/** The rows of a table as text; what parts its cells is found out. Throws ConvertError. */
export function csvRows(text: string): Row[] {
  // Excel writes this line for itself.
  const [told = '', delimiter = delimiterOf(text)] = /^\uFEFF?sep=(.)\r?\n/.exec(text) ?? []
  try {
    const options = {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 2_000_000,
    } as const
    const records = parse(text.slice(told.length), options) as unknown as { record: string[]; info: { lines: number } }[]
    const before = told === '' ? 0 : 1
    return records.map(({ record, info }) => ({ line: info.lines + before - linesIn(record), cells: record }))
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
    throw new ConvertError(finding('table-malformed', { detail: error instanceof Error ? error.message.slice(0, 200) : '' }), line)
  }
}

/** A row is where it begins, whatever lines its cells have. */
function linesIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}

/** The one that parts a line near the beginning into columns that are known, else that parts the first line into most columns. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
  const cellsOf = (line: string, delimiter: string) => line.split(delimiter).map(cell => cell.replace(/^\s*"|"\s*$/g, ''))
  for (const line of lines.slice(0, 10)) {
    const known = delimiters.find(delimiter => isHead(cellsOf(line, delimiter)))
    if (known !== undefined) return known
  }
  const count = (delimiter: string) => (lines[0] ?? '').split(delimiter).length
  return [...delimiters].sort((left, right) => count(right) - count(left))[0] ?? ','
}
