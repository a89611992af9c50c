import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { markdownOf, readTranslation } from '#lib/authoring/read-translation.ts'
import { findOldAddress } from '#lib/delivery/find-old-address.ts'
import type { Istok } from '../../istok.ts'
import { openTestIstok } from '../../test-istok.ts'
import { newReport } from '../import-report.ts'
import { runImport } from '../run-import.ts'
import { convertFiles } from './convert-files.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const run = (istok: Istok, contents: Record<string, string | Uint8Array>, options = {}) =>
  runImport(istok, system, { files: Object.entries(contents).map(([path, content]) => ({ path, content })), ...options })
async function read(istok: Istok, slug: string, locale = 'ru') {
  const article = (await listArticles(istok, system, { q: slug })).items.find(item => item.slug === slug)
  const translation = await readTranslation(istok, system, { articleId: article?.id ?? '', locale })
  return { article, translation, markdown: markdownOf(translation).markdown }
}

test('HTML pages become articles: title, links between pages, pictures, old address; a javascript: link loses its address', async () => {
  const istok = openTestIstok()
  const files = {
    'help/limits.html':
      '<!doctype html><html lang="ru-RU"><head><title>Лимиты – Банк</title><link rel="canonical" href="https://old.example/faq/limits.html"></head><body><nav><a href="/">Домой</a></nav><main><h1>Лимиты</h1><p>См. <a href="cards.html#a">карты</a>, <a href="javascript:alert(1)">зло</a>.</p><h2>По дням</h2><img src="../img/a.png" alt="Экран"></main><footer>Подвал</footer></body></html>',
    'help/cards.html': Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><title>'),
      Buffer.from([0xca, 0xe0, 0xf0, 0xf2, 0xfb]),
      Buffer.from('</title><p>'),
      Buffer.from([0xca, 0xe0, 0xf0, 0xf2, 0xe0]),
      Buffer.from('</p>'),
    ]),
    'img/a.png': png,
  }
  const report = await run(istok, files, { publish: true })
  expect(report).toMatchObject({ created: 2, failed: 0, published: 2 })
  expect(report.warnings.map(({ message }) => message).join()).toContain('javascript:alert(1)')
  const { markdown, translation } = await read(istok, 'limits')
  expect(translation.title).toBe('Лимиты')
  expect(markdown).toContain('[карты](article:cards)')
  expect(markdown).toMatch(/## По дням\n\n!\[Экран\]\(media:[0-9a-f]{32}\)/)
  expect(markdown).not.toMatch(/javascript|Домой|Подвал/)
  expect((await read(istok, 'cards')).translation.title).toBe('Карты')
  expect(findOldAddress(istok, '/faq/limits.html')).toEqual({ locale: 'ru', slug: 'limits' })
  expect(findOldAddress(istok, '/faq/other.html')).toBeNull()
  expect(await run(istok, files)).toMatchObject({ created: 0, updated: 0, skipped: 2 })
})

test('a Word document becomes an article: headings, lists, a table with its header, a box, a picture', async () => {
  const istok = openTestIstok()
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    styles: { paragraphStyles: [{ id: 'Attention', name: 'Внимание' }] },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Перевыпуск карты', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({ children: [new TextRun('Карта выпускается '), new TextRun({ text: 'бесплатно', bold: true })] }),
          new Paragraph({ text: 'Не сообщайте код.', style: 'Attention' }),
          new Paragraph({ text: 'Сроки', heading: HeadingLevel.HEADING_2 }),
          new Paragraph({ text: 'в Москве', bullet: { level: 0 } }),
          new Paragraph({ text: 'в регионах', bullet: { level: 0 } }),
          new Table({
            rows: [new TableRow({ children: [cell('Город'), cell('Срок')] }), new TableRow({ children: [cell('Москва'), cell('2 дня')] })],
          }),
          new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: 10, height: 10 } })] }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const report = await run(istok, { 'ru/reissue.docx': bytes })
  expect(report).toMatchObject({ created: 1, failed: 0, others: { media: { created: 1 } } })
  const { markdown, translation } = await read(istok, 'reissue')
  expect(translation.title).toBe('Перевыпуск карты')
  expect(markdown).toContain('**бесплатно**')
  expect(markdown).toContain('Не сообщайте код.')
  expect(translation.document.content.map(({ type }) => type)).toEqual(['paragraph', 'callout', 'heading', 'bulletList', 'table', 'image'])
  expect(JSON.stringify(translation.document)).toContain('"tableHeader"')
  expect(await run(istok, { 'ru/reissue.docx': bytes })).toMatchObject({ created: 0, updated: 0, skipped: 1 })
})

