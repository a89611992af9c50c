import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { Document } from '#lib/document/types.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { applyDifference } from './apply-difference.ts'
import { compareLines, countChanges } from './compare-lines.ts'
import { compareDocuments } from './compare-nodes.ts'
import { compareWords } from './compare-words.ts'
import type { NodeDifference } from './types.ts'

const documents = arbitraryDocument({
  facts: ['fee', 'limit'],
  snippets: ['s'],
  articles: ['a'],
  media: [],
  channels: ['ivr'],
  texts: [' слово '],
})
const read = (markdown: string): Document => canonicalDocument(parseMarkdown(markdown).document)

test('the runs of a comparison are the old text without what was added, and the new one without what was removed', () => {
  const words = fc
    .array(fc.constantFrom('Комиссия', 'fee', ' ', '  ', '\n', '1,5', '%', '—', 'за', '🙂', 'е́'), { maxLength: 40 })
    .map(list => list.join(''))
  const text = fc.oneof(words, fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = compareWords(before, after)
      const without = (fate: string) =>
        pieces
          .filter(piece => piece.fate !== fate)
          .map(piece => piece.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
    { numRuns: 1000 },
  )
})

test('a difference of documents applied to the old one gives the new one, and back', () => {
  fc.assert(
    fc.property(documents, documents, fc.nat(), fc.boolean(), (first, second, place, isEdit) => {
      const before = canonicalDocument(first)
      const mixed: Document = {
        type: 'doc',
        content: before.content.toSpliced(place % (before.content.length + 1), 1, ...second.content.slice(0, 2)),
      }
      const after = canonicalDocument(isEdit ? mixed : second)
      const difference = compareDocuments(before, after)
      expect(canonicalDocument(applyDifference(difference, 'after'))).toEqual(after)
      expect(canonicalDocument(applyDifference(difference, 'before'))).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('a document compared with itself has no change', () => {
  fc.assert(
    fc.property(documents, document => {
      const difference = compareDocuments(document, structuredClone(document))
      expect(difference.every(({ fate }) => fate === 'same')).toBe(true)
    }),
  )
})

test('words are compared in Russian as in English, a changed phrase as a whole', () => {
  expect(compareWords('Комиссия за перевод 1,5 %.', 'Комиссия за срочный перевод 2 %.')).toEqual([
    { fate: 'same', text: 'Комиссия за ' },
    { fate: 'added', text: 'срочный ' },
    { fate: 'same', text: 'перевод ' },
    { fate: 'removed', text: '1,5' },
    { fate: 'added', text: '2' },
    { fate: 'same', text: ' %.' },
  ])
  expect(compareWords('быстро и дёшево', 'долго но надёжно')).toEqual([
    { fate: 'removed', text: 'быстро и дёшево' },
    { fate: 'added', text: 'долго но надёжно' },
  ])
})

const outline = (differences: NodeDifference[]): unknown[] =>
  differences.map(difference =>
    difference.fate === 'changed'
      ? { [difference.after.type]: difference.pieces ? 'text' : outline(difference.children ?? []) }
      : difference.fate,
  )

test('a number changes as a whole, with its fraction, thousands and minutes', () => {
  const changed = (before: string, after: string) =>
    compareWords(before, after).flatMap(({ fate, text }) => (fate === 'same' ? [] : [text]))
  expect(changed('Вернём 1,5 % рублями', 'Вернём 2,5 % рублями')).toEqual(['1,5', '2,5'])
  expect(changed('До 3\u00a0000 ₽', 'До 5\u00a0000 ₽')).toEqual(['3\u00a0000', '5\u00a0000'])
  expect(changed('from 9:30 to 18:00', 'from 9:00 to 18:00')).toEqual(['9:30', '9:00'])
})

test('a changed paragraph, step and table cell are found where they stand', () => {
  const before = read(
    'Первый абзац стоит.\n\n:::steps\n1. Откройте приложение.\n2. Нажмите кнопку «Перевод».\n:::\n\n| А | Б |\n|---|---|\n| один | два |\n',
  )
  const after = read(
    'Новый абзац впереди совсем другой.\n\nПервый абзац стоит.\n\n:::steps\n1. Откройте приложение.\n2. Нажмите зелёную кнопку «Перевод».\n:::\n\n| А | Б |\n|---|---|\n| один | три |\n',
  )
  expect(outline(compareDocuments(before, after))).toEqual([
    'added',
    'same',
    { steps: ['same', { step: [{ paragraph: 'text' }] }] },
    { table: ['same', { tableRow: ['same', { tableCell: ['removed', 'added'] }] }] },
  ])
})

test('a paragraph that becomes a heading is a change of one block; other marks and another fact are changes of words', () => {
  expect(outline(compareDocuments(read('Как перевести деньги'), read('## Как перевести деньги')))).toEqual([{ heading: 'text' }])
  const [marked] = compareDocuments(read('Это важно знать всем'), read('Это **важно** знать всем'))
  expect(marked?.fate === 'changed' && marked.pieces?.map(({ fate }) => fate)).toEqual(['same', 'removed', 'added', 'same'])
})

test('lines say what changed in them, and words are counted', () => {
  const lines = compareLines('Первая строка\nВторая строка', 'Первая строка\nВторая новая строка\nТретья')
  expect(lines.map(({ isChanged }) => isChanged)).toEqual([false, true, true])
  expect(countChanges(lines)).toEqual({ added: 2, removed: 0 })
  expect(countChanges(compareLines('раз два', null))).toEqual({ added: 0, removed: 2 })
  expect(compareLines(null, null)).toEqual([])
})
