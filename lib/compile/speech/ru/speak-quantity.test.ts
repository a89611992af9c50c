import { expect, test } from 'vitest'
import type { FactType } from '#lib/document/facts.ts'
import { speechCases, spokenText } from '../pieces.ts'
import { joinRange } from './speak-quantity.ts'
import { speakRussian } from './speak-russian.ts'
import { speakRussianFact } from './speak-russian-fact.ts'

const say = (text: string) => spokenText(speakRussian(text).pieces)

test.each([
  ['с комиссией 1 000 ₽', 'с комиссией одна тысяча рублей'],
  ['стоимостью 21 ₽', 'стоимостью двадцать один рубль'],
  ['в размере 500 ₽', 'в размере пятисот рублей'],
  ['в сумме 500 ₽', 'в сумме пятисот рублей'],
  ['на сумму 300 ₽', 'на сумму триста рублей'],
  ['на сумму до 300 ₽', 'на сумму до трёхсот рублей'],
  ['суммой до 500 ₽', 'суммой до пятисот рублей'],
  ['сроком на 1 год', 'сроком на один год'],
  ['сроком до 3 лет', 'сроком до трёх лет'],
  ['составляет 1 000 ₽', 'составляет одну тысячу рублей'],
  ['не превышает 1 000 000 ₽', 'не превышает одного миллиона рублей'],
  ['превышает 1 000 ₽', 'превышает одну тысячу рублей'],
  ['не может превышать 5 %', 'не может превышать пять процентов'],
  ['лимит 1 000 ₽', 'лимит одна тысяча рублей'],
  ['снять 1 000 ₽', 'снять одну тысячу рублей'],
])('an amount after a word: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['1–3 рабочих дня', 'от одного до трёх рабочих дней'],
  ['за 1–3 рабочих дня', 'за один-три рабочих дня'],
  ['в течение 1–3 рабочих дней', 'в течение одного-трёх рабочих дней'],
  ['занимает 1–3 рабочих дня', 'занимает от одного до трёх рабочих дней'],
  ['к 1–3 рабочим дням', 'к одному-трём рабочим дням'],
  ['0,5–1 %', 'от половины до одного процента'],
  ['на 5–10 %', 'на пять-десять процентов'],
  ['300–500 тыс. ₽', 'от трёхсот до пятисот тысяч рублей'],
  ['10–5 дней', 'десять пять дней'],
])('a range after a word: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test('a hyphen joins single words only', () => {
  expect(joinRange('два', 'три')).toBe('два-три')
  expect(joinRange('двадцать пять', 'тридцать')).toBe('двадцать пять — тридцать')
})

const facts: [type: FactType, value: string, unit: string | null, spoken: string[]][] = [
  [
    'duration',
    '1-3',
    'businessDay',
    [
      'от одного до трёх рабочих дней',
      'одного-трёх рабочих дней',
      'одному-трём рабочим дням',
      'один-три рабочих дня',
      'одним-тремя рабочими днями',
      'одном-трёх рабочих днях',
    ],
  ],
  ['duration', '2', 'hour', ['два часа', 'двух часов', 'двум часам', 'два часа', 'двумя часами', 'двух часах']],
  [
    'percent',
    '0.5',
    null,
    ['полпроцента', 'половины процента', 'половине процента', 'полпроцента', 'половиной процента', 'половине процента'],
  ],
  [
    'money',
    '101',
    'RUB',
    ['сто один рубль', 'ста одного рубля', 'ста одному рублю', 'сто один рубль', 'ста одним рублём', 'ста одном рубле'],
  ],
  [
    'number',
    '2',
    'megabitPerSecond',
    [
      'два мегабита в секунду',
      'двух мегабит в секунду',
      'двум мегабитам в секунду',
      'два мегабита в секунду',
      'двумя мегабитами в секунду',
      'двух мегабитах в секунду',
    ],
  ],
]

test.each(facts)('the %s %s %s is declined through all cases', (type, value, unit, spoken) => {
  expect(speechCases.map(name => spokenText(speakRussianFact(type, value, unit, name, false)!))).toEqual(spoken)
})

test.each<[FactType, string, string | null]>([
  ['money', 'бесплатно', 'RUB'],
  ['money', '5', 'XXX'],
  ['date', '31.12.2025', null],
  ['timeRange', '25:00-26:00', null],
  ['phone', '12a', null],
  ['duration', '3', 'parrot'],
])('a %s "%s" %s without its shape is left to the text', (type, value, unit) => {
  expect(speakRussianFact(type, value, unit, undefined, false)).toBeNull()
})
