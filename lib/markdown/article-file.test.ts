import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDocument, arbitraryInlines } from '#lib/document/document.arbitrary.ts'
import { parseDocument } from '#lib/document/parse-document.ts'
import { plainInlineText } from '#lib/document/plain-text.ts'
import { type ArticleFile, parseArticleFile, serializeArticleFile } from './article-file.ts'
import { readFrontMatter } from './front-matter.ts'
import { MarkdownError } from './markdown-error.ts'

const source = `---
title: "Комиссия: сколько?"
slug: transfer-fee
locale: ru
category: transfers
tags: [перевод, комиссия]
audience: public
shortAnswer: Комиссия — :fact[fee.transfer].
questions:
  - сколько стоит перевод
variations:
  ivr: |
    Коротко: :fact[fee.transfer].
reviewEveryDays: 30
ms.topic: article
---

## Сколько

Текст.
`

test('where an article was before is read from the front matter of Hugo and Jekyll; other titles, as Obsidian keeps them, are no addresses', () => {
  const read = (front: string) => parseArticleFile('a.md', `---\n${front}\n---\n\nТекст.\n`)
  expect(read('aliases: [/old/page/, "https://old.example/a%20b?x", former-slug, /old/page]').aliases).toEqual([
    '/old/page',
    '/a b',
    'former-slug',
  ])
  expect(read('redirect_from: /2020/post.html')).toMatchObject({ aliases: ['/2020/post.html'], metadata: {} })
  expect(read('redirect_from:\n  - /a\n  - /b\n  - 7')).toMatchObject({ aliases: ['/a', '/b'] })
  expect(read('aliases: [Второе имя, javascript:alert(1)]')).toMatchObject({
    aliases: [],
    metadata: { 'original.aliases': ['Второе имя', 'javascript:alert(1)'] },
  })
})

test('everything that a file says is read', () => {
  const { document, variations, shortAnswer, warnings, ...rest } = parseArticleFile('ru/x.md', source)
  expect(warnings).toEqual([])
  expect(rest).toEqual({
    title: 'Комиссия: сколько?',
    slug: 'transfer-fee',
    locale: 'ru',
    category: 'transfers',
    tags: ['перевод', 'комиссия'],
    audience: 'public',
    channels: null,
    questions: ['сколько стоит перевод'],
    reviewEveryDays: 30,
    owner: null,
    sourceId: null,
    aliases: [],
    metadata: { 'ms.topic': 'article' },
  })
  expect(document.content.map(block => block.type)).toEqual(['heading', 'paragraph'])
  expect(plainInlineText(shortAnswer)).toBe('Комиссия — [fee.transfer].')
  expect(variations.ivr?.content).toHaveLength(1)
})

test('what a file does not say comes from its heading, its name, its folder and its first paragraph', () => {
  const article = parseArticleFile(
    'import/faq/en/Reset_Your-Password.md',
    '# Reset your **password**\n\nOpen *Settings*. Done.\n\n## More\n',
  )
  expect(article).toMatchObject({ title: 'Reset your password', slug: 'reset-your-password', locale: 'en', audience: 'public' })
  expect(plainInlineText(article.shortAnswer)).toBe('Open Settings. Done.')
  expect(article.document.content.map(block => block.type)).toEqual(['paragraph', 'heading'])
  expect(article.warnings.map(({ kind }) => kind)).toEqual(['derived'])
  expect(parseArticleFile('faq/Как сменить ПИН?.md', 'Так.')).toMatchObject({
    title: 'Как сменить ПИН?',
    slug: 'kak-smenit-pin',
    locale: 'ru',
  })
})

test('a first heading that repeats the title is left out, another one stays', () => {
  expect(parseArticleFile('a.md', '---\ntitle: A b\n---\n# A  B\n\nx').document.content).toHaveLength(1)
  expect(parseArticleFile('a.md', '---\ntitle: A b\n---\n# C\n\nx').document.content).toHaveLength(2)
})

test('a derived short answer ends with a sentence, within 300 characters, and never comes from a block for some readers', () => {
  const sentence = 'Это предложение имеет длину около пятидесяти знаков. '
  const long = plainInlineText(parseArticleFile('a.md', `:::only{audience=internal}\nтайна\n:::\n\n${sentence.repeat(20)}`).shortAnswer)
  expect(long).toBe(sentence.repeat(5).trim())
  const endless = plainInlineText(parseArticleFile('a.md', 'слово '.repeat(200)).shortAnswer)
  expect(endless).toMatch(/слово…$/)
  expect(endless.length).toBeLessThanOrEqual(300)
})

test.each([
  ['Импорт\n\nИмпортируйте контакты из файла CSV. Это займёт минуту.', 'Импортируйте контакты из файла CSV. Это займёт минуту.'],
  ['Карту можно заменить бесплатно. Выполните следующие действия:\n\n1. Откройте приложение.', 'Карту можно заменить бесплатно.'],
  ['Чтобы создать бюджет, нужно разрешение:\n\n- Владелец', 'Чтобы создать бюджет, нужно разрешение:'],
  ['Коротко', 'Коротко'],
])('a derived short answer stands alone: %s', (body, short) => {
  expect(plainInlineText(parseArticleFile('a.md', body).shortAnswer)).toBe(short)
})

