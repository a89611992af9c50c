import { expect, test } from 'vitest'
import { durationUnits, numberUnits } from '#lib/document/facts.ts'
import { factUnitWords } from '../en/units.ts'
import { distributiveCase } from './cardinals.ts'
import { factUnitNoun } from './fact-units.ts'
import { type Case, countedForm, endsInFew, endsInOne, feminine, invariable, masculine, noun } from './grammar.ts'
import { currencies, currencyMarks, spellMoney } from './money.ts'
import { dayAndNight, knownForms, percent, unitNouns, year } from './nouns.ts'

test('every unit of a fact has a noun in six cases of both numbers, and English words', () => {
  for (const unit of [...durationUnits, ...numberUnits, 'percent', 'RUB', 'USD', 'EUR', 'CNY', 'KZT', 'BYN']) {
    const of = factUnitNoun(unit)!
    expect(of.one).toHaveLength(6)
    expect(of.many).toHaveLength(6)
    for (const form of [...of.one, ...of.many]) expect(form).toMatch(/^[а-яё ]+$/)
    expect(factUnitWords(unit)).toHaveLength(2)
  }
  expect(factUnitNoun('parrot')).toBeUndefined()
  expect(factUnitWords('parrot')).toBeUndefined()
})

test('every unit and currency written after a number has six forms in both numbers', () => {
  for (const of of [...unitNouns.values(), ...[...currencies.values()].map(({ whole }) => whole)]) {
    expect([of.one.length, of.many.length]).toEqual([6, 6])
    for (const form of [...of.one, ...of.many]) expect(form).toMatch(/^[А-Яа-яё]+(?:[ -][А-Яа-яё]+)*$/)
  }
})

test('every mark of a currency leads to a currency', () => {
  for (const [mark, code] of currencyMarks) {
    expect(currencies.has(code)).toBe(true)
    expect(mark).toBe(mark.toLowerCase())
  }
})

test('a form of a known noun knows all its readings', () => {
  expect(knownForms.get('карты')!.map(({ inCase, plural }) => [inCase, plural])).toEqual([
    [1, false],
    [0, true],
    [3, true],
  ])
  expect(knownForms.get('лет')!.map(({ noun: of }) => of)).toEqual([year])
  expect(knownForms.get('сутки')![0]!.noun).toBe(dayAndNight)
})

test('nouns decline by their pattern', () => {
  expect(masculine('байт', 'байт').many.join(' ')).toBe('байты байт байтам байты байтами байтах')
  expect(feminine('заявк', 'заявок').one.join(' ')).toBe('заявка заявки заявке заявку заявкой заявке')
  expect(feminine('карт').many.join(' ')).toBe('карты карт картам карты картами картах')
  expect(new Set([...invariable('m', 'евро').one, ...invariable('m', 'евро').many])).toEqual(new Set(['евро']))
  expect(noun('m', 'а б в г д е | ж з и к л м').many).toEqual(['ж', 'з', 'и', 'к', 'л', 'м'])
})

test.each([
  [1, true, false],
  [2, false, true],
  [4, false, true],
  [5, false, false],
  [11, false, false],
  [12, false, false],
  [14, false, false],
  [21, true, false],
  [22, false, true],
  [111, false, false],
  [112, false, false],
  [1001, true, false],
])('%d ends in one: %s, in few: %s', (value, one, few) => {
  expect([endsInOne(value), endsInFew(value)]).toEqual([one, few])
})

test.each<[number, Case, string]>([
  [1, 0, 'процент'],
  [2, 0, 'процента'],
  [5, 0, 'процентов'],
  [21, 1, 'процента'],
  [5, 2, 'процентам'],
  [3, 3, 'процента'],
  [5, 4, 'процентами'],
  [5, 5, 'процентах'],
])('%d in case %d counts "%s"', (value, inCase, form) => {
  expect(countedForm(value, percent, inCase)).toBe(form)
})

test.each<[string, number, string, Case, string]>([
  ['RUB', 1, '', 0, 'один рубль'],
  ['RUB', 1500, '50', 0, 'одна тысяча пятьсот рублей пятьдесят копеек'],
  ['RUB', 0, '01', 0, 'одна копейка'],
  ['RUB', 21, '', 3, 'двадцать один рубль'],
  ['RUB', 2, '', 4, 'двумя рублями'],
  ['RUB', 1, '255', 0, 'одна целая двести пятьдесят пять тысячных рубля'],
  ['USD', 1, '01', 0, 'один доллар один цент'],
  ['EUR', 2, '', 1, 'двух евро'],
  ['JPY', 2, '', 0, 'две иены'],
  ['TRY', 3, '', 0, 'три турецкие лиры'],
  ['GBP', 5, '', 0, 'пять фунтов стерлингов'],
  ['CHF', 1, '', 1, 'одного швейцарского франка'],
  ['UZS', 1000, '', 0, 'одна тысяча сумов'],
])('%s %d.%s in case %d is "%s"', (code, value, fraction, inCase, spoken) => {
  expect(spellMoney(value, fraction, currencies.get(code)!, inCase)).toBe(spoken)
})

test.each([
  [1, 'одному рублю'],
  [2, 'два рубля'],
  [100, 'сто рублей'],
  [1000, 'одной тысяче рублей'],
  [1500, 'одной тысяче пятьсот рублей'],
  [5000, 'пять тысяч рублей'],
])('"по %d ₽" is "по %s"', (value, spoken) => {
  expect(spellMoney(value, '', currencies.get('RUB')!, distributiveCase(value), true)).toBe(spoken)
})
