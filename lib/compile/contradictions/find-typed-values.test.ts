import { describe, expect, test } from 'vitest'
import { compileChannel } from '../compile-channel.ts'
import { doc, inlines, testResolution, testSource } from '../test-source.ts'
import { extractValues } from './extract-values.ts'
import { writeDigits } from './number-words.ts'

/** Losses of a variation for IVR beside a base text, as "reason detail". */
function lossesOf(base: string, variation: string, locale = 'ru'): string[] {
  const source = testSource(doc(base), { locale, variations: { ivr: doc(variation) } })
  return compileChannel(source, testResolution(), 'ivr')
    .losses.filter(loss => loss.reason === 'contradiction' || loss.reason === 'typed-value')
    .map(loss => `${loss.reason} ${loss.message.en.replace(/^.*?: /, '')}`)
}

describe('a variation contradicts the article', () => {
  const cases: [base: string, variation: string, names: RegExp][] = [
    ['Комиссия {fee.transfer}.', 'Комиссия 2 %.', /«2 %» ≠ «1,5.% \(fee\.transfer\)»/],
    ['Комиссия {fee.transfer}.', 'Комиссия два процента.', /«2 процента» ≠/],
    ['Комиссия {fee.transfer}.', 'Комиссия 1,7 процента.', /1,7 процента/],
    ['Минимум {fee.min}.', 'Минимум 60 рублей.', /60 рублей/],
    ['Минимум {fee.min}.', 'Минимум шестьдесят рублей.', /60 рублей/],
    ['Лимит {limit.day}.', 'Лимит 200 000 ₽ в день.', /200.000.₽/],
    ['Лимит {limit.day}.', 'Лимит 200 тыс. руб.', /200 тыс\. руб\./],
    ['Лимит {limit.day}.', 'Лимит двести тысяч рублей.', /200000 рублей/],
    ['Минимум {fee.min}.', 'Минимум тысяча шестьсот рублей.', /«1600 рублей»/],
    ['Минимум {fee.min}.', 'Минимум тысяча рублей.', /«1000 рублей»/],
    ['Рассмотрим за {term.review}.', 'Рассмотрим за 5 рабочих дней.', /5 рабочих дней/],
    ['Рассмотрим за {term.review}.', 'Рассмотрим за 3 дня.', /3 дня/],
    ['Рассмотрим за {term.review}.', 'Рассмотрим за десять дней.', /10 дней/],
    ['Доставим за {term.delivery}.', 'Доставим за 5–7 рабочих дней.', /5–7 рабочих дней/],
    ['Ответим за {wait}.', 'Ответим за 10 минут.', /10 минут/],
    ['Храним {term.storage}.', 'Храним три недели, то есть 21 день.', /21 день/],
    ['Действует с {start}.', 'Действует с 31.12.2026.', /31\.12\.2026/],
    ['Действует с {start}.', 'Действует с 1 февраля 2027 года.', /1 февраля 2027/],
    ['Работаем {hours}.', 'Работаем с 9:00 до 18:00.', /9:00 до 18:00/],
    ['Работаем {hours}.', 'Работаем круглосуточно.', /круглосуточно/],
    ['Звоните {phone}.', 'Звоните 8 800 555-35-36.', /8 800 555-35-36/],
    ['Звоните {phone}.', 'Звоните +7 (495) 123-45-67.', /\+7 \(495\) 123-45-67/],
    ['Пакет {traffic}.', 'Пакет 50 ГБ.', /50 ГБ/],
    ['Комиссия 1,5 %.', 'Комиссия 3 %.', /«3 %» ≠ «1,5 %»/],
  ]
  test.each(cases)('%s | %s', (base, variation, names) => {
    const losses = lossesOf(base, variation)
    expect(losses).toHaveLength(1)
    expect(losses[0]).toMatch(/^contradiction/)
    expect(losses[0]).toMatch(names)
  })
})

describe('a variation types a value that is a fact', () => {
  const cases: [base: string, variation: string, names: string][] = [
    ['Комиссия {fee.transfer}.', 'Комиссия 1,5 %.', 'fee.transfer'],
    ['Комиссия {fee.transfer}.', 'Комиссия полтора процента.', 'fee.transfer'],
    ['Минимум {fee.min}.', 'Минимум 50 рублей.', 'fee.min'],
    ['Лимит {limit.day}.', 'Лимит 150\u00a0000\u00a0₽.', 'limit.day'],
    ['Лимит {limit.day}.', 'Лимит 150 тысяч рублей.', 'limit.day'],
    ['Лимит {limit.day}.', 'Лимит сто пятьдесят тысяч рублей.', 'limit.day'],
    ['Рассмотрим за {term.review}.', 'Рассмотрим за три рабочих дня.', 'term.review'],
    ['Храним {term.storage}.', 'Храним две недели.', 'term.storage'],
    ['Карта на {term.card}.', 'Карта на 60 месяцев.', 'term.card'],
    ['Действует с {start}.', 'Действует с 31 января 2027 года.', 'start'],
    ['Действует с {start}.', 'Действует с 31 января.', 'start'],
    ['Работаем {hours}.', 'Работаем с 9 до 21 часа.', 'hours'],
    ['Звоните {phone}.', 'Звоните 8-800-555-35-35.', 'phone'],
    ['Доставим за {term.delivery}.', 'Доставим за 1–3 рабочих дня.', 'term.delivery'],
  ]
  test.each(cases)('%s | %s', (base, variation, key) => {
    const losses = lossesOf(base, variation)
    expect(losses).toHaveLength(1)
    expect(losses[0]).toMatch(/^typed-value/)
    expect(losses[0]).toContain(`= ${key}`)
  })
})