test('front matter that is not clear about readers fails closed', () => {
  expect(parseArticleFile('a.md', '---\naudience: Operators\n---\nx')).toMatchObject({
    audience: 'internal',
    metadata: { 'original.audience': 'Operators' },
  })
  expect(parseArticleFile('a.md', '---\naudience: ITPro\n---\nx')).toMatchObject({
    audience: 'public',
    metadata: { 'original.audience': 'ITPro' },
  })
  expect(parseArticleFile('a.md', '---\naudience: Internal\n---\nx')).toMatchObject({ audience: 'internal', metadata: {} })
  expect(() => parseArticleFile('a.md', '---\nchannels: [Web site]\n---\nx')).toThrow(MarkdownError)
})

test('hostile YAML is refused or is data', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 8 }, (_, n) => `b${n}: &b${n} [${Array.from({ length: 9 }, () => `*${n === 0 ? 'a' : `b${n - 1}`}`)}]`).join('\n')}`
  expect(() => readFrontMatter(`---\n${bomb}\n---\nx`)).toThrow(MarkdownError)
  expect(() => readFrontMatter(`---\na: ${'['.repeat(50_000)}\n---\nx`)).toThrow(MarkdownError)
  expect(() => readFrontMatter(`---\na: ${'x'.repeat(200_000)}\n---\nx`)).toThrow(/longer/)
  expect(() => readFrontMatter('---\n- a\n---\nx')).toThrow(/keys and values/)
  expect(() => readFrontMatter('---\na: b: c\n---\nx')).toThrow(MarkdownError)
  const { metadata } = readFrontMatter(
    '---\n__proto__: {polluted: true}\nconstructor: 1\nf: !!js/function "function(){ throw 1 }"\nd: 2020-01-01\n---\nx',
  )
  expect(metadata).toMatchObject({ f: 'function(){ throw 1 }', d: '2020-01-01' })
  expect(Object.keys(metadata)).not.toContain('__proto__')
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
})

test('errors and warnings name the line of the file', () => {
  expect(() => parseArticleFile('a.md', '---\ntitle: a\n---\n\n:::only\nx\n:::')).toThrow(/^line 5:/)
  expect(parseArticleFile('a.md', '---\ntitle: a\nshortAnswer: b\n---\n\n[x](y.md)').warnings).toMatchObject([{ line: 6, kind: 'link' }])
})

test('any article comes back from its file unchanged', { timeout: 60_000 }, () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/)
  const line = fc
    .oneof(
      fc.constantFrom('да', 'null', '~', '1', '2020-01-01', '- x', '#', 'it\'s: "x"', 'a\\b', '😀 & <b>', '*x', '!!str x', '{a}'),
      fc.string({ minLength: 1, maxLength: 20 }),
    )
    .map(value => value.trim() || 'x')
  const article: fc.Arbitrary<ArticleFile> = fc.record({
    title: line,
    slug: name,
    locale: fc.constantFrom('ru', 'en', 'sr-Latn-RS'),
    category: fc.option(name),
    tags: fc.array(line, { maxLength: 3 }),
    audience: fc.constantFrom('public' as const, 'internal' as const),
    channels: fc.option(fc.constant(['ivr', 'website'])),
    shortAnswer: arbitraryInlines(),
    questions: fc.array(line, { maxLength: 3 }),
    variations: fc.dictionary(fc.constantFrom('ivr', 'chatbot'), arbitraryDocument(), { maxKeys: 2, noNullPrototype: true }),
    document: arbitraryDocument(),
    reviewEveryDays: fc.option(fc.integer({ min: 1, max: 400 })),
    owner: fc.option(line),
    sourceId: fc.option(line),
    aliases: fc.uniqueArray(
      fc.oneof(
        name,
        name.map(text => `/old/${text}`),
      ),
      { maxLength: 3 },
    ),
    metadata: fc.dictionary(fc.constantFrom('ms.topic', 'weird key', 'x'), fc.oneof(line, fc.integer(), fc.boolean(), fc.array(line)), {
      noNullPrototype: true,
    }),
  })
  fc.assert(
    fc.property(article, given => {
      const { warnings, ...read } = parseArticleFile('somewhere/else.md', serializeArticleFile(given))
      expect(read).toEqual(given)
      expect(warnings).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const folder = '../shared/data/support-answers-ru/articles'

test.skipIf(!existsSync(folder))(
  'the real answers of ../shared/data are read, give valid documents and come back unchanged',
  { timeout: 120_000 },
  () => {
    const names = readdirSync(folder).filter(name => name.endsWith('.md'))
    expect(names.length).toBeGreaterThan(700)
    for (const name of names) {
      const { warnings: _warnings, ...article } = parseArticleFile(`ru/${name}`, readFileSync(`${folder}/${name}`, 'utf8'))
      expect(parseDocument(article.document), name).toEqual({ ok: true, document: article.document })
      expect(article.title, name).not.toBe('')
      const { warnings, ...again } = parseArticleFile('ru/again.md', serializeArticleFile(article))
      expect(again, name).toEqual(article)
      expect(warnings, name).toEqual([])
    }
  },
)
