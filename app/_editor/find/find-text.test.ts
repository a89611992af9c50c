import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { documentNodes } from '../schema/document-nodes.ts'
import { contentOf } from '../schema/read-document.ts'
import { findText } from './find-text.ts'

const schema = getSchema(documentNodes)
function found(markdown: string, text: string, options: { matchCase?: boolean; wholeWord?: boolean } = {}): string[] {
  const doc = schema.nodeFromJSON(contentOf(parseMarkdown(markdown).document))
  return findText(doc, { text, matchCase: false, wholeWord: false, ...options }).map(({ from, to }) => doc.textBetween(from, to))
}

test('a text is found in any case, over marks, in lists and tables', () => {
  expect(found('Перевод и **пере**вод\n\n- перевод\n\n| перевод | б |\n| --- | --- |\n| а | б |', 'перевод')).toEqual([
    'Перевод',
    'перевод',
    'перевод',
    'перевод',
  ])
})

test('case and whole words count when they are asked for', () => {
  expect(found('Счёт счёта счёт', 'счёт', { matchCase: true })).toEqual(['счёт', 'счёт'])
  expect(found('Счёт счёта счёт', 'счёт', { wholeWord: true })).toEqual(['Счёт', 'счёт'])
})

test('a space finds a non-breaking one, е finds ё, signs mean themselves', () => {
  expect(found('1\u00A0500 ₽ на счет', '1 500')).toEqual(['1\u00A0500'])
  expect(found('счет и счёт', 'счёт')).toEqual(['счет', 'счёт'])
  expect(found('Цена (1.5) и 105', '(1.5)')).toEqual(['(1.5)'])
  expect(found('а.б', '.')).toEqual(['.'])
})

test('nothing is found over a fact, a block or a line break, and nothing by an empty text', () => {
  expect(found('до:fact[fee.transfer]после', 'допосле')).toEqual([])
  expect(found('один\n\nдва', 'одиндва')).toEqual([])
  expect(found('один', '')).toEqual([])
})