test('a table of questions: columns by their names, Windows-1251, semicolons, quotes, phrasings; faults are told by row', async () => {
  const istok = openTestIstok()
  const text =
    '№;Вопрос;Ответ;Раздел;Теги;Формулировки\r\n1;Как закрыть вклад?;"Придите в офис.\n- паспорт\n- договор";Вклады;вклад, офис;закрыть вклад|снять вклад\r\n2;;Нет вопроса;;;\r\n1;Ещё раз;Ответ;;;\r\n'
  const cp1251 = Buffer.from(Array.from(text, letter => toCp1251(letter)))
  const report = await run(istok, { 'faq.csv': cp1251 })
  expect(report).toMatchObject({ created: 1, failed: 2, total: 3, done: 3 })
  expect(report.warnings.filter(({ level }) => level === 'error')).toMatchObject([
    { file: 'faq.csv', line: 5 },
    { file: 'faq.csv', line: 6 },
  ])
  const { article, translation, markdown } = await read(istok, 'kak-zakryt-vklad')
  expect(article).toMatchObject({ category: 'vklady', tags: ['vklad', 'ofis'] })
  expect(translation.questions).toEqual(['закрыть вклад', 'снять вклад'])
  expect(markdown).toContain('- паспорт\n- договор')
  expect(await run(istok, { 'faq.csv': cp1251 })).toMatchObject({ created: 0, updated: 0, skipped: 1 })
})

function toCp1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (letter === 'ё') return 0xb8
  if (letter === '№') return 0xb9
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code
}

test('an Excel workbook reads as a table does, in two languages under one id', async () => {
  const istok = openTestIstok()
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('FAQ')
  sheet.addRow(['id', 'language', 'question', 'answer'])
  sheet.addRow([7, 'ru', 'Сколько стоит СМС?', { richText: [{ text: '60 ' }, { text: 'рублей', font: { bold: true } }] }])
  sheet.addRow([7, 'English', 'How much is SMS?', '60 roubles'])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  expect(await run(istok, { 'faq.xlsx': bytes })).toMatchObject({ created: 2, failed: 0 })
  const { items } = await listArticles(istok, system, {})
  expect(items).toHaveLength(1)
  expect((await read(istok, items[0]?.slug ?? '', 'en')).translation.title).toBe('How much is SMS?')
})

test('a Zendesk help centre: sections, translations, labels, drafts, links between articles, old addresses', async () => {
  const istok = openTestIstok()
  const url = 'https://help.example.com/hc/ru/articles/1-Kak'
  const dump = {
    'articles.json': JSON.stringify({
      articles: [
        {
          id: 1,
          title: 'Как войти',
          body: '<p>Откройте. <a href="/hc/ru/articles/4-Dalee">Далее</a></p>',
          locale: 'ru',
          section_id: 20,
          label_names: ['вход'],
          html_url: url,
          draft: false,
          translations: [{ locale: 'en-us', title: 'How to sign in', body: '<p>Open.</p>' }],
        },
        { id: 2, title: 'Черновик', body: '<p>Текст</p>', locale: 'ru', draft: true, html_url: '' },
        { id: 3, title: 'Внутренняя', body: '<p>Текст</p>', locale: 'ru', user_segment_id: 5, html_url: '' },
        { id: 4, title: 'Далее', body: '<p>Текст</p>', locale: 'ru', html_url: '' },
        { title: 'Без номера' },
      ],
    }),
    'sections.json': JSON.stringify({ sections: [{ id: 20, name: 'Личный кабинет', locale: 'ru', category_id: 10 }] }),
    'categories.json': JSON.stringify({ categories: [{ id: 10, name: 'Онлайн', locale: 'ru' }] }),
  }
  const report = await run(istok, dump, { publish: true })
  expect(report).toMatchObject({ created: 5, failed: 1, published: 3, others: { categories: { created: 2 } } })
  const { article, markdown } = await read(istok, 'kak-voyti')
  expect(article).toMatchObject({ category: 'lichnyy-kabinet', tags: ['vkhod'] })
  expect(markdown).toContain('(article:dalee)')
  expect((await read(istok, 'kak-voyti', 'en')).translation.title).toBe('How to sign in')
  expect((await read(istok, 'vnutrennyaya')).article?.audience).toBe('internal')
  expect(findOldAddress(istok, '/hc/ru/articles/1-Other-title')).toEqual({ locale: 'ru', slug: 'kak-voyti' })
  expect(await run(istok, dump, { publish: true })).toMatchObject({ created: 0, updated: 0, skipped: 5, release: null })
})

