import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from '#lib/document/parse-document.ts'
import { MarkdownError } from './markdown-error.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Parsed, or refused with a MarkdownError; anything else is a defect. */
function read(text: string): string {
  try {
    return JSON.stringify(parseMarkdown(text).document)
  } catch (error) {
    if (error instanceof MarkdownError) return `refused: ${error.code}`
    throw error
  }
}

test.each([
  ['a row of opening brackets', '['.repeat(10_000)],
  ['a row of asterisks', '*'.repeat(10_000)],
  ['emphasis that never ends', '*a '.repeat(10_000)],
  ['a row of quote signs', '>'.repeat(10_000)],
  ['quotes in quotes', '> '.repeat(10_000)],
  ['lists in lists on one line', `${'- '.repeat(10_000)}a`],
  ['lists in lists by indentation', Array.from({ length: 700 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')],
  ['many deep lines', `${'- '.repeat(31)}a\n\n`.repeat(5_000)],
  ['containers in containers', ':::a\n'.repeat(10_000)],
  ['more text than allowed', 'слово '.repeat(200_000)],
  ['more lines than allowed', '\n'.repeat(900_000)],
  ['many paragraphs of brackets', `${'['.repeat(3_900)}\n\n`.repeat(200)],
  ['a deep indentation', `${' '.repeat(900_000)}a`],
])('%s is refused at once', (_name, text) => {
  expect(read(text)).toBe('refused: too_large')
})

test.each([
  ['brackets up to the limit', '['.repeat(3_900)],
  ['emphasis up to the limit', '*a**b'.repeat(1_300)],
  ['links that never end', '[a]('.repeat(1_900)],
  ['comments that never end', '<!-- '.repeat(1_900)],
  ['code that never ends', Array.from({ length: 80 }, (_, size) => `${'`'.repeat(size + 1)}a`).join('')],
  ['addresses that never end', 'a.'.repeat(100_000)],
  ['a table of many rows', `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(1_000)}`],
  ['a rule of 5,000 characters', `${'- '.repeat(2_500)}\n\na`],
  ['NUL and other control characters', 'a\u0000b\u0001c\u001B[31m\uFFFF\uD800'],
])('%s is read', (_name, text) => {
  expect(read(text)).not.toMatch(/^refused/)
})

test('characters that no channel can carry are gone after reading', () => {
  expect(read('a\u0000b\u0001c\uFFFF\uD800d')).toBe(
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"abcd"}]}]}',
  )
})

test.each([
  '[x](javascript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](java&#x0A;script:alert(1))',
  '[x](JAVASCRIPT&colon;alert(1))',
  '[x](//evil.example)',
  '[x](\\\\\\\\evil.example)',
  '[x](https:javascript:alert(1))',
  '[x](data:text/html,1)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '![x](javascript:alert(1))',
  '<img src=x onerror=alert(1)>',
  '::image[x]{src="javascript:alert(1)"}',
])('%j gives no address', markdown => {
  expect(read(markdown)).not.toMatch(/"(href|src)"/)
})

test('scripts, styles and frames go together with their content', () => {
  for (const name of ['script', 'style', 'iframe', 'svg', 'noscript', 'template']) {
    expect(read(`before <${name}>alert(1)</${name}> after`)).toMatch(/"text":"before {1,2}after"/)
    expect(read(`<${name}>\nalert(1)\n</${name}>`)).not.toMatch(/alert/)
  }
})

test('whatever the text, reading gives a valid document or a MarkdownError', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '* ',
      '- ',
      '1. ',
      '> ',
      '#',
      '```',
      '~~~',
      ':::',
      ':::only{audience=internal}',
      ':::steps',
      '::snippet{key=a}',
      ':fact[a.b]',
      ':u[',
      ']',
      '|',
      '|-|',
      '\n',
      '\n\n',
      '    ',
      '<div>',
      '<b>',
      '</b>',
      '<script>',
      '<!--',
      '[^a]',
      '[^a]: b',
      '[a]: b',
      '![',
      '](x)',
      '**',
      '_',
      '---',
      'a',
      '\t',
      '&amp;',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const result = read(pieces.join(''))
      if (!result.startsWith('refused')) expect(parseDocument(JSON.parse(result)).ok).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
