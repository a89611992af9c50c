import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spellOrdinal as spellEnglishOrdinal, spellNumber, spellYear } from './en/numbers.ts'
import { readEnglish, readRussian } from './read-numbers.arbitrary.ts'
import { spellCardinal, spellDistributive } from './ru/cardinals.ts'
import { spellDecimal } from './ru/decimals.ts'
import { type Case, countedForm } from './ru/grammar.ts'
import { businessDay, rouble, year } from './ru/nouns.ts'
import { spellCombining, spellOrdinal } from './ru/ordinals.ts'

const whole = fc.oneof(
  fc.integer({ min: 0, max: 2000 }),
  fc.integer({ min: 0, max: 999_999_999 }),
  fc.maxSafeInteger().map(value => Math.abs(value) % 1e15),
)
const cases = fc.constantFrom<Case>(0, 1, 2, 3, 4, 5)

test('a Russian cardinal in any case and gender reads back to the same number', () => {
  fc.assert(
    fc.property(whole, cases, fc.constantFrom('m', 'f', 'n'), fc.boolean(), (value, inCase, gender, animate) => {
      expect(readRussian(spellCardinal(value, inCase, gender as 'm' | 'f' | 'n', animate))).toBe(value)
    }),
    { numRuns: 2000 },
  )
})

test('an English cardinal reads back to the same number', () => {
  fc.assert(
    fc.property(whole, value => {
      expect(readEnglish(spellNumber(value))).toBe(value)
    }),
    { numRuns: 1000 },
  )
})

test('a distributive number reads back to the same number', () => {
  fc.assert(
    fc.property(whole, value => {
      expect(readRussian(spellDistributive(value, 'm'))).toBe(value)
    }),
  )
})

test.each<[number, Case, string]>([
  [0, 0, 'ноль'],
  [40, 1, 'сорока'],
  [50, 4, 'пятьюдесятью'],
  [80, 4, 'восемьюдесятью'],
  [90, 2, 'девяноста'],
  [100, 5, 'ста'],
  [200, 5, 'двухстах'],
  [555, 4, 'пятьюстами пятьюдесятью пятью'],
  [847, 1, 'восьмисот сорока семи'],
  [1001, 2, 'одной тысяче одному'],
  [2_000_000, 4, 'двумя миллионами'],
  [21_000, 3, 'двадцать одну тысячу'],
  [5_000_000_000, 1, 'пяти миллиардов'],
  [
    999_999_999_999_999,
    0,
    'девятьсот девяносто девять триллионов девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять',
  ],
])('%d in case %d is "%s"', (value, inCase, spoken) => {
  expect(spellCardinal(value, inCase)).toBe(spoken)
})

test('gender changes only one and two', () => {
  expect(spellCardinal(21, 0, 'f')).toBe('двадцать одна')
  expect(spellCardinal(32, 0, 'f')).toBe('тридцать две')
  expect(spellCardinal(1, 0, 'n')).toBe('одно')
  expect(spellCardinal(1, 3, 'f')).toBe('одну')
  expect(spellCardinal(5, 0, 'f')).toBe('пять')
})

test('an animate accusative ends like the genitive for simple numbers only', () => {
  expect(spellCardinal(1, 3, 'm', true)).toBe('одного')
  expect(spellCardinal(2, 3, 'm', true)).toBe('двух')
  expect(spellCardinal(22, 3, 'm', true)).toBe('двадцать два')
  expect(spellCardinal(2, 3, 'm')).toBe('два')
})

test.each<[number, Case, 'm' | 'f' | 'n' | 'p', string]>([
  [1, 0, 'm', 'первый'],
  [3, 1, 'f', 'третьей'],
  [6, 0, 'm', 'шестой'],
  [23, 2, 'n', 'двадцать третьему'],
  [40, 0, 'm', 'сороковой'],
  [100, 1, 'm', 'сотого'],
  [200, 0, 'm', 'двухсотый'],
  [1000, 0, 'm', 'тысячный'],
  [1999, 1, 'm', 'тысяча девятьсот девяносто девятого'],
  [2000, 5, 'm', 'двухтысячном'],
  [2025, 1, 'm', 'две тысячи двадцать пятого'],
  [25_000, 0, 'm', 'двадцатипятитысячный'],
  [1_000_000, 0, 'm', 'миллионный'],
  [90, 0, 'p', 'девяностые'],
])('%d as an ordinal in case %d, %s, is "%s"', (value, inCase, agreement, spoken) => {
  expect(spellOrdinal(value, inCase, agreement)).toBe(spoken)
})

test.each([
  [1, 'одно'],
  [2, 'двух'],
  [24, 'двадцатичетырёх'],
  [90, 'девяносто'],
  [100, 'сто'],
  [1000, 'тысяче'],
  [365, 'трёхсотшестидесятипяти'],
])('%d glued to an adjective is "%s"', (value, spoken) => {
  expect(spellCombining(value)).toBe(spoken)
})

test.each<[number, Case, string]>([
  [1, 0, 'рубль'],
  [3, 0, 'рубля'],
  [5, 0, 'рублей'],
  [11, 0, 'рублей'],
  [14, 0, 'рублей'],
  [111, 0, 'рублей'],
  [121, 4, 'рублём'],
  [1000, 2, 'рублей'],
  [1004, 2, 'рублям'],
  [0, 0, 'рублей'],
])('%d in case %d counts "%s"', (value, inCase, form) => {
  expect(countedForm(value, rouble, inCase)).toBe(form)
})

test('an adjective after two to four stands in the genitive plural and years have their own plural', () => {
  expect(countedForm(2, businessDay, 0)).toBe('рабочих дня')
  expect(countedForm(1, businessDay, 1)).toBe('рабочего дня')
  expect(countedForm(5, year, 0)).toBe('лет')
  expect(countedForm(3, year, 0)).toBe('года')
  expect(countedForm(3, year, 1)).toBe('лет')
})

test.each<[number, string, Case, string]>([
  [1, '5', 0, 'полтора'],
  [1, '5', 1, 'полутора'],
  [2, '5', 2, 'двум с половиной'],
  [21, '5', 0, 'двадцать одна целая пять десятых'],
  [21, '5', 1, 'двадцати одной целой пяти десятых'],
  [0, '001', 0, 'ноль целых одна тысячная'],
  [3, '14', 4, 'тремя целыми четырнадцатью сотыми'],
  [7, '00', 0, 'семь'],
])('%d,%s in case %d is "%s"', (value, fraction, inCase, spoken) => {
  expect(spellDecimal(value, fraction, inCase, 'm')).toBe(spoken)
})

test.each([
  [1, 'first'],
  [12, 'twelfth'],
  [21, 'twenty-first'],
  [30, 'thirtieth'],
  [100, 'one hundredth'],
  [103, 'one hundred third'],
])('%d as an English ordinal is "%s"', (value, spoken) => {
  expect(spellEnglishOrdinal(value)).toBe(spoken)
})

test.each([
  [1905, 'nineteen oh five'],
  [1900, 'nineteen hundred'],
  [2000, 'two thousand'],
  [2009, 'two thousand nine'],
  [2010, 'twenty ten'],
  [2025, 'twenty twenty-five'],
])('the year %d is "%s"', (value, spoken) => {
  expect(spellYear(value)).toBe(spoken)
})
