import { expect, test } from 'vitest'
import type { Block } from '#lib/document/types.ts'
import { compileChannel } from '../../compile-channel.ts'
import { doc, inlines, link, para, testResolution, testSource } from '../../test-source.ts'
import type { RenditionOf, Source } from '../../types.ts'

function speak(source: Source): { content: RenditionOf<'ivr'>['content']; facts: string[]; losses: string[] } {
  const { rendition, losses } = compileChannel(source, testResolution(), 'ivr')
  const { content, facts } = rendition as RenditionOf<'ivr'>
  return { content, facts: Object.keys(facts), losses: losses.map(({ level, reason }) => `${level} ${reason}`) }
}

function table(columns: number, rows: number): Block {
  const row = (type: 'tableHeader' | 'tableCell') => ({
    type: 'tableRow' as const,
    content: Array.from({ length: columns }, () => ({ type, content: [para('да')] })),
  })
  return { type: 'table', content: [row('tableHeader'), ...Array.from({ length: rows }, () => row('tableCell'))] }
}

const sentence = 'Это предложение занимает около шестидесяти знаков в тексте. '

test('a fact takes the case of the preposition before it, unless the author chose one', () => {
  expect(speak(testSource(doc('Не более {fee.min} и до {limit.day:nominative}.'))).content.script).toBe(
    'Не более пятидесяти рублей и до сто пятьдесят тысяч рублей.',
  )
  expect(speak(testSource(doc(para('Ответим в течение ', { type: 'text', text: '', marks: [] }, '{wait}.')))).content.script).toBe(
    'Ответим в течение пяти минут.',
  )
})

test.each([
  ['Плата за СМС ({fee.min}), не более.', 'Плата за эсэмэс, пятьдесят рублей, не более.'],
  ['«Ответ за {wait}» — «Быстро».', 'Ответ за пять минут — Быстро.'],
  ['Доставка занимает {term.delivery}.', 'Доставка занимает от одного до трёх рабочих дней.'],
  ['Доставим за {term.delivery}.', 'Доставим за один-три рабочих дня.'],
  ['Сумма не превышает {limit.day}.', 'Сумма не превышает ста пятидесяти тысяч рублей.'],
])('%s sounds as one text', (written, spoken) => {
  expect(speak(testSource(doc(written))).content.script).toBe(spoken)
})

test('a fact that ends with a full stop ends the sentence', () => {
  expect(speak(testSource(doc('We are open {hours}. Come in.'), { locale: 'en' })).content.script).toBe(
    'We are open from nine a.m. to nine p.m. Come in.',
  )
})

test('an answer that an ear can take is said whole', () => {
  const { content, losses } = speak(testSource(doc(sentence.repeat(4))))
  expect(content.seconds).toBeLessThanOrEqual(30)
  expect(losses).toEqual([])
  expect(content.segments.length).toBe(2)
})

test('a longer answer gives way to the short answer and an offer; only what is said counts as said', () => {
  const source = testSource(
    doc(sentence.repeat(8), 'Лимит {limit.day}.', { type: 'details', attrs: { summary: 'Ещё' }, content: [para('x')] }),
    { shortAnswer: inlines('Комиссия {fee.transfer}.') },
  )
  const { content, facts, losses } = speak(source)
  expect(content.script).toBe('Комиссия полтора процента.\nПолный ответ можем прислать ссылкой или соединить вас с оператором.')
  expect(facts).toEqual(['fee.transfer'])
  expect(losses).toEqual(['info answer-shortened'])
})

test('without a short answer the beginning is said, and that is a warning', () => {
  const { content, losses } = speak(testSource(doc(sentence.repeat(3), sentence.repeat(3), sentence.repeat(3))))
  expect(content.script.length).toBeLessThanOrEqual(420)
  expect(losses).toEqual(['warning short-answer-missing'])
})

test.each([
  ['in the text', ''],
  ['beside it', 'Подробно о том, что взять с собой. '],
])('a short answer that only leads in to a list gives way to the beginning of the list, the words being %s', (_where, opening) => {
  const items = Array.from({ length: 14 }, (_, index) => `Документ, который подтверждает доход за год номер ${index + 1} и заверен`)
  const list: Block = { type: 'bulletList', content: items.map(item => ({ type: 'listItem', content: [para(item)] })) }
  const { content, losses } = speak(testSource(doc(`${opening}Возьмите с собой:`, list), { shortAnswer: inlines('Возьмите с собой:') }))
  const lines = content.script.split('\n')
  expect(lines[0]).toBe('Возьмите с собой:')
  expect(lines.length).toBeGreaterThanOrEqual(4)
  expect(lines.join('\n')).toMatch(/документ, который подтверждает доход за год номер один и заверен/i)
  expect(lines.at(-1)).toBe('Полный ответ можем прислать ссылкой или соединить вас с оператором.')
  expect(content.script.length).toBeLessThanOrEqual(420)
  expect(losses).toEqual(['warning short-answer-leads-in'])
})

