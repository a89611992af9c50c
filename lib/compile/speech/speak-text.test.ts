import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Spoken, spokenText } from './pieces.ts'
import { speakText } from './speak-text.ts'

const fragments = fc.constantFrom(
  ...'от до с по к в на за около через и или менее 1 2 5 21 1500 0,5 1,5 12.5 % ₽ руб. тыс. млн $ € № / & < > * # + - – — ( ) « » 31.12.2025 9:00 18:00 1/3 24/7 +7 495 123-45-67 *100# карта карты дней года г. ул. п. т. е. ГБ Мбит/с °C Visa XYZ foo bank.ru a@b.ru https://x.ru/1?q=2 СМС ЦХД ё е́ ½ ² ① Ⅳ é ß 中 😀 ️ A4 3D iPhone 2-3 2-го 5-7 ИНН 0611 00 0,0 1.2.3 99.99.9999 25:61 \u00a0 \u202f \n'.split(
    ' ',
  ),
)
const mix = fc.array(fc.tuple(fragments, fc.constantFrom('', ' ', ', ')), { maxLength: 30 }).map(parts => parts.flat().join(''))
const anything = fc.oneof(mix, fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }))

function heardTexts(spoken: Spoken): string {
  return spoken.pieces.map(piece => (piece.kind === 'text' ? piece.text : ' ')).join('')
}

test('Russian speech never holds a digit, a Latin letter or a symbol outside what was written in a sub', () => {
  fc.assert(
    fc.property(anything, text => {
      const spoken = speakText(text, 'ru')
      expect(heardTexts(spoken)).not.toMatch(/[\p{N}\p{Script=Latin}%₽№/&<>]/u)
      expect(spokenText(spoken.pieces)).not.toMatch(/[\dA-Za-z%₽№/&<>]/)
    }),
    { numRuns: 3000 },
  )
})

test('English speech never holds a digit or a symbol', () => {
  fc.assert(
    fc.property(anything, text => {
      expect(heardTexts(speakText(text, 'en'))).not.toMatch(/[\p{N}%₽№/&<>]/u)
    }),
    { numRuns: 3000 },
  )
})

test('what is reported lies where it says in the text that was given', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('ru', 'en', 'de'), (text, locale) => {
      for (const entry of speakText(text, locale).unspeakable) expect(text.slice(entry.from, entry.to)).toBe(entry.text)
    }),
    { numRuns: 1500 },
  )
})

test('pieces are never empty, and texts neither start nor end with a space at the edges', () => {
  fc.assert(
    fc.property(anything, fc.constantFrom('ru', 'en'), (text, locale) => {
      const { pieces } = speakText(text, locale)
      for (const piece of pieces) expect(piece.kind === 'break' ? piece.ms : piece.text.length).toBeGreaterThan(0)
      const last = pieces[pieces.length - 1]
      if (last?.kind === 'text') expect(last.text).toBe(last.text.trimEnd())
    }),
  )
})

test('plain words pass through unchanged', () => {
  expect(speakText('Откройте приложение и выберите карту.', 'ru').pieces).toEqual([
    { kind: 'text', text: 'Откройте приложение и выберите карту.' },
  ])
  expect(speakText('Open the app and choose a card.', 'en').pieces).toEqual([{ kind: 'text', text: 'Open the app and choose a card.' }])
  expect(speakText('', 'ru')).toEqual({ pieces: [], unspeakable: [] })
})

test('a phone number is spoken in groups with short breaks', () => {
  expect(speakText('8 800 555-35-35', 'ru').pieces.filter(piece => piece.kind === 'break')).toEqual(
    Array(4).fill({ kind: 'break', ms: 250 }),
  )
})

test('a lexicon word keeps what was written', () => {
  expect(speakText('карта Visa', 'ru').pieces).toEqual([
    { kind: 'text', text: 'карта ' },
    { kind: 'sub', text: 'Visa', alias: 'виза' },
  ])
})

test('unknown abbreviations and Latin words are reported and spoken as well as can be', () => {
  const spoken = speakText('Услуга ЦХД от Foobar', 'ru')
  expect(spoken.unspeakable).toEqual([
    { text: 'ЦХД', from: 7, to: 10, reason: 'abbreviation' },
    { text: 'Foobar', from: 14, to: 20, reason: 'latin' },
  ])
  expect(spokenText(spoken.pieces)).toBe('Услуга цэ ха дэ от фубар')
})

test('words that are only shouted are not abbreviations', () => {
  expect(speakText('ВАЖНО: НЕ сообщайте код', 'ru').unspeakable).toEqual([])
})

test('a language that has no speaker passes through and is reported', () => {
  const spoken = speakText('5 % Gebühr', 'de')
  expect(spoken.pieces).toEqual([{ kind: 'text', text: '5 % Gebühr' }])
  expect(spoken.unspeakable.map(entry => entry.reason)).toEqual(['digits', 'symbol'])
})

/** Counts work instead of time: ten times the text may take no more than about ten times the pieces, and hostile text must end. */
test.each([
  ['digits', '1'],
  ['digit groups', '1 000 '],
  ['dots', '1.'],
  ['hosts', 'a.'],
  ['mail', 'a-@'],
  ['stars', '*1'],
  ['dashes', '1-'],
  ['times', '1:11-'],
  ['pluses', '+1 '],
  ['abbreviations', 'т. '],
  ['capitals', 'АБ '],
  ['adjectives', '1 ых '],
  ['brackets', '((('],
  ['spaces', ' \u00a0'],
  ['cards', '1234 5678 '],
  ['letters', 'абвгд'],
  ['latin', 'abcde-'],
])('ten kilobytes of %s end and leave nothing that cannot be said', (_, unit) => {
  const text = unit.repeat(Math.ceil(10_240 / unit.length))
  for (const locale of ['ru', 'en']) expect(heardTexts(speakText(text, locale))).not.toMatch(/[\d%₽№/&<>]/)
})

test('every reading of a repeated sentence is the reading of one sentence, repeated', () => {
  const sentence = 'Комиссия 1,5 %, но не менее 50 ₽, до 31.12.2025. '
  const once = spokenText(speakText(sentence, 'ru').pieces)
  expect(spokenText(speakText(sentence.repeat(40), 'ru').pieces)).toBe(Array(40).fill(once).join(' '))
})
