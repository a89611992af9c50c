import { expect, test } from 'vitest'
import { isCloseRepair } from './understand.ts'

test('a repair that cuts a word down to another one is no reading of a question', () => {
  expect(isCloseRepair('школьное питание оплата картой', 'школьное пин оплата картой')).toBe(false)
  expect(isCloseRepair('камиссия за первод', 'комиссия за перевод')).toBe(true)
  expect(isCloseRepair('заблокировтаь карту', 'заблокировать карту')).toBe(true)
  expect(isCloseRepair('заявкана карту', 'заявка на карту')).toBe(true)
})
