import { expect, test } from 'vitest'
import { isDate, spellClock, spellDate, spellTime, spellTimeRange } from './moments.ts'

test.each([
  [1, 1, true],
  [31, 12, true],
  [29, 2, true],
  [30, 2, false],
  [31, 4, false],
  [0, 5, false],
  [5, 13, false],
  [5, 0, false],
])('day %d of month %d exists: %s', (day, month, exists) => {
  expect(isDate(day, month)).toBe(exists)
})

test('a date names the month first, the year last', () => {
  expect(spellDate(31, 12, 2025)).toBe('December thirty-first, twenty twenty-five')
  expect(spellDate(1, 5, null)).toBe('May first')
})

test.each([
  [0, 0, 'midnight'],
  [24, 0, 'midnight'],
  [12, 0, 'noon'],
  [9, 0, 'nine a.m.'],
  [9, 5, 'nine oh five a.m.'],
  [12, 30, 'twelve thirty p.m.'],
  [0, 15, 'twelve fifteen a.m.'],
  [18, 30, 'six thirty p.m.'],
  [23, 59, 'eleven fifty-nine p.m.'],
])('%d:%d is "%s"', (hours, minutes, spoken) => {
  expect(spellTime(hours, minutes)).toBe(spoken)
})

test('a clock says nothing of the half of the day', () => {
  expect(spellClock(18, 0)).toBe('six')
  expect(spellClock(0, 5)).toBe('twelve oh five')
})

test('a range of times goes from one to the other, a whole day is around the clock', () => {
  expect(spellTimeRange([9, 0], [18, 0])).toBe('from nine a.m. to six p.m.')
  expect(spellTimeRange([0, 0], [24, 0])).toBe('around the clock')
})
