import { expect, test } from 'vitest'
import { readContent } from '#lib/authoring/read-content.ts'
import { locateQuote } from './locate-quote.ts'

const { content } = readContent({
  title: 'Комиссия за перевод',
  shortAnswer: 'Переводы внутри банка бесплатны.',
  questions: ['сколько стоит перевод'],
  markdown: 'Первый абзац о тарифах.\n\nВторой абзац: комиссия в другой банк :fact[fee].\n\nТретий.',
})
const fact = () => '1,5 %'

test('a remark is found where it was made, also when a fact in its words has another value now', () => {
  const place = { path: '/content/1', quote: 'комиссия в другой банк 1,5 %' }
  expect(locateQuote(content, place, { fact })).toEqual({ path: '/content/1', state: 'found' })
  expect(locateQuote(content, place, { fact: () => '2 %' })).toEqual({ path: '/content/1', state: 'found' })
  expect(locateQuote(content, { path: '/title', quote: 'перевод' })).toEqual({ path: '/title', state: 'found' })
})

test('a remark follows its words when blocks are put before them', () => {
  const first = content.document.content.slice(0, 1)
  const moved = { ...content, document: { ...content.document, content: [...first, ...content.document.content] } }
  expect(locateQuote(moved, { path: '/content/1', quote: 'Второй абзац' })).toEqual({ path: '/content/2', state: 'moved' })
})

test('a remark on words that are gone is an orphan and is never lost', () => {
  expect(locateQuote(content, { path: '/content/9', quote: 'исчезнувшие слова целиком' })).toEqual({
    path: '/content/9',
    state: 'orphaned',
  })
  expect(locateQuote(content, { path: '/content/9', quote: '' })).toEqual({ path: '/content/9', state: 'orphaned' })
  expect(locateQuote(content, { path: '', quote: '' })).toEqual({ path: '', state: 'found' })
})
