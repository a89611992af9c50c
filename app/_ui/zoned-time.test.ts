import { expect, test } from 'vitest'
import { instantOf, wallTimeOf } from './zoned-time.ts'

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

test('what is no date and time is none', () => {
  expect(instantOf({ date: '', time: '12:00' }, 'Europe/Moscow')).toBeNull()
  expect(instantOf({ date: '2027-02-31x', time: '12:00' }, 'Europe/Moscow')).toBeNull()
  expect(instantOf({ date: '2027-01-31', time: '' }, 'Europe/Moscow')).toBeNull()
})
