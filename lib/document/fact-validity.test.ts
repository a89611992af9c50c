import { expect, test } from 'vitest'
import { changesAfter, valueAt } from './fact-validity.ts'

const midnight = Date.parse('2027-01-01T00:00:00+03:00')
const price = [
  { value: '990', validFrom: null, validTo: null },
  { value: '1290', validFrom: '2027-01-01T00:00:00+03:00', validTo: null },
]

test('of two values that hold, the one that began last is said, from its very first millisecond', () => {
  expect(valueAt(price, midnight - 1)).toBe('990')
  expect(valueAt(price, midnight)).toBe('1290')
})

test('the end of a validity is exclusive and falls back to the value beneath', () => {
  const action = [...price, { value: '0', validFrom: '2027-02-01T00:00:00+03:00', validTo: '2027-03-01T00:00:00+03:00' }]
  const end = Date.parse('2027-03-01T00:00:00+03:00')
  expect(valueAt(action, end - 1)).toBe('0')
  expect(valueAt(action, end)).toBe('1290')
})

test('a fact whose only value has not begun has none', () => {
  expect(valueAt([{ value: '5', validFrom: '2027-01-01T00:00:00+03:00', validTo: null }], midnight - 1)).toBeNull()
})

test('only edges at which the value really changes are changes', () => {
  expect(changesAfter(price, midnight - 1000)).toEqual([midnight])
  expect(changesAfter(price, midnight)).toEqual([])
  const same = [...price, { value: '1290', validFrom: '2027-06-01T00:00:00+03:00', validTo: null }]
  expect(changesAfter(same, midnight)).toEqual([])
})
