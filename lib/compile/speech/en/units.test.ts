import { expect, test } from 'vitest'
import { counted, spellMoney } from './amounts.ts'
import { currencies, currencyMarks, factUnitWords, perUnits, units } from './units.ts'

test('every mark of a currency leads to a currency', () => {
  for (const [mark, code] of currencyMarks) {
    expect(currencies.has(code)).toBe(true)
    expect(mark).toBe(mark.toLowerCase())
  }
})

test('every unit is a word in the singular and the plural', () => {
  for (const [one, many] of units.values()) for (const form of [one, many]) expect(form).toMatch(/^[A-Za-z]+(?: [A-Za-z]+)*$/)
  for (const word of perUnits.values()) expect(word).toMatch(/^[A-Za-z ]+$/)
})

test('one thing is counted in the singular, everything else in the plural', () => {
  const day = factUnitWords('day')!
  expect([counted(1, '', day), counted(0, '', day), counted(2, '', day), counted(1, '5', day)]).toEqual(['day', 'days', 'days', 'days'])
})

test.each([
  ['USD', 1, '', 'one dollar'],
  ['USD', 1500, '50', 'one thousand five hundred dollars and fifty cents'],
  ['USD', 0, '99', 'ninety-nine cents'],
  ['GBP', 2, '01', 'two pounds and one penny'],
  ['GBP', 2, '1', 'two pounds and ten pence'],
  ['RUB', 21, '00', 'twenty-one roubles'],
  ['JPY', 100, '5', 'one hundred point five yen'],
  ['USD', 1, '255', 'one point two five five dollars'],
  ['KZT', 1, '', 'one tenge'],
])('%s %d.%s is "%s"', (code, value, fraction, spoken) => {
  expect(spellMoney(value, fraction, code)).toBe(spoken)
})

test('a currency without a spoken name is not spelled', () => {
  expect(spellMoney(5, '', 'XXX')).toBeNull()
})
