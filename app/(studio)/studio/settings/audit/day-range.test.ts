import { expect, test } from 'vitest'
import { dayRange } from './day-range.ts'

test('both days count as a whole, in the zone, also when the clocks change', () => {
  expect(dayRange('2026-11-22', '2026-11-22', 'Europe/Moscow')).toEqual({
    from: Date.parse('2026-11-22T00:00:00+03:00'),
    to: Date.parse('2026-11-23T00:00:00+03:00'),
  })
  const berlin = dayRange('2026-03-29', '2026-03-29', 'Europe/Berlin')
  expect((berlin.to ?? 0) - (berlin.from ?? 0)).toBe(23 * 3_600_000)
})

test('what is missing or no date is open', () => {
  expect(dayRange(undefined, '2026-13-40', 'Europe/Moscow')).toEqual({ from: null, to: null })
})
