import { describe, expect, test } from 'vitest'
import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { SpeechCase } from '#lib/document/types.ts'
import { formatFact } from './format-fact.ts'

function fact(type: FactType, value: FactValue['value'], unit: string | null = null): FactValue {
  return { key: 'a.b', type, value, unit }
}

/** No-break spaces shown as "·". */
function show(text: string): string {
  return text.replaceAll('\u00a0', '·')
}

describe('a fact in Russian', () => {
  const cases: [expected: string, type: FactType, value: string, unit?: string, form?: 'short' | 'long', speechCase?: SpeechCase][] = [
    ['1·500·₽', 'money', '1500', 'RUB'],
    ['1·500,50·₽', 'money', '1500.5', 'RUB'],
    ['100·000·$', 'money', '100000', 'USD'],
    ['1·234·567·€', 'money', '1234567', 'EUR'],
    ['50·£', 'money', '50', 'GBP'],
    ['0·₽', 'money', '0', 'RUB'],
    ['1·500·рублей', 'money', '1500', 'RUB', 'long'],
    ['21·рубль', 'money', '21', 'RUB', 'long'],
    ['1·500·рублей', 'money', '1500', 'RUB', 'long', 'genitive'],
    ['1,5·%', 'percent', '1.5'],
    ['15·%', 'percent', '15', undefined, 'short'],
    ['1,5·процента', 'percent', '1.5', undefined, 'long'],
    ['21·процент', 'percent', '21', undefined, 'long'],
    ['5·процентов', 'percent', '5', undefined, 'long'],
    ['1·рабочий день', 'duration', '1', 'businessDay'],
    ['3·рабочих дня', 'duration', '3', 'businessDay'],
    ['5·рабочих дней', 'duration', '5', 'businessDay'],
    ['1–3·рабочих дня', 'duration', '1-3', 'businessDay'],
    ['3·раб. дн.', 'duration', '3', 'businessDay', 'short'],
    ['3·дн.', 'duration', '3', 'day', 'short'],
    ['3·рабочих дней', 'duration', '3', 'businessDay', undefined, 'genitive'],
    ['1·рабочего дня', 'duration', '1', 'businessDay', undefined, 'genitive'],
    ['3·дням', 'duration', '3', 'day', undefined, 'dative'],
    ['1·минуту', 'duration', '1', 'minute', undefined, 'accusative'],
    ['2·минуты', 'duration', '2', 'minute', undefined, 'accusative'],
    ['5·лет', 'duration', '5', 'year'],
    ['2·года', 'duration', '2', 'year'],
    ['5·лет', 'duration', '5', 'year', 'short'],
    ['3·г.', 'duration', '3', 'year', 'short'],
    ['1,5·часа', 'duration', '1.5', 'hour'],
    ['11·дней', 'duration', '11', 'day'],
    ['22·дня', 'duration', '22', 'day'],
    ['5', 'number', '5'],
    ['12·000', 'number', '12000'],
    ['30·ГБ', 'number', '30', 'gigabyte'],
    ['30·гигабайт', 'number', '30', 'gigabyte', 'long'],
    ['100·Мбит/с', 'number', '100', 'megabitPerSecond'],
    ['5·штук', 'number', '5', 'piece', 'long'],
    ['7·попугаев', 'number', '7', 'попугаев'],
    ['1·января 2027·г.', 'date', '2027-01-01'],
    ['31·мая 2026·г.', 'date', '2026-05-31'],
    ['9:00–21:00', 'timeRange', '09:00-21:00'],
    ['круглосуточно', 'timeRange', '00:00-24:00'],
    ['8·800·555-35-35', 'phone', '+78005553535'],
    ['+7·495·123-45-67', 'phone', '+74951234567'],
    ['900', 'phone', '900'],
    ['+441234567890', 'phone', '+441234567890'],
    ['https://bank.example', 'url', 'https://bank.example'],
    ['неверно·₽', 'money', 'неверно', 'RUB'],
  ]
  test.each(cases)('%s', (expected, type, value, unit, form, speechCase) => {
    expect(show(formatFact(fact(type, value, unit ?? null), 'ru', { form, case: speechCase }))).toBe(expected)
  })
})

describe('a fact in English', () => {
  const cases: [expected: string, type: FactType, value: string, unit?: string, form?: 'short' | 'long'][] = [
    ['$1,500', 'money', '1500', 'USD'],
    ['$1,500.50', 'money', '1500.5', 'USD'],
    ['₽150,000', 'money', '150000', 'RUB'],
    ['₸500', 'money', '500', 'KZT'],
    ['CHF·500', 'money', '500', 'CHF'],
    ['1,500·roubles', 'money', '1500', 'RUB', 'long'],
    ['1.5%', 'percent', '1.5'],
    ['1.5·percent', 'percent', '1.5', undefined, 'long'],
    ['1·business day', 'duration', '1', 'businessDay'],
    ['1–3·business days', 'duration', '1-3', 'businessDay'],
    ['3·d', 'duration', '3', 'day', 'short'],
    ['January·1, 2027', 'date', '2027-01-01'],
    ['around the clock', 'timeRange', '00:00-24:00'],
    ['30·GB', 'number', '30', 'gigabyte'],
  ]
  test.each(cases)('%s', (expected, type, value, unit, form) => {
    expect(show(formatFact(fact(type, value, unit ?? null), 'en', { form }))).toBe(expected)
  })
})

test('other languages write numbers and dates as Intl does', () => {
  expect(show(formatFact(fact('percent', '1.5'), 'de'))).toBe('1,5·%')
  expect(show(formatFact(fact('number', '12000'), 'de'))).toBe('12.000')
  expect(formatFact(fact('date', '2027-01-31'), 'de')).toBe('31. Januar 2027')
})

test('a text has the value of its locale, of its language, or the first', () => {
  const name = fact('text', { ru: 'Исток', en: 'Istok' })
  expect(formatFact(name, 'ru-RU')).toBe('Исток')
  expect(formatFact(name, 'en')).toBe('Istok')
  expect(formatFact(name, 'de')).toBe('Исток')
})

test('large amounts keep every digit', () => {
  expect(show(formatFact(fact('money', '123456789012345678', 'RUB'), 'ru'))).toBe('123·456·789·012·345·678·₽')
})
