import { expect, test } from 'vitest'
import { linesOf, repeatedLines } from './question-lines.ts'

test('questions are pasted one in a line, also from a list', () => {
  expect(linesOf('сколько стоит\r\n\n - какая комиссия \n• почему так\n2) когда придёт\n3-НДФЛ где взять')).toEqual([
    'сколько стоит',
    'какая комиссия',
    'почему так',
    'когда придёт',
    '3-НДФЛ где взять',
  ])
})

test('what is asked twice is found whatever its case and its mark', () => {
  expect(repeatedLines('Сколько стоит?\nсколько стоит\nкогда\nСКОЛЬКО СТОИТ')).toEqual(['СКОЛЬКО СТОИТ'])
  expect(repeatedLines('один\nдва')).toEqual([])
})
