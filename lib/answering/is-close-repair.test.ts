import { expect, test } from 'vitest'
import { isCloseRepair } from './is-close-repair.ts'
import { isNearLetter } from './is-near-letter.ts'

test('a slip of the finger is a reading of a question', () => {
  expect(isCloseRepair('камиссия за первод', 'комиссия за перевод')).toBe(true)
  expect(isCloseRepair('заблокировтаь карту', 'заблокировать карту')).toBe(true)
  expect(isCloseRepair('заявкана карту', 'заявка на карту')).toBe(true)
  expect(isCloseRepair('акрта потеряна', 'карта потеряна')).toBe(true)
  expect(isCloseRepair('Счет закрыт', 'счёт закрыт')).toBe(true)
  expect(isCloseRepair('is it availanle', 'is it available')).toBe(true)
  expect(isCloseRepair('my percel', 'my parcel')).toBe(true)
  expect(isCloseRepair('cancle my oredr', 'cancel my order')).toBe(true)
  expect(isCloseRepair('вернуть деньгт', 'вернуть деньги')).toBe(true)
})

test('another word is no reading of a question, however alike it looks', () => {
  expect(isCloseRepair('школьное питание оплата картой', 'школьное пин оплата картой')).toBe(false)
  expect(isCloseRepair('recipe for soup', 'recipient for soup')).toBe(false)
  expect(isCloseRepair('book a flight to paris', 'book a light to parts')).toBe(false)
  expect(isCloseRepair('how tall is the tower', 'how tell is the tower')).toBe(false)
  expect(isCloseRepair('кто президент франции', 'кто президент границей')).toBe(false)
})

test.each([
  ['tiger', 'timer'],
  ['the symptoms of cancer', 'the symptoms of cancel'],
  ['black and white photos', 'black and write photos'],
  ['the older photos', 'the order photos'],
  ['сколько весит слон', 'сколько висит слон'],
  ['какой сегодня праздник', 'какой сегодня признак'],
])('a letter that is not near the other, and a word of everybody, is no slip: %s, %s', (typed, repaired) => {
  expect(isCloseRepair(typed, repaired)).toBe(false)
})

test.each(['qw', 'gb', 'оа', 'ло', 'мс', 'тд', 'ei'])('%s are near each other, on a keyboard or by ear, both ways', pair => {
  const [one, other] = [...pair] as [string, string]
  expect([isNearLetter(one, other), isNearLetter(other, one)]).toEqual([true, true])
})

test.each(['qp', 'ad', 'gm', 'rl', 'ад', 'йж'])('%s are not', pair => {
  const [one, other] = [...pair] as [string, string]
  expect(isNearLetter(one, other)).toBe(false)
})
