import { expect, test } from 'vitest'
import { documentLimits } from '#lib/document/limits.ts'
import { guardMarkdown, markdownLimits } from './guard-markdown.ts'
import { MarkdownError } from './markdown-error.ts'

function refusalOf(text: string): { reason: string; line: number | null } | null {
  try {
    guardMarkdown(text)
    return null
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error
    expect(error.code).toBe('too_large')
    return { reason: error.finding.reason, line: error.line }
  }
}

test.each([
  ['characters', (n: number) => 'я'.repeat(n), markdownLimits.length, 'markdown-long'],
  ['lines', (n: number) => '\n'.repeat(n - 1), markdownLimits.lines, 'markdown-lines'],
  ['marks in a paragraph', (n: number) => '*'.repeat(n), markdownLimits.delimiters, 'markdown-marks'],
  ['quotes in a line', (n: number) => `${'> '.repeat(n)}x`, documentLimits.depth, 'markdown-deep'],
  ['fences in each other', (n: number) => ':::tip\n'.repeat(n), documentLimits.depth, 'markdown-deep'],
])('as many %s as are read pass, one more does not', (_, textOf, most, reason) => {
  expect(refusalOf(textOf(most))).toBeNull()
  expect(refusalOf(textOf(most + 1))?.reason).toBe(reason)
})

test('an empty text, a text without end and rules of any length pass', () => {
  for (const text of [
    '',
    '\n',
    'x',
    '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -',
    '* '.repeat(200).trim(),
  ])
    expect(refusalOf(text)).toBeNull()
})

test('a closed fence counts no more, and a larger one closes what stands in it', () => {
  const one = ':::tip\nx\n:::\n'
  expect(refusalOf(one.repeat(200))).toBeNull()
  const outer = `::::tip\n${':::tip\n'.repeat(documentLimits.depth - 1)}::::\n`
  expect(refusalOf(outer.repeat(20))).toBeNull()
})

test('marks of another paragraph do not count, a refusal names its line', () => {
  const many = '*'.repeat(markdownLimits.delimiters)
  expect(refusalOf(`${many}\n\n${many}`)).toBeNull()
  expect(refusalOf(`один\nдва\n\n${many}\n_`)).toEqual({ reason: 'markdown-marks', line: 5 })
})