test('of a list of which nothing fits no torn words are said', () => {
  const item = `Документы ${'о доходах и расходах и обо всём остальном '.repeat(12)}`
  const list: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [para(item)] }] }
  const { content } = speak(testSource(doc('Возьмите с собой:', list), { shortAnswer: inlines('Возьмите с собой:') }))
  expect(content.script).toBe('Возьмите с собой.\nПолный ответ можем прислать ссылкой или соединить вас с оператором.')
})

test('a short answer that is too long itself is a warning', () => {
  const { losses } = speak(testSource(doc(sentence.repeat(9)), { shortAnswer: inlines(`Коротко ${sentence.repeat(8)}`) }))
  expect(losses).toEqual(['info answer-shortened', 'warning short-answer-too-long'])
})

test('a variation is said whole; too long is a warning, past the limit of an engine an error', () => {
  const long = (times: number) => testSource(doc('x'), { variations: { ivr: doc(sentence.repeat(times)) } })
  expect(speak(long(8)).losses).toEqual(['warning speech-too-long'])
  expect(speak(long(8)).content.script).toContain('шестидесяти')
  expect(speak(long(50)).losses).toEqual(['warning speech-too-long', 'error limit-exceeded'])
  expect(speak(long(90)).losses.filter(loss => loss.startsWith('error'))).toHaveLength(3)
})

test('a table of two columns and five rows is read, a larger one is offered as a link', () => {
  expect(speak(testSource(doc(table(2, 5)))).losses).toEqual([])
  expect(speak(testSource(doc(table(3, 1)))).losses).toEqual(['warning table-not-spoken'])
  expect(speak(testSource(doc(table(2, 6)))).content.script).toBe('Таблицу можем прислать ссылкой.')
})

test('folded details and addresses are not said, and that is reported', () => {
  const details: Block = { type: 'details', attrs: { summary: 'Подробности' }, content: [para('Скрыто.')] }
  const { content, losses } = speak(testSource(doc(para('На ', link('сайте', 'https://bank.example/a')), details)))
  expect(content.script).toBe('На сайте.')
  expect(losses).toEqual(['info link-not-spoken', 'info details-not-spoken'])
})

test('what cannot be said is a warning at its paragraph', () => {
  const { losses } = compileChannel(testSource(doc('Просто.', 'Файл xkcd.')), testResolution(), 'ivr')
  expect(losses).toMatchObject([{ reason: 'unspeakable', path: '/content/1' }])
})

test('a long sentence is cut into chunks, and the chunks take as long as the whole', () => {
  const { content } = speak(
    testSource(doc('x'), { variations: { ivr: doc(`${'очень длинное предложение без единой точки '.repeat(12)}конец.`) } }),
  )
  for (const { text } of content.segments) expect(text.length).toBeLessThanOrEqual(220)
  const sum = content.segments.reduce((all, { seconds }) => all + seconds, 0)
  expect(Math.abs(sum - content.seconds)).toBeLessThan(0.5)
})

test('hard breaks and missing stops become sentences', () => {
  expect(speak(testSource(doc(para('Первое', { type: 'hardBreak' }, 'второе')))).content.script).toBe('Первое. Второе.')
})

test('a sentence that leads to a list is not said when the list is not', () => {
  const long = Array.from({ length: 12 }, () => sentence).join('')
  const ask = (short: string) => speak({ ...testSource(doc(long)), shortAnswer: inlines(short) }).content.script.split('\n')[0]
  expect(ask('Карту можно заменить. Выполните следующие действия:')).toBe('Карту можно заменить.')
})

test('a short answer that opens the text under a heading is said once', () => {
  const lead = 'Комиссия за перевод — полтора процента от суммы.'
  const body = doc({ type: 'heading', attrs: { level: 2 }, content: inlines('Сколько стоит') }, lead, 'Деньги придут сразу.')
  expect(speak({ ...testSource(body), shortAnswer: inlines(lead) }).content.script).toBe(`Сколько стоит.\n${lead}\nДеньги придут сразу.`)
})

test('script and segments read as text: a name or a number at the start of a sentence has a capital, an item of a list has not', () => {
  const { content } = speak(testSource(doc('PIN-код задают в приложении. 2 попытки — и всё. Open от 9 a.m. до 18:00')))
  expect(content.script).toMatch(/^Пин-код задают в приложении\. Две попытки/)
  expect(content.segments.map(({ text }) => text).join(' ')).toBe(content.script)
})
