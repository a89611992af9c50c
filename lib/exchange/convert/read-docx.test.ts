import { Document, ExternalHyperlink, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { officeLimits } from './check-archive.ts'
import { convert, textsOf } from './convert.fixture.ts'

type Children = ConstructorParameters<typeof Document>[0]['sections'][number]['children']
const docx = async (children: Children) => new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
const read = (bytes: Uint8Array, path = 'ru/how-to.docx') => convert('docx', { [path]: bytes })

test('a document without a heading is called by its file, in the language of its folder', async () => {
  const { articles } = await read(await docx([new Paragraph('Текст')]), 'en/how-to.docx')
  expect(articles).toMatchObject([
    { isDraft: false, addresses: [], file: { title: 'how to', slug: 'how-to', locale: 'en', audience: 'public' } },
  ])
})

test('an empty document is refused', async () => {
  await expect(read(await docx([new Paragraph('')]))).rejects.toMatchObject({ finding: { reason: 'no-text' } })
})

test('the first row of a table is its head; a table of one row has none', async () => {
  const row = (...cells: string[]) => new TableRow({ children: cells.map(cell => new TableCell({ children: [new Paragraph(cell)] })) })
  const converted = await read(
    await docx([
      new Table({ rows: [row('Город', 'Срок'), row('Москва', '2 дня')] }),
      new Paragraph('и'),
      new Table({ rows: [row('один', 'ряд')] }),
    ]),
  )
  const tables = (converted.articles[0]?.file.document.content ?? []).filter(({ type }) => type === 'table')
  expect(tables.map(table => JSON.stringify(table).split('"tableHeader"').length - 1)).toEqual([2, 0])
})

test('a link that runs loses its address and keeps its text', async () => {
  const link = (address: string, words: string) => new ExternalHyperlink({ link: address, children: [new TextRun(words)] })
  const converted = await read(
    await docx([
      new Paragraph({ children: [link('javascript:alert(1)', 'зло'), new TextRun(' '), link('https://bank.example/', 'банк')] }),
    ]),
  )
  expect(textsOf(converted)).toEqual(['зло [банк](https://bank.example/)'])
  expect(converted.warnings).toMatchObject([{ reason: 'link-not-allowed', level: 'warning' }])
})

test('a file that a document points to outside of itself is not read', async () => {
  const parts = unzipSync(
    await docx([new Paragraph({ children: [new ExternalHyperlink({ link: 'file:///etc/passwd', children: [new TextRun('файл')] })] })]),
  )
  const converted = await read(zipSync(parts))
  expect(JSON.stringify(converted.articles)).not.toMatch(/passwd|root:/)
})

test.each([
  ['no zip', strToU8('не документ'), 'archive-broken'],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('x') }), 'not-word'],
  ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'not-word'],
  [
    'a document whose text is no XML',
    zipSync({ 'word/document.xml': strToU8('<w:document><w:body>'), '[Content_Types].xml': strToU8('<x') }),
    'document-damaged',
  ],
])('%s is refused and named', async (_, bytes, reason) => {
  await expect(read(bytes)).rejects.toMatchObject({ finding: { reason } })
})

test('a document of as many parts as are read passes, one more does not', async () => {
  const parts = unzipSync(await docx([new Paragraph('Текст')]))
  const filled = (count: number) => {
    const more = Array.from({ length: count - Object.keys(parts).length }, (_, at) => [`x/${at}`, new Uint8Array()])
    return zipSync({ ...parts, ...Object.fromEntries(more) }, { level: 0 })
  }
  expect(textsOf(await read(filled(officeLimits.entries)))).toEqual(['Текст'])
  await expect(read(filled(officeLimits.entries + 1))).rejects.toMatchObject({ finding: { reason: 'archive-parts' } })
})
