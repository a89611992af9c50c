import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPersonalData } from './mask-personal-data.ts'

test.each([
  ['карта 4111 1111 1111 1111 не проходит', 'карта [card] не проходит'],
  ['карта 4111-1111-1111-1111', 'карта [card]'],
  ['my card is 5555555555554444.', 'my card is [card].'],
  ['мир 2200 0000 0000 0004', 'мир [card]'],
  ['счёт 40817810099910004312 закрыть', 'счёт [account] закрыть'],
  ['позвоните +7 (916) 123-45-67', 'позвоните [phone]'],
  ['мой номер 8 916 123 45 67, жду', 'мой номер [phone], жду'],
  ['9161234567', '[phone]'],
  ['call +44 20 7946 0958', 'call [phone]'],
  ['пишите на ivan.petrov+bank@mail.example.ru!', 'пишите на [email]!'],
  ['почта Иван@почта.рф', 'почта [email]'],
  ['снилс 112-233-445 95', 'снилс [snils]'],
  ['112-233-445 95', '[snils]'],
  ['инн 7707083893', 'инн [inn]'],
  ['500100732259', '[inn]'],
  ['паспорт 4510 123456', 'паспорт [passport]'],
  ['паспорт серия 45 10 номер 123456', 'паспорт серия [passport] номер [passport]'],
  ['45 10 123456', '[passport]'],
  ['мне пришёл код 4821, что делать', 'мне пришёл код [code], что делать'],
  ['the code is 120934', 'the code is [code]'],
  ['cvv 123', 'cvv [code]'],
  ['номер договора 123456789012345', 'номер договора [number]'],
])('%s', (question, masked) => {
  expect(maskPersonalData(question)).toBe(masked)
})

test.each([
  'перевод 1 500 рублей 22.11.2026',
  'с 01.02.2026-05.02.2026 не работало',
  'код ошибки 1024',
  'error code 503',
  'наберите *100#',
  'ставка 16,5 % на 12 месяцев',
  'справка 3-НДФЛ за 2025 год',
  'лимит 1 000 000 ₽',
])('leaves as it is: %s', question => {
  expect(maskPersonalData(question)).toBe(question)
})

const words = fc
  .array(fc.constantFrom('карта', 'card', 'не работает', 'please', 'мой', 'ё', '☃'), { maxLength: 4 })
  .map(list => list.join(' '))
const separator = fc.constantFrom('', ' ', '-', '\u00a0')

/** Digits with the last one chosen so that Luhn's sum fits. */
const cardDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }).map(digits => {
  const sum = digits.toReversed().reduce((total, digit, at) => total + (at % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit), 0)
  return [...digits, (10 - (sum % 10)) % 10].join('')
})

test('no card survives among any words and in any grouping', () => {
  fc.assert(
    fc.property(words, cardDigits, separator, words, (before, digits, between, after) => {
      const card = digits.match(/.{4}/g)!.join(between)
      const masked = maskPersonalData(`${before} ${card} ${after}`)
      expect(masked).toMatch(/\[(card|passport|code|number)\]/)
      expect(masked).not.toMatch(/\d/)
    }),
  )
})

test.each([', ', ',', '\n', '\r\n', ' | ', ';', ' * ', '·', '"', ' : '])('no card survives with %j between its groups', between => {
  expect(maskPersonalData(`карта ${['4111', '1111', '1111', '1111'].join(between)} не проходит`)).toBe('карта [card] не проходит')
})

test('four numbers of four digits that are no card stay: years, and limits of a list', () => {
  for (const text of ['за 2021, 2022, 2023, 2024 год', 'лимиты 1000, 1500, 2000, 2500']) expect(maskPersonalData(text)).toBe(text)
})

test('no address survives because something invisible stands in it', () => {
  for (const hidden of ['\u200b', '\u00ad', '\u2060', '\ufeff', '\u200d'])
    expect(maskPersonalData(`пишите на iv${hidden}an.petrov@ma${hidden}il.example`)).toBe('пишите на [email]')
})

test('no run of nine digits survives', () => {
  fc.assert(
    fc.property(words, fc.stringMatching(/^\d{9,30}$/), words, (before, digits, after) => {
      expect(maskPersonalData(`${before} ${digits} ${after}`)).not.toMatch(/\d{9}/)
    }),
  )
})

test('what is masked stays as it is, and texts without digits and addresses are left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
      const masked = maskPersonalData(text)
      expect(maskPersonalData(masked)).toBe(masked)
      if (!/[\p{Nd}@]/u.test(text) && !text.includes('(at)')) expect(masked).toBe(text)
    }),
  )
})
