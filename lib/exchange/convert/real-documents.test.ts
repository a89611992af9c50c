import {
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { png } from '../import.fixture.ts'
import { convert, textsOf } from './convert.fixture.ts'

const change = { id: 1, author: 'Анна', date: '2026-05-12T10:00:00Z' }
const cell = (text: string, span = {}) => new TableCell({ ...span, children: [new Paragraph(text)] })
const item = (text: string, level: number, reference = 'steps') => new Paragraph({ text, numbering: { reference, level } })

/** A document as departments have them: a title, numbered steps in steps, a merged table, a note, a picture, changes that are not accepted yet. */
function manual(): Document {
  return new Document({
    numbering: {
      config: [
        {
          reference: 'steps',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
            { level: 1, format: LevelFormat.BULLET, text: '•' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Кроме праздников.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Перевыпуск карты', heading: HeadingLevel.TITLE }),
          new Paragraph({
            children: [
              new TextRun('Срок — '),
              new DeletedTextRun({ ...change, text: 'пять' }),
              new InsertedTextRun({ ...change, text: 'два' }),
              new TextRun(' дня'),
              new FootnoteReferenceRun(1),
              new TextRun('. '),
              new ExternalHyperlink({ link: 'https://bank.example/tariffs', children: [new TextRun('Тарифы')] }),
            ],
          }),
          new Paragraph({ text: 'Порядок', heading: HeadingLevel.HEADING_1 }),
          item('Откройте приложение.', 0),
          item('на телефоне', 1),
          item('или на сайте', 1),
          item('Выберите карту.', 0),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell('Город'), cell('Дней')] }),
              new TableRow({ children: [cell('Москва', { rowSpan: 2 }), cell('2')] }),
              new TableRow({ children: [cell('3 в праздники')] }),
              new TableRow({ children: [cell('Другие: до недели', { columnSpan: 2 })] }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: png,
                transformation: { width: 10, height: 10 },
                altText: { name: 'a', title: 'a', description: 'Экран карты' },
              }),
            ],
          }),
        ],
      },
    ],
  })
}

test('a Word manual keeps its steps, spans, note and picture; of changes the new text counts', async () => {
  const bytes = new Uint8Array(await Packer.toBuffer(manual()))
  const converted = await convert('docx', { 'Перевыпуск.docx': bytes })
  const [article] = converted.articles
  expect(article?.file).toMatchObject({ title: 'Перевыпуск карты', slug: 'perevypusk' })
  const [text = ''] = textsOf(converted)
  expect(text).toContain('Срок — два дня (Кроме праздников). [Тарифы](https://bank.example/tariffs)')
  expect(text).toContain('## Порядок\n\n1. Откройте приложение.\n   - на телефоне\n   - или на сайте\n2. Выберите карту.')
  expect(text).toContain('::::row\n:::cell{header}\nГород\n:::')
  expect(text).toMatch(/:::cell\{rowspan=2\}\nМосква/)
  expect(text).toMatch(/:::cell\{colspan=2\}\nДругие: до недели/)
  expect(text).toMatch(/!\[Экран карты\]\(media:[0-9a-f]{32}\)$/)
  expect(text).not.toMatch(/пять|↑|\[1\]/)
  expect(converted.pictures).toHaveLength(1)
  expect(converted.warnings.map(({ reason }) => reason)).toEqual(['footnote-text'])
})

test('a workbook of departments: a title above the names of columns, sections merged downwards, formulas, lines in cells, several sheets', async () => {
  const book = new ExcelJS.Workbook()
  const cards = book.addWorksheet('Карты')
  cards.addRow(['База знаний контакт-центра, май'])
  cards.mergeCells('A1:D1')
  cards.addRow([])
  cards.addRow(['Раздел', 'Вопрос', 'Ответ', '№'])
  cards.addRow(['Выпуск', 'Сколько стоит карта?', 'Бесплатно.\nДоставка:\n- курьер\n- отделение', 1])
  cards.addRow([null, 'Сколько ждать?', { formula: '"до "&2+3&" дней"', result: 'до 5 дней' }, 2])
  cards.mergeCells('A4:A5')
  cards.addRow(['Лимиты', 'Какой лимит?', { richText: [{ text: '150 000 ' }, { text: '₽', font: { bold: true } }] }, 3])
  const loans = book.addWorksheet('Кредиты')
  loans.addRow(['Вопрос', 'Ответ', '№'])
  loans.addRow(['Как погасить досрочно?', 'В приложении.', 1])
  book.addWorksheet('Справка').addRow(['Спросите Анну'])
  const converted = await convert('xlsx', { 'faq.xlsx': new Uint8Array(await book.xlsx.writeBuffer()) })
  expect(converted.articles.map(({ path, file: { title, category, sourceId } }) => [path, title, category, sourceId])).toEqual([
    ['faq.xlsx › Карты:4', 'Сколько стоит карта?', 'Выпуск', 'faq.xlsx#1'],
    ['faq.xlsx › Карты:5', 'Сколько ждать?', 'Выпуск', 'faq.xlsx#2'],
    ['faq.xlsx › Карты:6', 'Какой лимит?', 'Лимиты', 'faq.xlsx#3'],
    ['faq.xlsx › Кредиты:2', 'Как погасить досрочно?', 'Кредиты', 'faq.xlsx/Кредиты#1'],
  ])
  expect(textsOf(converted)).toEqual(['Бесплатно.\n\nДоставка:\n\n- курьер\n- отделение', 'до 5 дней', '150 000 ₽', 'В приложении.'])
  expect(converted.warnings).toMatchObject([{ file: 'faq.xlsx', reason: 'sheet-left-out', arguments: { name: 'Справка' } }])
})

const table = 'Вопрос;Ответ\r\n"Что, где; когда?";"Первая строка, и ещё, и ещё\r\nвторая; строка"\r\nКак?;Так.\r\n'
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

test.each([
  ['semicolons and commas in answers', `${table}`],
  ['UTF-8 with its mark', `\uFEFF${table}`],
  ['the line that Excel writes for itself', `sep=;\r\n${table}`],
  ['a title above the names', `База знаний, версия 2, май\r\n\r\n${table}`],
  [
    'tabs in UTF-16, as Excel saves "Unicode text"',
    utf16(table.replaceAll('Вопрос;Ответ', 'Вопрос\tОтвет').replaceAll('?";"', '?"\t"').replace('Как?;', 'Как?\t')),
  ],
])('a table with %s is read', async (_, content) => {
  const converted = await convert('csv', { 'faq.csv': content })
  expect(converted.articles.map(({ file }) => file.title)).toEqual(['Что, где; когда?', 'Как?'])
  expect(textsOf(converted)[0]).toBe('Первая строка, и ещё, и ещё\n\nвторая; строка')
  const [first, second] = converted.articles.map(({ path }) => Number(path.split(':')[1]))
  expect((second ?? 0) - (first ?? 0)).toBe(2)
})

test.each([
  ['a.docx', '', 'office-old'],
  ['b.xlsx', 'EncryptedPackage', 'office-locked'],
  ['c.docx', 'EncryptedPackage', 'office-locked'],
] as const)('%s in the form of older programs (%s) is told what to do', async (path, part, reason) => {
  const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(part, 'utf16le')])
  const format = path.endsWith('docx') ? 'docx' : 'xlsx'
  await expect(convert(format, { [path]: new Uint8Array(bytes) })).rejects.toMatchObject({ finding: { reason } })
})
