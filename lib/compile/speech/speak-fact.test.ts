import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FactType, FactValue } from '#lib/document/facts.ts'
import { durationUnits, numberUnits } from '#lib/document/facts.ts'
import { speechCases, spokenText } from './pieces.ts'
import { readEnglish, readRussian } from './read-numbers.arbitrary.ts'
import { monthsOfDate, spellDate } from './ru/dates.ts'
import { speakFact } from './speak-fact.ts'

const fact = (type: FactType, value: FactValue['value'], unit: string | null = null): FactValue => ({ key: 'test', type, value, unit })
const say = (value: FactValue, locale = 'ru', options: Parameters<typeof speakFact>[2] = {}) =>
  spokenText(speakFact(value, locale, options))
const roubles = fc.integer({ min: 1, max: 999_999_999 })
const kopecks = fc.integer({ min: 1, max: 99 })

test('an amount of roubles and kopecks reads back to the same amount', () => {
  fc.assert(
    fc.property(roubles, kopecks, (whole, part) => {
      const spoken = say(fact('money', `${whole}.${String(part).padStart(2, '0')}`, 'RUB'))
      const match = /^(.+) рубл(?:ь|я|ей) (.+) копе(?:йка|йки|ек)$/.exec(spoken)!
      expect(readRussian(match[1]!)).toBe(whole)
      expect(readRussian(match[2]!)).toBe(part)
    }),
  )
})

test('an amount in English reads back to the same amount', () => {
  fc.assert(
    fc.property(roubles, kopecks, (whole, part) => {
      const match = /^(.+) dollars? and (.+) cents?$/.exec(say(fact('money', `${whole}.${String(part).padStart(2, '0')}`, 'USD'), 'en'))!
      expect([readEnglish(match[1]!), readEnglish(match[2]!)]).toEqual([whole, part])
    }),
  )
})

test('a percentage reads back to the same value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant(50)), (whole, part) => {
      const value = `${whole}.${String(part).padStart(2, '0')}`
      const spoken = say(fact('percent', value)).replace(/ процент(?:а|ов)?$/, '')
      const match = /^(.+) цел(?:ая|ых) (.+) (десят|сот)(?:ая|ых)$/.exec(spoken)
      const read =
        spoken === 'полпроцента'
          ? 0.5
          : spoken === 'полтора'
            ? 1.5
            : spoken.endsWith(' с половиной')
              ? readRussian(spoken.slice(0, -12)) + 0.5
              : match === null
                ? Number.NaN
                : readRussian(match[1]!) + readRussian(match[2]!) / (match[3] === 'сот' ? 100 : 10)
      expect(read).toBeCloseTo(Number(value), 6)
    }),
  )
})

test('every date of a year is spoken in its own way and names its month', () => {
  const heard = new Set<string>()
  for (let time = Date.UTC(2028, 0, 1); time < Date.UTC(2029, 0, 1); time += 86_400_000) {
    const value = new Date(time).toISOString().slice(0, 10)
    const spoken = say(fact('date', value))
    expect(spoken).toBe(spellDate(Number(value.slice(8)), Number(value.slice(5, 7)), 2028, 0))
    expect(spoken).toContain(monthsOfDate[Number(value.slice(5, 7)) - 1])
    expect(spoken).toMatch(/две тысячи двадцать восьмого года$/)
    heard.add(spoken)
  }
  expect(heard.size).toBe(366)
})

test.each(
  speechCases.map(
    (name, index) =>
      [
        name,
        [
          'одна тысяча пятьсот рублей',
          'одной тысячи пятисот рублей',
          'одной тысяче пятистам рублям',
          'одну тысячу пятьсот рублей',
          'одной тысячей пятьюстами рублями',
          'одной тысяче пятистах рублях',
        ][index]!,
      ] as const,
  ),
)('money in the %s is "%s"', (name, spoken) => {
  expect(say(fact('money', '1500', 'RUB'), 'ru', { case: name })).toBe(spoken)
})

test('every unit of a duration and of a number has a spoken form in both languages', () => {
  for (const unit of [...durationUnits, ...numberUnits]) {
    for (const value of ['1', '2', '5', '21', '1.5', '1-3']) {
      for (const name of speechCases) expect(say(fact('duration', value, unit), 'ru', { case: name })).toMatch(/^[а-яё —-]+$/i)
      expect(say(fact('number', value, unit), 'en')).toMatch(/^[a-z -]+$/)
    }
  }
})

test('a range names both ends, and the short form leaves out "от … до"', () => {
  expect(say(fact('duration', '1-3', 'businessDay'))).toBe('от одного до трёх рабочих дней')
  expect(say(fact('duration', '1-3', 'businessDay'), 'ru', { case: 'genitive' })).toBe('одного-трёх рабочих дней')
  expect(say(fact('duration', '25-30', 'minute'), 'ru', { case: 'genitive' })).toBe('двадцати пяти — тридцати минут')
  expect(say(fact('duration', '1-3', 'week'), 'ru', { form: 'short' })).toBe('одну-три недели')
})

test('round the clock has a word of its own', () => {
  expect(say(fact('timeRange', '00:00-24:00'))).toBe('круглосуточно')
  expect(say(fact('timeRange', '00:00-24:00'), 'en')).toBe('around the clock')
})

test('text and url facts take the value of the locale', () => {
  const value = { ru: 'через 5 минут', en: 'in 5 minutes' }
  expect(say(fact('text', value))).toBe('через пять минут')
  expect(say(fact('text', value), 'en-GB')).toBe('in five minutes')
  expect(say(fact('text', value), 'de')).toBe('через 5 минут')
})

test('a value without the shape of its type is spoken as text', () => {
  expect(say(fact('money', 'бесплатно', 'RUB'))).toMatch(/^бесплатно/)
  expect(say(fact('date', '31.12.2025'))).toBe('тридцать первое декабря две тысячи двадцать пятого года')
})

test('facts never throw and never leave a digit in Russian, whatever they hold', () => {
  const types = fc.constantFrom<FactType>('money', 'percent', 'number', 'duration', 'date', 'timeRange', 'phone', 'url', 'text')
  fc.assert(
    fc.property(
      types,
      fc.oneof(fc.string(), fc.stringMatching(/^[\d.:+-]{1,20}$/)),
      fc.constantFrom(null, 'RUB', 'XXX', 'day'),
      (type, value, unit) => {
        expect(say(fact(type, value, unit))).not.toMatch(/[\d%₽№/&<>]/)
        expect(say(fact(type, value, unit), 'en')).not.toMatch(/[\d%₽№/&<>]/)
      },
    ),
    { numRuns: 2000 },
  )
})
