import { expect, test } from 'vitest'
import { dayAfterKey, monthOf, shiftMonth, spanOf, weeksOf } from './month.ts'

test('a month is shown in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks[0]?.[0]).toBe('2026-10-26')
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  expect(weeks.every(week => week.length === 7)).toBe(true)
  expect(weeksOf('2027-02')).toHaveLength(4)
})

test('the span begins and ends at midnight of the zone', () => {
  expect(spanOf('2026-11', 'Europe/Moscow')).toEqual({
    from: Date.parse('2026-10-26T00:00:00+03:00'),
    to: Date.parse('2026-12-07T00:00:00+03:00'),
  })
})

test('months pass over years, and what is no month is the present one', () => {
  expect(shiftMonth('2026-12', 1)).toBe('2027-01')
  expect(shiftMonth('2026-01', -1)).toBe('2025-12')
  expect(monthOf('2027-03', '2026-11-22')).toBe('2027-03')
  for (const text of [undefined, '', '2027-13', 'x']) expect(monthOf(text, '2026-11-22')).toBe('2026-11')
})

test('the keys of a date grid lead where the practices say', () => {
  const from = (key: string, shift = false) => dayAfterKey('2026-01-31', key, shift)
  expect([from('ArrowLeft'), from('ArrowRight'), from('ArrowUp'), from('ArrowDown')]).toEqual([
    '2026-01-30',
    '2026-02-01',
    '2026-01-24',
    '2026-02-07',
  ])
  expect([from('Home'), from('End')]).toEqual(['2026-01-26', '2026-02-01'])
  expect([from('PageUp'), from('PageDown'), from('PageDown', true)]).toEqual(['2025-12-31', '2026-02-28', '2027-01-31'])
  expect(from('a')).toBeNull()
})
