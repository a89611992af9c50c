import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromField, toField } from './zoned-time.ts'

test('a field shows the time of the organisation and gives it back with its offset', () => {
  expect(toField('2026-12-31T21:00:00Z', 'Europe/Moscow')).toBe('2027-01-01T00:00')
  expect(fromField('2027-01-01T00:00', 'Europe/Moscow')).toBe('2027-01-01T00:00:00+03:00')
  expect(fromField('2026-07-01T12:00', 'Europe/Berlin')).toBe('2026-07-01T12:00:00+02:00')
  expect(toField(null, 'UTC')).toBe('')
  expect(fromField('', 'UTC')).toBeNull()
  expect(fromField('nonsense', 'UTC')).toBeNull()
})

test('every whole minute comes back, whatever the zone and the time of the year', () => {
  const minute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2100, 0) / 60_000 })
  fc.assert(
    fc.property(minute, fc.constantFrom('Europe/Moscow', 'Asia/Kolkata', 'America/St_Johns', 'UTC'), (minutes, zone) => {
      const instant = minutes * 60_000
      const back = Date.parse(fromField(toField(new Date(instant).toISOString(), zone), zone) ?? '')
      // An hour that the clocks run through twice has one name for two instants.
      expect(Math.abs(back - instant) % 3_600_000).toBe(0)
      expect(Math.abs(back - instant)).toBeLessThanOrEqual(3_600_000)
    }),
  )
})

test('a minute that the clocks skip is the one after the gap, also west of Greenwich', () => {
  expect(fromField('2027-03-14T02:30', 'America/New_York')).toBe('2027-03-14T03:30:00-04:00')
  expect(fromField('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T03:30:00+02:00')
})
