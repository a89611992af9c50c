import { expect, test } from 'vitest'
import type { SpeechCase } from '#lib/document/types.ts'
import { speechCases } from '../pieces.ts'
import { dateCase, governedCase, governedRangeCase, governingWord, placeCase } from './government.ts'

const named = (index: number | null) => (index === null ? null : speechCases[index])

test.each<[string, SpeechCase | null]>([
  ['до', 'genitive'],
  ['от', 'genitive'],
  ['около', 'genitive'],
  ['менее', 'genitive'],
  ['более', 'genitive'],
  ['свыше', 'genitive'],
  ['с', 'genitive'],
  ['без', 'genitive'],
  ['для', 'genitive'],
  ['течение', 'genitive'],
  ['размере', 'genitive'],
  ['старше', 'genitive'],
  ['следующих', 'genitive'],
  ['к', 'dative'],
  ['ко', 'dative'],
  ['согласно', 'dative'],
  ['равна', 'dative'],
  ['в', 'accusative'],
  ['за', 'accusative'],
  ['через', 'accusative'],
  ['под', 'accusative'],
  ['составляет', 'accusative'],
  ['превышает', 'accusative'],
  ['внести', 'accusative'],
  ['снять', 'accusative'],
  ['введите', 'accusative'],
  ['каждые', 'accusative'],
  ['между', 'instrumental'],
  ['при', 'prepositional'],
  ['о', 'prepositional'],
  ['сеть', null],
  ['пять', null],
  ['их', null],
  ['лимит', null],
  ['комиссией', null],
  ['стоимостью', null],
  ['сумму', null],
  ['дальше', null],
  ['', null],
])('"%s" asks for the %s', (word, inCase) => {
  expect(named(governedCase(word))).toBe(inCase)
})

test('a negation turns "превышает" to the genitive', () => {
  expect(named(governedCase(governingWord('превышает', 'не')))).toBe('genitive')
  expect(named(governedCase(governingWord('превышать', 'не')))).toBe('genitive')
  expect(named(governedCase(governingWord('превышает', 'лимит')))).toBe('accusative')
  expect(governingWord('стоит', 'не')).toBe('стоит')
})

test.each<[string, SpeechCase | null]>([
  ['за', 'accusative'],
  ['через', 'accusative'],
  ['в', 'accusative'],
  ['течение', 'genitive'],
  ['к', 'dative'],
  ['занимает', null],
  ['ждать', null],
  ['стоит', null],
  ['', null],
])('after "%s" a range stands in the %s', (word, inCase) => {
  expect(named(governedRangeCase(word))).toBe(inCase)
})

test.each<[string, SpeechCase]>([
  ['к', 'dative'],
  ['до', 'genitive'],
  ['с', 'genitive'],
  ['по', 'accusative'],
  ['на', 'accusative'],
  ['за', 'accusative'],
  ['перед', 'instrumental'],
  ['о', 'prepositional'],
  ['закрыт', 'genitive'],
  ['сегодня', 'nominative'],
])('a date after "%s" stands in the %s', (word, inCase) => {
  expect(named(dateCase(word))).toBe(inCase)
})

test.each<[string, 'at' | 'during', SpeechCase]>([
  ['в', 'at', 'prepositional'],
  ['на', 'at', 'prepositional'],
  ['на', 'during', 'accusative'],
  ['по', 'at', 'dative'],
  ['по', 'during', 'accusative'],
  ['за', 'during', 'accusative'],
  ['с', 'during', 'genitive'],
  ['к', 'at', 'dative'],
  ['при', 'at', 'prepositional'],
  ['город', 'at', 'nominative'],
  ['следующих', 'at', 'genitive'],
])('a place or a year after "%s" (%s) stands in the %s', (word, toward, inCase) => {
  expect(named(placeCase(word, toward))).toBe(inCase)
})
