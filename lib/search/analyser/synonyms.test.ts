import { expect, test } from 'vitest'
import { stem } from './stem.ts'
import { readSynonyms } from './synonyms.ts'

const expand = (text: string, rows: Parameters<typeof readSynonyms>[0] = []) =>
  readSynonyms(rows)
    .expand(text.split(' ').map(stem), 0)
    .flatMap(({ expansions }) => expansions.map(({ keys }) => keys.join(' ')))

test('aspects of a verb and its noun mean each other, its opposite does not', () => {
  expect(expand('вернуть')).toContain(stem('возврат'))
  expect(expand('блокировать')).toContain(stem('заблокировать'))
  expect(expand('блокировать')).not.toContain(stem('разблокировать'))
})

test('a row of the table counts in both directions, or leads to its first term only', () => {
  const both = [{ terms: ['полис', 'страховка'], direction: 'both' as const }]
  expect(expand('страховка', both)).toContain(stem('полис'))
  const oneWay = [{ terms: ['телефон', 'гаджет'], direction: 'one-way' as const }]
  expect(expand('гаджет', oneWay)).toContain(stem('телефон'))
  expect(expand('телефон', oneWay)).not.toContain(stem('гаджет'))
})

test('terms of several words are found in any form', () => {
  expect(expand('личного кабинета')).toContain('лк')
  expect(expand('лк')).toContain(['личный', 'кабинет'].map(stem).join(' '))
})

test('empty and punctuation-only terms are ignored', () => {
  expect(expand('карта', [{ terms: ['', '!!!', 'карта'], direction: 'both' }])).toEqual([])
})
