import { expect, test } from 'vitest'
import { spellBound, spellCounted, spellDecimal, spellFraction, spellHalf, trimFraction } from './decimals.ts'
import type { Case, Noun } from './grammar.ts'
import { businessDay, hour, minute, month, percent, percentagePoint, unitNouns, year } from './nouns.ts'

test('zeros at the end of a fraction are not said', () => {
  expect([trimFraction('50'), trimFraction('00'), trimFraction(''), trimFraction('05')]).toEqual(['5', '', '', '05'])
})

test.each<[Noun, Case, string | null]>([
  [percent, 0, 'полпроцента'],
  [percent, 1, 'половины процента'],
  [percent, 2, 'половине процента'],
  [percent, 3, 'полпроцента'],
  [percent, 4, 'половиной процента'],
  [percent, 5, 'половине процента'],
  [hour, 0, 'полчаса'],
  [hour, 1, 'получаса'],
  [year, 1, 'полугода'],
  [minute, 0, 'полминуты'],
  [month, 0, 'полмесяца'],
  [percentagePoint, 3, 'половину процентного пункта'],
  [businessDay, 0, 'половина рабочего дня'],
  [unitNouns.get('л')!, 0, 'пол-литра'],
  [unitNouns.get('ГБ')!, 0, 'полгигабайта'],
])('half of %o in case %d is "%s"', (of, inCase, spoken) => {
  expect(spellHalf(0, '5', of, inCase)).toBe(spoken)
  expect(spellHalf(0, '50', of, inCase)).toBe(spoken)
  expect(spellHalf(1, '5', of, inCase)).toBeNull()
  expect(spellHalf(0, '05', of, inCase)).toBeNull()
})

test.each<[number, string, Noun, Case, string]>([
  [1, '5', percent, 0, 'полтора процента'],
  [1, '5', minute, 0, 'полторы минуты'],
  [1, '5', percent, 1, 'полутора процентов'],
  [2, '5', percent, 0, 'два с половиной процента'],
  [5, '5', hour, 0, 'пять с половиной часов'],
  [5, '5', hour, 1, 'пяти с половиной часов'],
  [14, '9', percent, 1, 'четырнадцати целых девяти десятых процента'],
  [0, '25', percent, 0, 'ноль целых двадцать пять сотых процента'],
  [3, '', percent, 0, 'три процента'],
  [1, '0', percent, 3, 'один процент'],
  [21, '1', percent, 2, 'двадцати одной целой одной десятой процента'],
])('%d,%s is counted', (value, fraction, of, inCase, spoken) => {
  expect(spellCounted(value, fraction, of, inCase)).toBe(spoken)
})

test('the lower end of a range is a half, everything else a decimal', () => {
  expect(spellBound(0, '5', 1, 'm')).toBe('половины')
  expect(spellBound(0, '1', 1, 'm')).toBe('нуля целых одной десятой')
  expect(spellBound(1, '5', 1, 'm')).toBe('полутора')
})

test.each<[number, string, Case, string]>([
  [0, '1', 0, 'ноль целых одна десятая'],
  [0, '12', 1, 'нуля целых двенадцати сотых'],
  [1, '001', 0, 'одна целая одна тысячная'],
  [2, '2', 4, 'двумя целыми двумя десятыми'],
  [100, '5', 0, 'сто с половиной'],
  [1000, '5', 0, 'одна тысяча целых пять десятых'],
])('%d,%s in case %d is "%s"', (value, fraction, inCase, spoken) => {
  expect(spellDecimal(value, fraction, inCase, 'm')).toBe(spoken)
})

test.each<[number, number, Case, string]>([
  [1, 2, 0, 'половина'],
  [1, 2, 3, 'половину'],
  [1, 3, 1, 'одной трети'],
  [2, 3, 0, 'две трети'],
  [3, 4, 1, 'трёх четвертей'],
  [1, 5, 0, 'одна пятая'],
  [2, 5, 0, 'две пятых'],
  [2, 5, 4, 'двумя пятыми'],
  [1, 10, 3, 'одну десятую'],
])('%d/%d in case %d is "%s"', (numerator, denominator, inCase, spoken) => {
  expect(spellFraction(numerator, denominator, inCase)).toBe(spoken)
})
