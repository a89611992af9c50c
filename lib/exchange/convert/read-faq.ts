import { slugFromTitle } from '#lib/document/slug.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { soundsInternal } from '#lib/markdown/front-matter.ts'
import { type Finding, finding } from '../../findings.ts'
import { sourceOfPath } from '../source-of-path.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { csvRows } from './csv-rows.ts'
import { decodeText } from './decode-text.ts'
import { excelSheets, type Row } from './excel-sheets.ts'
import { type FaqColumn, findColumns, isHead } from './faq-columns.ts'
import { documentOf, parseFragment } from './html-page.ts'
import { knownLocale, newArticle } from './new-article.ts'
import { addressesOf, siteOf } from './old-addresses.ts'
import { answerAsHtml } from './plain-answer.ts'
import { localeOfFolder } from './read-page.ts'

/** Rows of one table; more than the largest list of questions that we know. */
const longest = 20_000
/** Rows in which the names of the columns are looked for: a title may stand above them. */
const headRows = 10

interface Table {
  /** Of its sheet; '' for a text. */
  name: string
  columns: ReadonlyMap<FaqColumn, number>
  body: Row[]
}

/** A table of questions and answers: each row is an article. Of a workbook every sheet that names such columns is read. Throws ConvertError. */
export async function readFaq(unit: ConvertUnit, surroundings: ConvertSurroundings): Promise<Converted> {
  const { path, content } = unit.files[0] as ConvertUnit['files'][number]
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const sheets = unit.format === 'xlsx' ? await excelSheets(content) : [{ name: '', rows: csvRows(decodeText(content)) }]
  const { tables, others } = tablesOf(sheets)
  for (const name of others) converted.warnings.push({ file: path, level: 'warning', ...finding('sheet-left-out', { name }) })
  const isOne = tables.length === 1
  const sources = new Set<string>()
  for (const { name, columns, body } of tables) {
    const table = {
      columns,
      path: isOne ? path : `${path} › ${name}`,
      // The first sheet is known by the file: for long it was the only one that was read.
      place: name === sheets[0]?.name ? sourceOfPath(path) : `${sourceOfPath(path)}/${name}`,
      category: isOne || /^(лист|sheet)\s*\d*$/i.test(name) ? null : name,
    }
    for (const row of body) readRow({ ...table, row, sources, base: unit.base, surroundings, converted })
  }
  return converted
}

/** Sheets that name columns of questions and answers, and the names of the others. Throws ConvertError. */
function tablesOf(sheets: readonly { name: string; rows: Row[] }[]): { tables: Table[]; others: string[] } {
  const tables: Table[] = []
  const others: string[] = []
  let first: Row | undefined
  for (const { name, rows } of sheets) {
    const filled = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ''))
    if (filled.length === 0) continue
    first ??= filled[0]
    const head = filled.slice(0, headRows).findIndex(({ cells }) => isHead(cells))
    if (head < 0) others.push(name.slice(0, 100))
    else tables.push({ name, columns: findColumns(filled[head]?.cells ?? []), body: filled.slice(head + 1) })
  }
  if (!first) throw new ConvertError(finding('no-rows'))
  if (tables.length === 0) throw new ConvertError(finding('no-columns'), first.line)
  const rows = tables.reduce((sum, { body }) => sum + body.length, 0)
  if (rows > longest) throw new ConvertError(finding('too-many-rows', { maximum: longest }))
  return { tables, others }
}

interface RowReading {
  row: Row
  path: string
  place: string
  /** Of rows that name none: what their sheet is called. */
  category: string | null
  columns: ReadonlyMap<FaqColumn, number>
  sources: Set<string>
  base: number
  surroundings: ConvertSurroundings
  converted: Converted
}

function readRow({ row, path, place, category: sheet, columns, sources, base, surroundings, converted }: RowReading): void {
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
    const category = cell('category') || sheet
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
    const index = base + converted.articles.length
    const [addresses, site] = [addressesOf(cell('address')), siteOf(cell('address'))]
    converted.articles.push({ index, path: `${path}:${row.line}`, file, isDraft: false, addresses, site })
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
