import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Line } from '../../lines/line.ts'
import { cutText, sentenceStarts } from '../../text/cut-text.ts'
import { splitLines } from './split-lines.ts'

function line(text: string, kind: Line['kind'] = 'text'): Line {
  return { kind, runs: [{ type: 'text', text, style: 0, link: null }], text, tight: false, frame: null, path: '', language: '' }
}

const texts = fc.string({
  unit: fc.constantFrom('слово', ' ', '. ', 'А', '; ', '😀', '👨‍👩‍👧', ', ', 'é', '\u0301', 'ул. '),
  minLength: 1,
  maxLength: 300,
})

test('the parts hold the whole text in order and none is longer than allowed', () => {
  const kinds = fc.constantFrom('text' as const, 'text' as const, 'heading' as const, 'code' as const)
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, kinds), { minLength: 1, maxLength: 12 }), fc.integer({ min: 20, max: 400 }), (written, max) => {
      const lines = written.map(([text, kind]) => line(text, kind))
      const parts = splitLines(lines, { max, cost: each => each.text.length })
      expect(
        parts
          .flat()
          .map(each => each.text)
          .join(''),
      ).toBe(lines.map(each => each.text).join(''))
      for (const part of parts) {
        const length = part.reduce((sum, each) => sum + each.text.length + 2, -2)
        expect(length).toBeLessThanOrEqual(parts.length === 1 ? max : max - '\n\n(2/3)'.length)
        for (const each of part) expect(each.text.isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('a text that costs more than it has characters still fits', () => {
  const cost = (each: Line) => each.text.replaceAll('&', '&amp;').length
  const parts = splitLines([line('&'.repeat(500))], { max: 100, cost })
  for (const part of parts) expect(part.reduce((sum, each) => sum + cost(each), 0)).toBeLessThanOrEqual(93)
  expect(
    parts
      .flat()
      .map(each => each.text)
      .join(''),
  ).toHaveLength(500)
})

test('a heading is never the last line of a part', () => {
  const parts = splitLines([line('а'.repeat(60)), line('Заголовок', 'heading'), line('б'.repeat(60))], {
    max: 100,
    cost: each => each.text.length,
  })
  expect(parts.map(part => part.map(each => each.kind))).toEqual([['text'], ['heading', 'text']])
})

test('marks are counted as well as characters', () => {
  const parts = splitLines([line('а'), line('б'), line('в')], { max: 100, cost: each => each.text.length, maxMarks: 2, marks: () => 1 })
  expect(parts).toHaveLength(2)
})

test.each([
  ['Офис: ул. Ленина, д. 5. Вход со двора.', ['Офис: ул. Ленина, д. 5. ', 'Вход со двора.']],
  ['Лимит 5 тыс. руб. в день. Потом нужен звонок.', ['Лимит 5 тыс. руб. в день. ', 'Потом нужен звонок.']],
  ['Договор подписал А. С. Пушкин. Он здесь.', ['Договор подписал А. С. Пушкин. ', 'Он здесь.']],
  ['Действует до 1 января 2027 г. Потом нет.', ['Действует до 1 января 2027 г. Потом нет.']],
  ['Готово? «Да». Хорошо…  Дальше!', ['Готово? ', '«Да». ', 'Хорошо…  ', 'Дальше!']],
  ['Стоит 1.5 процента. 3 дня.', ['Стоит 1.5 процента. ', '3 дня.']],
])('sentences are found: %s', (text, sentences) => {
  const starts = sentenceStarts(text)
  expect(starts.map((start, index) => text.slice(start, starts[index + 1]))).toEqual(sentences)
})

test('a cut comes after a sentence, else a clause, else a word, else a grapheme, and never inside an atom', () => {
  expect(cutText('Первое предложение. Второе предложение', 30)).toBe(20)
  expect(cutText('Одно длинное предложение; и его хвост без точки', 40)).toBe('Одно длинное предложение; '.length)
  expect(cutText('слова без знаков препинания вообще', 20)).toBe('слова без знаков '.length)
  expect(cutText('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧'.length)
  expect(cutText('текст ссылка на статью', 16, [[6, 22]])).toBe(6)
})
