import { strFromU8, unzipSync } from 'fflate'
import readExcel from 'read-excel-file/node'
import { finding } from '../../findings.ts'
import { checkOfficeFile } from './check-archive.ts'
import { ConvertError } from './convert-task.ts'

/** A row of a table. */
export interface Row {
  /** 1-based, in the file. */
  line: number
  cells: string[]
}

/** A sheet of a workbook with its name; what is merged downwards stands in every row that it covers. Throws ConvertError. */
export async function excelSheets(content: Uint8Array): Promise<{ name: string; rows: Row[] }[]> {
  checkOfficeFile(content, 'xlsx')
  try {
    const merged = mergedCells(content)
    const sheets = await readExcel(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    return sheets.map(({ sheet, data }) => {
      const rows = data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOfCell) }))
      for (const { column, from, to } of merged.get(sheet) ?? []) {
        const value = rows[from]?.cells[column] ?? ''
        for (const { cells } of rows.slice(from + 1, to + 1)) cells[column] = value
      }
      return { name: sheet, rows }
    })
  } catch (error) {
    throw new ConvertError(finding('workbook-damaged', { detail: error instanceof Error ? error.message.slice(0, 200) : 'damaged' }))
  }
}

interface Merged {
  column: number
  /** Rows, from 0. */
  from: number
  to: number
}

/** What is merged over several rows, by sheet; the reader of workbooks gives the first row's cell only. */
function mergedCells(content: Uint8Array): Map<string, Merged[]> {
  const parts = unzipSync(content, {
    filter: ({ name }) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name),
  })
  const text = (path: string) => strFromU8(parts[path] ?? new Uint8Array())
  const targets = new Map<string, string>()
  for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)) {
    targets.set(attributeOf(tag, 'Id'), attributeOf(tag, 'Target').replace(/^(\/?xl)?\/?/, 'xl/'))
  }
  const merged = new Map<string, Merged[]>()
  for (const [tag] of text('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)) {
    const sheet = text(targets.get(attributeOf(tag, 'r:id')) ?? '')
    const cells = [...sheet.matchAll(/<mergeCell ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)]
    const list = cells.map(([, letters = '', from, to]) => ({ column: columnOf(letters), from: Number(from) - 1, to: Number(to) - 1 }))
    merged.set(attributeOf(tag, 'name'), list)
  }
  return merged
}

function attributeOf(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

/** "A" is 0. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
