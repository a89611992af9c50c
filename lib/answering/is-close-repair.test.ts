import { expect, test } from 'vitest'
import { isCloseRepair } from './is-close-repair.ts'

test('a slip of the finger is a reading of a question', () => {
  expect(isCloseRepair('камиссия за первод', 'комиссия за перевод')).toBe(true)
  expect(isCloseRepair('заблокировтаь карту', 'заблокировать карту')).toBe(true)
  expect(isCloseRepair('заявкана карту', 'заявка на карту')).toBe(true)
  expect(isCloseRepair('акрта потеряна', 'карта потеряна')).toBe(true)
  expect(isCloseRepair('Счет закрыт', 'счёт закрыт')).toBe(true)
})

test('another word is no reading of a question, however alike it looks', () => {
  expect(isCloseRepair('школьное питание оплата картой', 'школьное пин оплата картой')).toBe(false)
  expect(isCloseRepair('recipe for soup', 'recipient for soup')).toBe(false)
  expect(isCloseRepair('book a flight to paris', 'book a light to parts')).toBe(false)
  expect(isCloseRepair('how tall is the tower', 'how tell is the tower')).toBe(false)
  expect(isCloseRepair('кто президент франции', 'кто президент границей')).toBe(false)
})
