import { expect, test } from 'vitest'
import { replaceCurrent } from './replace-current.ts'

const at = Date.parse('2026-11-22T10:00:00Z')
const next = { value: '2', validFrom: '2027-01-01T00:00:00+03:00', validTo: null }

test('the value that holds now is replaced; those to come stay', () => {
  const now = { value: '1.5', validFrom: null, validTo: next.validFrom }
  expect(replaceCurrent([now, next], '1.8', at)).toEqual([{ ...now, value: '1.8' }, next])
})

test('of two equal values only the one that holds is replaced', () => {
  const past = { value: '2', validFrom: null, validTo: '2026-01-01T00:00:00Z' }
  const now = { value: '2', validFrom: '2026-01-01T00:00:00Z', validTo: null }
  expect(replaceCurrent([past, now], '3', at)).toEqual([past, { ...now, value: '3' }])
})

test('where nothing holds a value is added', () => {
  expect(replaceCurrent([next], '1', at)).toEqual([next, { value: '1', validFrom: null, validTo: null }])
})
