import { expect, test } from 'vitest'
import { spokenText } from '../pieces.ts'
import { speakEnglish } from './speak-english.ts'

const say = (text: string) => spokenText(speakEnglish(text).pieces)

test.each([
  ['in 2–5 days', 'in two to five days'],
  ['It takes 1-3 business days.', 'It takes one to three business days.'],
  ['between 5–10 cards', 'between five and ten cards'],
  ['from 5 to 10 GB', 'from five to ten gigabytes'],
  ['up to $5–10', 'up to five to ten dollars'],
  ['5.5–7%', 'five point five to seven percent'],
  ['10–5', 'ten five'],
  ['300–500 ₽ a month', 'three hundred to five hundred roubles a month'],
])('a range fits after any word: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['ATMs', "A T M's"],
  ['SMSs', 'S M esses'],
  ['PINs', 'pins'],
  ['SIMs', 'sims'],
  ['the ATM’s screen', "the A T M's screen"],
  ["the PIN's length", "the pin's length"],
  ['IDs and OTPs.', "I D's and O T P's."],
  ['IDS', 'I D S'],
  ['As', 'As'],
  ['Cards', 'Cards'],
])('abbreviations keep their ending: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['100+ partners', 'more than one hundred partners'],
  ['over 1,000+ shops', 'over one thousand shops'],
  ['ages 18+', 'ages eighteen plus'],
  ['2+2', 'two plus two'],
])('a plus after a number: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['contract No. 123-45/2025', 'contract number one two three dash four five slash twenty twenty-five'],
  ['order #1234567', 'order number one two three four five six seven'],
  ['No. 5', 'number five'],
  ['code 1234', 'code one two three four'],
  ['card •••• 1234', 'card one two three four'],
  ['*100#', 'star one hundred hash'],
  ['version 2.10.3', 'version two point ten point three'],
  ['1234567890123456', 'one two three four five six seven eight nine zero one two three four five six'],
])('codes are dictated: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['May 1', 'May first'],
  ['May 1st, 2026', 'May first, twenty twenty-six'],
  ['1st of May 2026', 'May first, twenty twenty-six'],
  ['May 35', 'May thirty-five'],
  ['in 2026', 'in twenty twenty-six'],
  ['2,026 shops', 'two thousand twenty-six shops'],
  ['9:00–18:00', 'from nine a.m. to six p.m.'],
  ['We close at 6 p.m.', 'We close at six p.m.'],
  ['Open 9:00 a.m.–6:00 p.m.', 'Open from nine a.m. to six p.m.'],
  ['25:61', 'twenty-five: sixty-one'],
  ['24/7', 'twenty-four seven'],
])('dates and times: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['e.g. this', 'for example this'],
  ['cards etc.', 'cards et cetera.'],
  ['Mr. Smith', 'mister Smith'],
  ['tell me no.', 'tell me no.'],
  ['and/or', 'and or'],
  ['a && b', 'a and b'],
  ['snake_case', 'snake case'],
  ['“Limits”, then', 'Limits, then'],
  ['What?…', 'What?'],
  ['see (below).', 'see, below.'],
  ['Menu → Cards → Limits.', 'Menu, Cards, Limits.'],
  ['50 % off', 'fifty percent off'],
  ['½', 'one half'],
])('words and signs: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test.each([
  ['https://www.bank.ru/cards?x=1.', 'bank dot r u.'],
  ['info@my-bank.com', 'info at my dash bank dot com'],
  ['example.com/a, then', 'example dot com, then'],
  ['Read.Then', 'Read.Then'],
])('addresses: %s', (written, spoken) => {
  expect(say(written)).toBe(spoken)
})

test('what cannot be said is reported where it stands', () => {
  expect(speakEnglish('the XYZQ code 😀').unspeakable).toEqual([
    { text: 'XYZQ', from: 4, to: 8, reason: 'abbreviation' },
    { text: '😀', from: 14, to: 16, reason: 'symbol' },
  ])
})
