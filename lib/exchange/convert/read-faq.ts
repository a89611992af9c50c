import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'
import { oldPath } from '#lib/document/plain-path.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { soundsInternal } from '#lib/markdown/front-matter.ts'
import { type Finding, finding } from '../../findings.ts'
import { sourceOfPath } from '../source-of-path.ts'
import { checkOfficeFile } from './check-archive.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { decodeText } from './decode-text.ts'
import { type FaqColumn, findColumns } from './faq-columns.ts'
import { documentOf, parseFragment } from './html-page.ts'
import { knownLocale, newArticle } from './new-article.ts'
import { answerAsHtml } from './plain-answer.ts'
import { localeOfFolder } from './read-page.ts'

/** Rows of one table; more than the largest list of questions that we know. */
const longest = 20_000
const delimiters = [';', ',', '\t']

interface Row {
  /** 1-based, in the file. */
  line: number
  cells: string[]
}

/** A table of questions and answers: each row is an article. Throws ConvertError. */
export async function readFaq(unit: ConvertUnit, surroundings: ConvertSurroundings): Promise<Converted> {
  const { path, content } = unit.files[0] as ConvertUnit['files'][number]
  const rows = unit.format === 'xlsx' ? await excelRows(content) : csvRows(decodeText(content))
  const [head, ...body] = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
  if (!head) throw new ConvertError(finding('no-rows'))
  if (body.length > longest) throw new ConvertError(finding('too-many-rows', { maximum: longest }))
  const columns = findColumns(head.cells)
  if (!columns.has('answer') || !(columns.has('question') || columns.has('title'))) throw new ConvertError(finding('no-columns'), head.line)
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const sources = new Set<string>()
  const place = sourceOfPath(path)
  for (const row of body) readRow({ row, path, place, columns, sources, base: unit.base, surroundings, converted })
  return converted
}

interface RowReading {
  row: Row
  path: string
  place: string
  columns: ReadonlyMap<FaqColumn, number>
  sources: Set<string>
  base: number
  surroundings: ConvertSurroundings
  converted: Converted
}

function readRow({ row, path, place, columns, sources, base, surroundings, converted }: RowReading): void {
  const cell = (name: FaqColumn) => (row.cells[columns.get(name) ?? -1] ?? '').trim()
  const refuse = (found: Finding) => converted.warnings.push({ file: path, line: row.line, level: 'error', ...found })
  const question = cell('question')
  const title = cell('title') || question
  if (title === '' || cell('answer') === '') {
    refuse(finding(title === '' ? 'question-empty' : 'answer-empty'))
    return
  }
  const locale = cell('locale') === '' ? localeOfFolder(path, surroundings.locales) : knownLocale(cell('locale'), surroundings.locales)
  const id = cell('id')
  const sourceId = id === '' ? `${place}#${slugFromTitle(title)}` : `${place}#${id}`.slice(0, 200)
  if (sources.has(`${locale} ${sourceId}`)) {
    refuse(id === '' ? finding('question-twice') : finding('id-twice', { value: id.slice(0, 100) }))
    return
  }
  sources.add(`${locale} ${sourceId}`)
  try {
    const document = documentOf(parseFragment(answerAsHtml(cell('answer'))), {
      linkTo: () => null,
      picture: () => null,
      tell: found => converted.warnings.push({ file: path, line: row.line, level: 'warning', ...found }),
    })
    const slug = slugSchema.safeParse(cell('slug')).success ? cell('slug') : slugFromTitle(title)
    const phrasings = [...(question === title ? [] : [question]), ...split(cell('phrasings'), /[\n|;]+/)].filter(text => text !== '')
    const category = cell('category') || null
    const file = newArticle({
      title,
      locale,
      document,
      slug,
      category,
      sourceId,
      tags: split(cell('tags'), /[\n|;,]+/),
      questions: phrasings,
      audience: audienceOf(cell('audience')),
    })
    const address = cell('address') === '' ? null : oldPath(cell('address'))
    const index = base + converted.articles.length
    converted.articles.push({ index, path: `${path}:${row.line}`, file, isDraft: false, addresses: address === null ? [] : [address] })
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error
    refuse(error.finding)
  }
}

/** A cell holds whatever words a department uses: what sounds as if it were not for customers is not for them. */
function audienceOf(text: string): 'public' | 'internal' {
  return soundsInternal.test(text) ? 'internal' : 'public'
}

function split(text: string, by: RegExp): string[] {
  return [...new Set(text.split(by).map(part => part.trim()))].filter(part => part !== '')
}

/** The delimiter is the one that parts the first row into most columns. */
function csvRows(text: string): Row[] {
  const first =
    text
      .slice(0, 20_000)
      .split(/\r?\n/)
      .find(line => line.trim() !== '') ?? ''
  const count = (delimiter: string) => first.split(delimiter).length
  const delimiter = [...delimiters].sort((left, right) => count(right) - count(left))[0] ?? ','
  try {
    const options = {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      max_record_size: 2_000_000,
    } as const
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    const line = error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined
    throw new ConvertError(finding('table-malformed', { detail: error instanceof Error ? error.message.slice(0, 200) : '' }), line)
  }
}

async function excelRows(content: Uint8Array): Promise<Row[]> {
  checkOfficeFile(content, 'xlsx')
  try {
    const sheets = await readExcel(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
    const data = sheets[0]?.data ?? []
    return data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOfCell) }))
  } catch (error) {
    throw new ConvertError(finding('workbook-damaged', { detail: error instanceof Error ? error.message.slice(0, 200) : 'damaged' }))
  }
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
