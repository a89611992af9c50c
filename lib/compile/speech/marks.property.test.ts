import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spokenText } from './pieces.ts'
import { speakText } from './speak-text.ts'

const words = fc.constantFrom(
  'карта',
  'Лимиты',
  'да',
  '5 дней',
  '50 ₽',
  '1,5 %',
  '9:00–18:00',
  'СМС',
  'id1',
  'без 2 карт',
  '№ 5',
  '100+ карт',
)
const marks = fc.constantFrom(
  ' ',
  ', ',
  '. ',
  '», ',
  '». ',
  ') ',
  '), ',
  ').',
  '…», ',
  '?», ',
  ' («',
  ': «',
  ' — ',
  ' → ',
  '|',
  '; ',
  ' «',
  '!',
)
const sentence = fc.array(fc.tuple(words, marks), { minLength: 1, maxLength: 12 }).map(parts => parts.flat().join(''))

test('two marks never meet, no space is doubled and none stands before a mark', () => {
  fc.assert(
    fc.property(sentence, fc.constantFrom('ru', 'en'), (text, locale) => {
      const spoken = spokenText(speakText(text, locale).pieces).replaceAll('a.m.', 'am').replaceAll('p.m.', 'pm')
      expect(spoken).not.toMatch(/[,.;:!?…]\s*[,.;:!?…]/)
      expect(spoken).not.toMatch(/\s{2}|\s[,.;:!?…]/)
    }),
    { numRuns: 1500 },
  )
})

test('words on the two sides of any mark stay two words', () => {
  fc.assert(
    fc.property(fc.constantFrom(...'|_\\^{}→/&+=;:,.!?…'), mark => {
      expect(spokenText(speakText(`id1${mark}не`, 'ru').pieces)).toMatch(/^айди один\P{L}(?:.*\P{L})?не$/u)
    }),
  )
})

test('what was said of a text does not depend on the quotes around it', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('«»', '“”', '""'), (word, quotes) => {
      const bare = spokenText(speakText(`Раздел ${word}.`, 'ru').pieces)
      expect(spokenText(speakText(`Раздел ${quotes.charAt(0)}${word}${quotes.charAt(1)}.`, 'ru').pieces)).toBe(bare)
    }),
  )
})