test('categories and tags that the base has are found by their titles', async () => {
  const istok = openTestIstok()
  const files = {
    'categories.yaml': '- slug: transfers\n  title: { ru: Переводы }\n',
    'faq.csv': 'Вопрос;Ответ;Раздел\nКак?;Так.;переводы\n',
  }
  await run(istok, { 'categories.yaml': files['categories.yaml'] })
  expect((await run(istok, files)).others.categories.created).toBe(0)
  expect((await read(istok, 'kak')).article?.category).toBe('transfers')
})

test('titles that the base has already and values against its facts are listed', async () => {
  const istok = openTestIstok()
  await run(istok, {
    'facts.yaml':
      '- key: sms.fee\n  type: money\n  unit: RUB\n  title: { ru: Стоимость СМС-информирования }\n  values: [{ value: "60" }]\n',
    'close.md': '# Как закрыть вклад\n\nТекст.\n',
  })
  const faq =
    'question,answer\nКак закрыть вклады?,Придите.\nСМС,Стоимость СМС-информирования 99 рублей в месяц.\nЦена,Стоимость СМС-информирования 60 рублей.\n'
  const report = await run(istok, { 'faq.csv': faq }, { dryRun: true })
  expect(report.duplicates).toMatchObject([
    { file: 'faq.csv:2', text: 'Как закрыть вклады?', like: { text: 'Как закрыть вклад' }, score: 1 },
  ])
  expect(report.contradictions).toMatchObject([{ file: 'faq.csv:3', value: '99 рублей', fact: { key: 'sms.fee' } }])
})

test('what is broken is told and the rest goes on', async () => {
  const istok = openTestIstok()
  const report = await run(istok, {
    'ok.html': '<h1>Хорошо</h1><p>Текст</p>',
    'bad.docx': new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
    'text.docx': 'не документ',
    'bad.json': '{"articles": [',
    'none.csv': 'a;b\n1;2\n',
    'quote.csv': 'question;answer\n"открыта;x\n',
    'xml.docx': zipSync({ 'word/document.xml': Buffer.from('<w:document><w:body>'), '[Content_Types].xml': Buffer.from('<x') }),
    'empty.html': '',
    'deep.html': '<div>'.repeat(50_000),
    '../slip.html': '<p>Снаружи</p>',
  })
  expect(report.created).toBe(2)
  const failed = report.warnings
    .filter(({ level }) => level === 'error')
    .map(({ file }) => file)
    .sort()
  expect(failed).toEqual(['bad.docx', 'bad.json', 'deep.html', 'empty.html', 'none.csv', 'quote.csv', 'text.docx', 'xml.docx'])
  expect(report.warnings.some(({ file }) => file === '../slip.html')).toBe(true)
})

test('a document that unpacks to too much, has too many parts or too long a text is refused by its directory', async () => {
  const istok = openTestIstok()
  const parts = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`p${index}`, new Uint8Array(1)]))
  const report = await run(istok, {
    'bomb.docx': zipSync({ 'word/document.xml': Buffer.from('<x/>'), 'word/media/a.bin': new Uint8Array(15 * 1024 * 1024) }),
    'parts.docx': zipSync({ 'word/document.xml': Buffer.from('<x/>'), ...parts }),
    'long.docx': zipSync({ 'word/document.xml': Buffer.alloc(6 * 1024 * 1024, 'abcdefgh1234567') }, { level: 0 }),
  })
  const told = Object.fromEntries(report.warnings.map(({ file, message }) => [file, message]))
  expect(told['bomb.docx']).toContain('packed more than 100 times')
  expect(told['parts.docx']).toContain('more than 500 parts')
  expect(told['long.docx']).toContain('more than 5 MB')
})

test('ten thousand rows are read', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `${index},Вопрос ${index}?,Ответ ${index}.`)
  const content = new TextEncoder().encode(['id,question,answer', ...rows].join('\n'))
  const report = newReport()
  const unit = { format: 'csv' as const, files: [{ path: 'faq.csv', content }], base: 0 }
  const { articles } = await convertFiles([unit], { locales: ['ru'], targets: new Map(), pictures: new Map() }, report)
  expect(articles).toHaveLength(10_000)
  expect(report.warnings).toEqual([])
})
