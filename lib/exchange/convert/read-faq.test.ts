import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { convert, textsOf } from './convert.fixture.ts'

const csv = (text: string, around = {}) => convert('csv', { 'faq.csv': text }, around)

test.each(['internal', 'Внутренняя', 'для сотрудников', 'Только для сотрудников', 'staff only', 'Служебная', 'Operators', 'Private'])(
  'a row whose audience is "%s" is internal: it must not become an answer for customers',
  async audience => {
    const { articles } = await csv(`question;answer;audience\nПароль от сейфа?;1234;${audience}\n`)
    expect(articles.map(({ file }) => file.audience)).toEqual(['internal'])
  },
)

test('a row that names no audience, or customers, is public', async () => {
  const { articles } = await csv('question;answer;audience\nА?;1;\nБ?;2;public\nВ?;3;Клиенты\nГ?;4\n')
  expect(articles.map(({ file }) => file.audience)).toEqual(['public', 'public', 'public', 'public'])
})

test('names of columns are known in both languages, whatever their case, marks and order; the first of two counts', async () => {
  const { articles } = await csv('Ответ\tТЕМА:\tВопрос клиента*\tЯзык\tОтвет\nДа\tОплата\tМожно?\tEnglish\tНет\n')
  expect(articles).toMatchObject([{ file: { title: 'Оплата', questions: ['Можно?'], locale: 'en' } }])
  expect(textsOf({ articles, pictures: [], lists: [], warnings: [] })).toEqual(['Да'])
})

test('a question is not its own phrasing, and each phrasing comes once', async () => {
  const { articles } = await csv('title,question,answer,phrasings\nА,А,x,б|б; в\nБ,Как?,x,\n')
  expect(articles.map(({ file }) => file.questions)).toEqual([['б', 'в'], ['Как?']])
})

test.each([
  ['no rows', '', 'no-rows', undefined],
  ['empty rows only', '\n;;\n ; \n', 'no-rows', undefined],
  ['no answer among its columns', 'вопрос;примечание\nа;б\n', 'no-columns', 1],
  ['no question among its columns', '\n\nответ;примечание\nа;б\n', 'no-columns', 3],
  ['a quote that nothing closes', 'question;answer\n"открыта;x\n', 'table-malformed', 2],
])('a table with %s is refused with its line', async (_, text, reason, line) => {
  const problem = await csv(text).catch((error: unknown) => error)
  expect(problem).toMatchObject({ finding: { reason }, ...(line !== undefined && { line: expect.any(Number) }) })
})

test('a table of one row more than is read is refused before anything of it is read', async () => {
  const rows = `${'В?;О\n'.repeat(20_001)}`
  await expect(csv(`question;answer\n${rows}`)).rejects.toMatchObject({
    finding: { reason: 'too-many-rows', arguments: { maximum: '20000' } },
  })
})

test('a row without question or answer, or that stands above already, is told by its line; the same id in another language is a translation', async () => {
  const rows = ['id,lang,question,answer', '1,ru,А?,x', '1,en,A?,x', ',ru,,x', ',ru,В?,', ',ru,Г?,x', ',ru,г!,y', '1,ru,Д?,x'].join('\n')
  const { articles, warnings } = await csv(rows)
  expect(articles.map(({ file }) => [file.title, file.locale, file.sourceId])).toEqual([
    ['А?', 'ru', 'faq.csv#1'],
    ['A?', 'en', 'faq.csv#1'],
    ['Г?', 'ru', 'faq.csv#g'],
  ])
  expect(warnings.map(({ line, reason }) => [line, reason])).toEqual([
    [4, 'question-empty'],
    [5, 'answer-empty'],
    [7, 'question-twice'],
    [8, 'id-twice'],
  ])
})

test('what looks like a formula or a script in a cell is text', async () => {
  const { articles } = await csv('question,answer\n"=HYPERLINK(""http://x"")","<script>alert(1)</script><p onclick=alert(1)>Да</p>"\n')
  expect(articles[0]?.file.title).toBe('=HYPERLINK("http://x")')
  expect(JSON.stringify(articles)).not.toMatch(/onclick|alert\(1\)/)
})

test('a slug that is none, and an address that names no page, are passed over', async () => {
  const { articles } = await csv(
    'question;answer;slug;url\nКак дела?;x;Не слаг;javascript:alert(1)\nА;x;own-slug;https://old.example/a/?q=1#b\nБ;x;;/\n',
  )
  expect(articles.map(({ file, addresses }) => [file.slug, addresses])).toEqual([
    ['kak-dela', []],
    ['own-slug', ['/a']],
    ['b', []],
  ])
})

test('cells of a workbook may be dates, numbers, formulas with their result, links and nothing', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('FAQ')
  sheet.addRow(['Вопрос', 'Ответ'])
  sheet.addRow([])
  sheet.addRow(['Когда?', new Date(Date.UTC(2026, 4, 9))])
  sheet.addRow(['Сколько?', 0.5])
  sheet.addRow(['Итого?', { formula: '1+1', result: 2 }])
  sheet.addRow(['Где?', { text: 'на сайте', hyperlink: 'https://bank.example/' }])
  sheet.addRow(['Пусто?', null])
  workbook.addWorksheet('Другой').addRow(['не', 'читается'])
  const converted = await convert('xlsx', { 'faq.xlsx': new Uint8Array(await workbook.xlsx.writeBuffer()) })
  expect(textsOf(converted)).toEqual(['2026-05-09', '0.5', '2', 'на сайте'])
  expect(converted.warnings).toMatchObject([{ reason: 'sheet-left-out' }, { line: 7, reason: 'answer-empty' }])
})
