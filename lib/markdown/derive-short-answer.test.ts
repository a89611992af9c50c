import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainInlineText } from '#lib/document/plain-text.ts'
import type { Document, Inline } from '#lib/document/types.ts'
import { deriveShortAnswer } from './derive-short-answer.ts'

const paragraph = (...content: Inline[]): Document['content'][number] => ({ type: 'paragraph', content })
const text = (words: string): Inline => ({ type: 'text', text: words })
const documentOf = (...content: Document['content']): Document => ({ type: 'doc', content })

test('a document without an open paragraph has no short answer', () => {
  expect(deriveShortAnswer(documentOf())).toEqual([])
  expect(deriveShortAnswer(documentOf(paragraph()))).toEqual([])
  expect(deriveShortAnswer(documentOf({ type: 'heading', attrs: { level: 2 }, content: [text('Тема')] }))).toEqual([])
  expect(
    deriveShortAnswer(
      documentOf({ type: 'callout', attrs: { kind: 'info' }, content: [{ type: 'paragraph', content: [text('Важно.')] }] }),
    ),
  ).toEqual([])
})

test('a fact keeps its place and is never cut in two', () => {
  const fact: Inline = { type: 'fact', attrs: { key: 'fee' } }
  const content = deriveShortAnswer(documentOf(paragraph(text('Комиссия '), fact, text(`. ${'слово '.repeat(100)}`))))
  expect(content.filter(({ type }) => type === 'fact')).toEqual([fact])
})

test('a text of 300 characters stays whole, one of 301 is cut at a word', () => {
  const words = (length: number) =>
    'слово '
      .repeat(60)
      .slice(0, length - 1)
      .concat('я')
  expect(plainInlineText(deriveShortAnswer(documentOf(paragraph(text(words(300))))))).toBe(words(300))
  expect(plainInlineText(deriveShortAnswer(documentOf(paragraph(text(words(301))))))).toMatch(/слово…$/)
})

test('whatever a paragraph says, its short answer is its beginning, at most 300 characters, in whole characters', () => {
  const piece = fc.constantFrom('Слово ', 'конец. ', '😀', 'Точка.', '«Да!» ', ' ', 'ё', 'длинноеслово')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 120 }), pieces => {
      const whole = pieces.join('')
      const short = plainInlineText(deriveShortAnswer(documentOf(paragraph(text(whole)))))
      expect(short.length).toBeLessThanOrEqual(300)
      expect(short.isWellFormed()).toBe(true)
      expect(whole.replace(/\s+/g, ' ').trim().startsWith(short.replace(/…$/, '').replace(/\s+/g, ' ').trim())).toBe(true)
    }),
    { numRuns: 200 },
  )
})
