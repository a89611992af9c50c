import { expect, test } from 'vitest'
import { spokenText } from '../pieces.ts'
import { prepositionEnding } from './full-preposition.ts'
import { speakRussian } from './speak-russian.ts'

test.each([
  ['с', 'ста рублей', 'о'],
  ['С', 'ста', 'о'],
  ['с', 'стадиона', ''],
  ['с', 'двух', ''],
  ['с', 'второго', 'о'],
  ['с', 'среды', 'о'],
  ['в', 'втором', 'о'],
  ['в', 'две', ''],
  ['к', 'второму', 'о'],
  ['о', 'одном', 'б'],
  ['о', 'двух', ''],
  ['а', 'одна', ''],
  ['5', 'один', ''],
])('"%s" before "%s" takes "%s"', (preposition, next, ending) => {
  expect(prepositionEnding(preposition, next)).toBe(ending)
})

test.each([
  ['с 100 ₽', 'со ста рублей'],
  ['С 100 до 200 ₽', 'Со ста до двухсот рублей'],
  ['с 2-го числа', 'со второго числа'],
  ['с 2 мая', 'со второго мая'],
  ['в 2-м квартале', 'во втором квартале'],
  ['к 2-му году', 'ко второму году'],
  ['о 1 карте', 'об одной карте'],
  ['о 11 картах', 'об одиннадцати картах'],
  ['2–5 мая', 'со второго по пятое мая'],
  ['с 2 картами', 'с двумя картами'],
  ['буква с, сто', 'буква с, сто'],
])('%s is "%s"', (written, spoken) => {
  expect(spokenText(speakRussian(written).pieces)).toBe(spoken)
})
