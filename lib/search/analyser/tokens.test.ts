import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenise } from './tokens.ts'

const surfaces = (text: string) => tokenise(text).map(token => token.surface)
const keys = (text: string) => tokenise(text).map(token => token.key)

test.each([
  ['СЧЁТ', 'счет'],
  ['сче\u0308т', 'счет'],
  ['сч\u00adёт', 'счет'],
  ['счет\u200b', 'счет'],
  ['cчет', 'счет'],
  ['кaртa', 'карта'],
  ['сч\u0435\u0301т', 'счет'],
  ['йод', 'йод'],
  ['и\u0306од', 'йод'],
  ['ＶＩＳＡ', 'visa'],
  ['naïve', 'naive'],
])('%s is read as %s', (typed, folded) => {
  expect(surfaces(typed)).toEqual([folded])
})

test('й is not и', () => {
  expect(surfaces('йод')).not.toEqual(surfaces('иод'))
})

test('a code is kept whole beside its parts, however its parts are joined', () => {
  expect(keys('3-НДФЛ')).toContain('3ндфл')
  expect(keys('3‑НДФЛ')).toContain('3ндфл')
  expect(keys('ERR-1024')).toContain('err1024')
  expect(keys('err1024')).toContain('err1024')
  expect(keys('Outlook 4.5.3')).toContain('4.5.3')
  expect(keys('2-НДФЛ')).not.toContain('3ндфл')
})

test('commands of a telephone are words', () => {
  expect(keys('наберите *100# и ждите')).toContain('*100')
  expect(keys('*111*5#')).toContain('*111*5')
})

test('a telephone number is one word in every spelling', () => {
  for (const spelling of [
    '8 800 555-35-35',
    '+7 (800) 555-35-35',
    '88005553535',
    '8(800)5553535',
    '+7 800 555 35 35',
    '8\u00a0800\u00a0555‑35‑35'.replace('‑', '-'),
  ]) {
    expect(keys(`тел. ${spelling.replace('‑', '-')}, звоните`), spelling).toContain('tel8005553535')
  }
})

test('a compound is found by its parts and as one word', () => {
  expect(surfaces('сим-карта')).toEqual(['симкарта', 'сим', 'карта'])
  expect(surfaces('и/или')).toEqual(['и', 'или'])
})

test('negations are no empty words', () => {
  const empty = tokenise('карта не работает без интернета').filter(token => token.empty)
  expect(empty).toEqual([])
})

test('offsets cut the word out of the text as it was given', () => {
  const text = 'Мой сч\u00adёт № 3-НДФЛ 😀 карта'
  for (const token of tokenise(text)) expect(text.slice(token.from, token.to).trim()).not.toBe('')
  expect(tokenise(text).map(token => text.slice(token.from, token.to))).toEqual(['Мой', 'сч\u00adёт', '3-НДФЛ', '3', 'НДФЛ', 'карта'])
})

test('any text is read, in order, inside its borders, without cutting a pair of surrogates', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      let before = 0
      for (const token of tokenise(text)) {
        expect(token.from).toBeGreaterThanOrEqual(before)
        expect(token.to).toBeLessThanOrEqual(text.length)
        expect(token.to).toBeGreaterThan(token.from)
        before = token.from
      }
    }),
  )
})

test('case, layout of spaces and accents do not change the keys', () => {
  const word = fc.constantFrom('карта', 'счёт', 'перевод', 'Windows', 'платёж', 'ERR-1024', '3-НДФЛ')
  fc.assert(
    fc.property(fc.array(word), words => {
      expect(keys(words.join(' ').toUpperCase().normalize('NFD'))).toEqual(keys(words.join('\u00a0')))
    }),
  )
})

test('a text is read the same sign by sign as by the rules for all scripts', () => {
  const sign = fc.constantFrom(..."aяЁ1-.,/_'’ ‐–— *#+7()8ёйВ№₽²".split(''), '\u00a0')
  const text = fc.oneof(fc.string({ unit: sign, maxLength: 60 }), fc.stringMatching(/^[-+78 ()0-9–]{5,40}$/))
  const other = ' \u{1f600}'
  fc.assert(
    fc.property(text, plain => {
      expect(tokenise(plain)).toEqual(tokenise(plain + other))
    }),
  )
})
