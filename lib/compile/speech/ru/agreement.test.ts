import { expect, test } from 'vitest'
import { agree } from './agreement.ts'
import { spellCardinal } from './cardinals.ts'
import { accusative, type Case, dative, genitive, instrumental, prepositional } from './grammar.ts'

function say(value: number, words: string, asked: Case | null = null): string {
  const { inCase, gender, animate } = agree(` ${words}`, 0, value, asked)
  return spellCardinal(value, inCase, gender, animate)
}

test.each<[number, string, string, Case?]>([
  [1, 'карта', 'одна'],
  [1, 'карту', 'одну'],
  [1, 'карты', 'одной', genitive],
  [1, 'карте', 'одной', dative],
  [1, 'картой', 'одной', instrumental],
  [1, 'день', 'один'],
  [1, 'дня', 'одного', genitive],
  [1, 'днём', 'одним', instrumental],
  [1, 'заявление', 'одно'],
  [1, 'время', 'одно'],
  [1, 'отделении', 'одном', prepositional],
  [1, 'операции', 'одной', prepositional],
  [1, 'рабочий день', 'один'],
  [1, 'рабочего дня', 'одного', genitive],
  [1, 'новая карта', 'одна'],
  [1, 'новую карту', 'одну'],
  [1, 'заглавная буква', 'одна'],
  [1, 'клиента', 'одного', genitive],
  [1, 'клиента', 'одного', accusative],
  [1, 'пользователь', 'один'],
  [1, 'область', 'одна'],
  [21, 'карта', 'двадцать одна'],
  [21, 'рубль', 'двадцать один'],
  [101, 'заявка', 'сто одна'],
  [11, 'карт', 'одиннадцать'],
])('%d %s is "%s"', (value, words, spoken, asked) => {
  expect(say(value, words, asked ?? null)).toBe(spoken)
})

test.each<[number, string, string, Case?]>([
  [2, 'карты', 'две'],
  [2, 'заявления', 'два'],
  [2, 'дня', 'два'],
  [2, 'новые карты', 'две'],
  [2, 'рабочих дня', 'два'],
  [2, 'карт', 'двух'],
  [2, 'клиентов', 'двух', accusative],
  [3, 'карт', 'трёх', genitive],
  [2, 'картам', 'двум'],
  [2, 'картами', 'двумя'],
  [2, 'картах', 'двух'],
  [22, 'карты', 'двадцать две'],
  [4, 'попытки', 'четыре'],
])('%d %s is "%s"', (value, words, spoken, asked) => {
  expect(say(value, words, asked ?? null)).toBe(spoken)
})

test.each<[number, string, string, Case?]>([
  [1, 'мужчина', 'один'],
  [1, 'мужчину', 'одного', accusative],
  [1, 'мужчины', 'одного', genitive],
  [1, 'коллеге', 'одному', dative],
  [1, 'коллегой', 'одним', instrumental],
  [1, 'коллеге', 'одном', prepositional],
  [2, 'юноши', 'два'],
  [2, 'мужчин', 'двух', genitive],
  [21, 'мужчина', 'двадцать один'],
])('a man stays masculine in -а: %d %s is "%s"', (value, words, spoken, asked) => {
  expect(say(value, words, asked ?? null)).toBe(spoken)
})

test.each<[number, string, string, Case?]>([
  [1, 'сутки', 'одни'],
  [1, 'суток', 'одних', genitive],
  [2, 'суток', 'двое'],
  [3, 'суток', 'трое', accusative],
  [4, 'суток', 'четверо'],
  [4, 'суток', 'четырёх', genitive],
  [5, 'суток', 'пять'],
])('a noun without a singular counts in its own way: %d %s is "%s"', (value, words, spoken, asked) => {
  expect(say(value, words, asked ?? null)).toBe(spoken)
})

test('without a noun the number takes the case that is asked', () => {
  expect(say(5, '', genitive)).toBe('пяти')
  expect(say(2, 'и 3 карты')).toBe('две')
  expect(say(1, 'в месяц', dative)).toBe('одному')
})
