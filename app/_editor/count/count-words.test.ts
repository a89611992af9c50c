import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './count-words.ts'

test('hyphens, decimals and apostrophes do not cut a word', () => {
  expect(countWords("по-русски 1,5 don't 8 800")).toBe(5)
  expect(countWords(' — … ')).toBe(0)
})

test('Russian is read at 180 words a minute, English at 200, nothing takes less than a minute', () => {
  expect(readingMinutes(900, 'ru')).toBe(5)
  expect(readingMinutes(1000, 'en-GB')).toBe(5)
  expect(readingMinutes(3, 'ru')).toBe(1)
})