describe('nothing is reported for', () => {
  const cases: [base: string, variation: string][] = [
    ['Комиссия {fee.transfer}.', 'Комиссия {fee.transfer}.'],
    ['Комиссия {fee.transfer}.', 'Подождите 30 секунд.'],
    ['Ответим за {wait}.', 'Позвоните до 18 часов.'],
    ['Доставим за {term.delivery}.', 'Доставим не позже 3 рабочих дней.'],
    ['Комиссия 2 % или {fee.transfer}.', 'Комиссия 2 %.'],
    ['Рассмотрим за пять дней или за {term.review}.', 'Рассмотрим за 5 дней.'],
    ['Комиссия {fee.transfer}.', 'Мы уверены на 100 %.'],
    ['Карта на {term.card}.', 'Тариф действует в 2027 году.'],
    ['Действует с {start}.', 'Офис закрыт 1 января.'],
    ['Звоните {phone}.', 'Наберите *100# или 900.'],
    ['Минимум {fee.min}.', 'Нажмите 1, чтобы продолжить.'],
    ['Минимум {fee.min}.', 'Один из операторов ответит вам.'],
    ['Храним {term.storage}.', 'Срок по договору № 14/2027.'],
    ['Просто текст.', 'Комиссия 2 %, лимит 5 000 ₽.'],
  ]
  test.each(cases)('%s | %s', (base, variation) => {
    expect(lossesOf(base, variation)).toEqual([])
  })
})

test('English variations are compared, too', () => {
  expect(lossesOf('The fee is {fee.min}.', 'The fee is 60 roubles.', 'en')[0]).toMatch(/^contradiction/)
  expect(lossesOf('It takes {term.review}.', 'It takes three business days.', 'en')[0]).toMatch(/^typed-value/)
  expect(lossesOf('The limit is {limit.day}.', 'The limit is ₽150,000.', 'en')[0]).toMatch(/^typed-value/)
  expect(lossesOf('Open {hours}.', 'Open 9 a.m. to 9 p.m.', 'en')[0]).toMatch(/^typed-value/)
})

test('a value typed beside its fact in the document is a warning in every channel that says it', () => {
  const source = testSource(doc('Комиссия {fee.transfer}.', 'То есть 1,5 % от суммы, но не меньше 70 ₽.'))
  const { losses } = compileChannel(source, testResolution(), 'website')
  expect(losses).toMatchObject([{ reason: 'typed-value', level: 'warning', path: '/content/1' }])
})

test('the short answer is compared with the facts of the document', () => {
  const source = testSource(doc('Комиссия {fee.transfer}.'), { shortAnswer: inlines('Комиссия 1,5 %.') })
  expect(compileChannel(source, testResolution(), 'agent').losses).toMatchObject([{ reason: 'typed-value', path: '/shortAnswer' }])
})

test('an internal block of the document is no part of what a public variation is compared with', () => {
  const base = doc('Минимум {fee.min}.', {
    type: 'only',
    attrs: { audience: 'internal' },
    content: [{ type: 'paragraph', content: inlines('Скидка 777 ₽.') }],
  })
  const source = testSource(base, { variations: { ivr: doc('Скидка 777 ₽.') } })
  const { losses } = compileChannel(source, testResolution(), 'ivr')
  expect(losses.map(loss => loss.reason)).toEqual(['contradiction'])
  expect(JSON.stringify(losses)).toContain('fee.min')
})

test.each([
  ['одна тысяча пятьсот рублей', '1500 рублей'],
  ['до ста пятидесяти тысяч', 'до 150000'],
  ['пяти-десяти', '5-10'],
  ['двадцать один день', '21 день'],
  ['десять, двадцать', '10, 20'],
  ['ноль целых пять десятых процента', '0,5 процента'],
  ['две целых пять сотых', '2,05'],
  ['восемь с половиной процентов', '8,5 процентов'],
  ['тысяча мелочей', 'тысяча мелочей'],
])('spelled numbers are read: %s', (written, digits) => {
  expect(writeDigits(written, 'ru')).toBe(digits)
})

test('what stands in a text is found with its group', () => {
  const found = extractValues('Перевод от 10 до 5 000 ₽ стоит 0,5 %, придёт за 2 часа, звоните 8 (495) 123-45-67.', 'ru')
  expect(found.map(value => `${value.group}: ${value.values[0]}`)).toEqual([
    'phone: +74951234567',
    'money RUB: RUB 10–RUB 5000',
    'percent: percent 0.5',
    'duration hour: seconds 7200',
  ])
})
