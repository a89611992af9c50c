import { expect, test } from 'vitest'
import type { Inline, Mark } from '#lib/document/types.ts'
import { compareInlines, joinTexts } from './compare-inlines.ts'
import { compareLines, countChanges } from './compare-lines.ts'
import { compareWords } from './compare-words.ts'

const text = (value: string, ...marks: Mark[]): Inline =>
  marks.length > 0 ? { type: 'text', text: value, marks } : { type: 'text', text: value }
const fact = (key: string): Inline => ({ type: 'fact', attrs: { key } }) as Inline
const said = (before: Inline[], after: Inline[]) =>
  compareInlines(before, after).map(({ fate, inlines }) => {
    const words = inlines.map(one => (one.type === 'text' ? one.text : one.type === 'fact' ? `{${one.attrs.key}}` : '↵'))
    return `${fate} ${words.join('')}`
  })

test('another fact in a sentence is one change in its place', () => {
  expect(said([text('Комиссия '), fact('fee'), text(' в месяц')], [text('Комиссия '), fact('limit'), text(' в месяц')])).toEqual([
    'same Комиссия ',
    'removed {fee}',
    'added {limit}',
    'same  в месяц',
  ])
})

test('another target of a link is a change though its words are the same', () => {
  const link = (href: string) => [text('условия', { type: 'link', attrs: { href } })]
  expect(said(link('https://a.example'), link('https://b.example'))).toEqual(['removed условия', 'added условия'])
  expect(said(link('https://a.example'), link('https://a.example'))).toEqual(['same условия'])
})

test('a lone space between two changed words goes with them, a space beside unchanged words does not', () => {
  expect(said([text('быстро дёшево')], [text('долго надёжно')])).toEqual(['removed быстро дёшево', 'added долго надёжно'])
  expect(said([text('раз два')], [text('раз три')])).toEqual(['same раз ', 'removed два', 'added три'])
})

test('from nothing everything is new, to nothing everything is gone, and nothing beside nothing is nothing', () => {
  expect(said([], [text('а'), fact('fee')])).toEqual(['added а{fee}'])
  expect(said([text('а'), fact('fee')], [])).toEqual(['removed а{fee}'])
  expect(said([], [])).toEqual([])
})

test('texts with equal marks are joined, others are not, and what is joined is not changed itself', () => {
  const first = text('а')
  const bold: Mark = { type: 'bold' }
  expect(joinTexts([first, text('б'), text('в', bold), text('г', bold), fact('fee'), text('д')])).toEqual([
    text('аб'),
    text('вг', bold),
    fact('fee'),
    text('д'),
  ])
  expect(first).toEqual(text('а'))
})

test('texts that have next to nothing in common are one removed and one added text, whole, however long', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}.`).join('')
  const [before, after] = [long('а'), long('б')]
  const difference = [
    { fate: 'removed', text: before },
    { fate: 'added', text: after },
  ]
  expect(compareWords(before, after)).toEqual(difference)
  expect(
    compareInlines([text(before)], [text(after)]).map(({ fate, inlines }) => ({
      fate,
      text: inlines[0]?.type === 'text' && inlines[0].text,
    })),
  ).toEqual(difference)
})

test('letters with accents, signs of two units and half ones are compared whole', () => {
  const accented = 'замо\u0301к'
  expect(compareWords(accented, 'замок')).toEqual([
    { fate: 'removed', text: accented },
    { fate: 'added', text: 'замок' },
  ])
  expect(compareWords('🙂', '🙃')).toEqual([
    { fate: 'removed', text: '🙂' },
    { fate: 'added', text: '🙃' },
  ])
  expect(compareWords('\ud83d', '\ud83d')).toEqual([{ fate: 'same', text: '\ud83d' }])
})

test('a line that is gone and a line that came are lines of their own; signs are not counted as words', () => {
  const gone = compareLines('раз\nдва\nтри', 'раз\nтри')
  expect(gone.map(({ isChanged, pieces }) => [isChanged, pieces.map(({ text }) => text).join('')])).toEqual([
    [false, 'раз'],
    [true, 'два'],
    [false, 'три'],
  ])
  expect(countChanges(gone)).toEqual({ added: 0, removed: 1 })
  expect(countChanges(compareLines(null, '— 5 000 ₽!'))).toEqual({ added: 2, removed: 0 })
  expect(compareLines('', '')).toEqual([])
})
