import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stem } from './analyser/stem.ts'
import { cutSnippet as cut, highlight as mark, snippetJson } from './highlight.ts'
import { KeyNumbers, placeSnippetWords, placeWords } from './placed-words.ts'

const numbers = new KeyNumbers()
const highlight = (text: string, asked: Map<string, number>) => mark(placeWords(text, numbers), numbers.weigh(asked))
const cutSnippet = (text: string, asked: Map<string, number>) =>
  cut({ text, words: placeSnippetWords(text, numbers), pieces: new Map() }, numbers.weigh(asked))
const keys = (...words: string[]) => new Map(words.map(word => [stem(word), 1]))
const marked = ({ text, ranges }: { text: string; ranges: [number, number][] }) => ranges.map(([from, to]) => text.slice(from, to))

test('every form of the word is marked where it stands', () => {
  const text = 'Карта и счёт; картой платят, карт-бланш — нет.'
  expect(marked({ text, ranges: highlight(text, keys('карта')) })).toEqual(['Карта', 'картой', 'карт'])
})

test('the piece with the most different words is shown, with a mark where it was cut', () => {
  const filler = 'Слова без всякого смысла стоят здесь одно за другим. '.repeat(20)
  const { text, ranges } = cutSnippet(`${filler}Лимит карты меняет отделение. ${filler}`, keys('карта', 'лимит'))
  expect(marked({ text, ranges })).toEqual(['Лимит', 'карты'])
  expect(text.startsWith('…Лимит')).toBe(true)
  expect(text.endsWith('…')).toBe(true)
  expect(text.length).toBeLessThan(320)
})

test('without a match the beginning is shown', () => {
  expect(cutSnippet('Коротко.', keys('карта'))).toEqual({ text: 'Коротко.', ranges: [] })
  expect(cutSnippet('', keys('карта'))).toEqual({ text: '', ranges: [] })
})

test('as JSON the piece is the same, also where it was shown before', () => {
  const text = 'Слова "в кавычках" и \\ без смысла. '.repeat(20).concat('Лимит карты\nменяет отделение.')
  const source = { text, words: placeSnippetWords(text, numbers), pieces: new Map() }
  for (const asked of [keys('лимит'), keys('карта'), keys('лимит', 'карта'), keys('лимит'), keys('ничего')]) {
    expect(JSON.parse(snippetJson(source, numbers.weigh(asked)))).toEqual(cutSnippet(text, asked))
  }
})

/** True where a border at this place would cut a pair of surrogates, or a letter from the marks over it. */
const cuts = (text: string, at: number) => /^[\udc00-\udfff\p{M}]/u.test(text.slice(at, at + 1)) && at > 0

test('ranges lie in the text, in order, apart, and split no pair of surrogates and no letter from its marks', () => {
  const piece = fc.constantFrom(
    'карта',
    'КАРТУ',
    'ка\u0301рта',
    '😀',
    ' ',
    '\n',
    '. ',
    'лимит',
    'сч\u00adёт',
    'a',
    '\u0301',
    '<b>',
    '…',
    'и\u0306',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 300 }), pieces => {
      const { text, ranges } = cutSnippet(pieces.join(''), keys('карта', 'лимит'))
      let before = 0
      for (const [from, to] of ranges) {
        expect(from).toBeGreaterThanOrEqual(before)
        expect(to).toBeGreaterThan(from)
        expect(cuts(text, from) || cuts(text, to), JSON.stringify([text, from, to])).toBe(false)
        before = to
      }
      expect(before).toBeLessThanOrEqual(text.length)
      expect(text.isWellFormed()).toBe(true)
    }),
  )
})

test('a piece ends before a letter with marks or after it, never between', () => {
  for (let before = 200; before < 240; before++) {
    const { text } = cutSnippet(`${'я'.repeat(before)}е\u0308\u0301${'я'.repeat(200)} карта`, keys('ничего'))
    expect(text).toMatch(/(?:е\u0308\u0301я*|я)…$/)
  }
})
