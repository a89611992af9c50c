import { expect, test } from 'vitest'
import { periodsOf } from './periods.ts'

const [january, march, june] = ['2027-01-01T00:00:00Z', '2027-03-01T00:00:00Z', '2027-06-01T00:00:00Z'] as const
const at = (instant: string) => Date.parse(instant)
const value = (validFrom: string | null, validTo: string | null = null) => ({ value: '1', validFrom, validTo })

test('a value without dates is said always', () => {
  expect(periodsOf([value(null)])).toEqual([{ from: null, to: null, index: 0 }])
})

test('a successor ends what came before, and an action lies upon the usual price', () => {
  expect(periodsOf([value(null), value(march)])).toEqual([
    { from: null, to: at(march), index: 0 },
    { from: at(march), to: null, index: 1 },
  ])
  expect(periodsOf([value(null), value(january, march)])).toEqual([
    { from: null, to: at(january), index: 0 },
    { from: at(january), to: at(march), index: 1 },
    { from: at(march), to: null, index: 0 },
  ])
})

test('a gap between two values is a period without one; before the first and after the last there is none', () => {
  expect(periodsOf([value(january, march), value(june)])).toEqual([
    { from: at(january), to: at(march), index: 0 },
    { from: at(march), to: at(june), index: null },
    { from: at(june), to: null, index: 1 },
  ])
})

test('a date that is not one yet is no edge', () => {
  expect(periodsOf([value(null), value('soon')])).toHaveLength(1)
})
