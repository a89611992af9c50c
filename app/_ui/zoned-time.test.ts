import { expect, test } from 'vitest'
import { instantOf, isSkipped, wallTimeOf } from './zoned-time.ts'

test('a wall clock of a zone becomes an instant, and back', () => {
  const instant = Date.parse('2027-01-31T14:00:30+03:00')
  expect(instantOf({ date: '2027-01-31', time: '14:00:30' }, 'Europe/Moscow')).toBe(instant)
  expect(wallTimeOf(instant, 'Europe/Moscow')).toEqual({ date: '2027-01-31', time: '14:00:30' })
  expect(instantOf({ date: '2027-01-31', time: '14:00' }, 'Asia/Vladivostok')).toBe(Date.parse('2027-01-31T14:00:00+10:00'))
})

test('summer and winter time are told apart, and a skipped hour is the one after the gap', () => {
  expect(instantOf({ date: '2027-07-01', time: '12:00' }, 'Europe/Berlin')).toBe(Date.parse('2027-07-01T12:00:00+02:00'))
  expect(instantOf({ date: '2027-03-28', time: '03:00' }, 'Europe/Berlin')).toBe(Date.parse('2027-03-28T03:00:00+02:00'))
  expect(instantOf({ date: '2027-10-31', time: '12:00' }, 'Europe/Berlin')).toBe(Date.parse('2027-10-31T12:00:00+01:00'))
})

test('a skipped time is the one after the gap, east and west of Greenwich, and is known as skipped', () => {
  const at = (date: string, time: string, zone: string) => new Date(instantOf({ date, time }, zone) ?? 0).toISOString()
  expect(at('2027-03-28', '02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z')
  expect(at('2027-03-14', '02:30', 'America/New_York')).toBe('2027-03-14T07:30:00.000Z')
  expect(at('2027-10-03', '02:15', 'Australia/Lord_Howe')).toBe('2027-10-02T15:45:00.000Z')
  expect(isSkipped({ date: '2027-03-14', time: '02:30' }, 'America/New_York')).toBe(true)
  for (const time of ['01:59:59', '03:00', '12:00:00']) expect(isSkipped({ date: '2027-03-14', time }, 'America/New_York')).toBe(false)
})

test('of a time that comes twice it is the first, and every instant is found again by what clocks show, but for that hour', () => {
  const at = (date: string, time: string, zone: string) => new Date(instantOf({ date, time }, zone) ?? 0).toISOString()
  expect(at('2027-10-31', '02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z')
  expect(at('2027-11-07', '01:30', 'America/New_York')).toBe('2027-11-07T05:30:00.000Z')
  for (const zone of ['Europe/Moscow', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe'])
    for (let instant = Date.UTC(2027, 0, 1); instant < Date.UTC(2028, 0, 1); instant += 5.5 * 3600 * 1000) {
      const found = instantOf(wallTimeOf(instant, zone), zone) ?? 0
      expect([0, 1800_000, 3600_000]).toContain(instant - found)
    }
})

test('what is no date and time is none', () => {
  expect(instantOf({ date: '', time: '12:00' }, 'Europe/Moscow')).toBeNull()
  expect(instantOf({ date: '2027-02-31x', time: '12:00' }, 'Europe/Moscow')).toBeNull()
  expect(instantOf({ date: '2027-01-31', time: '' }, 'Europe/Moscow')).toBeNull()
})
