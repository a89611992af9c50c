import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { importNow } from './import.fixture.ts'

const facts = [
  '- {key: sms.fee, type: money, unit: RUB, title: {ru: Стоимость СМС}, values: [{value: "60"}]}',
  '- {key: old.rate, type: percent, title: {ru: Старая ставка}, values: [{value: "5", validTo: 2020-01-01}]}',
].join('\n')

async function found(text: string, name = 'Тарифы') {
  const istok = openTestIstok()
  await importNow(istok, { 'facts.yaml': facts })
  return (await importNow(istok, { 'a.md': `# ${name}\n\n${text}\n` }, { dryRun: true })).contradictions
}

test.each([
  ['Стоимость СМС — 99 рублей.', '99 рублей'],
  ['Другое. Стоимость СМС составит 1 000 ₽ в месяц. Третье.', '1 000 ₽'],
])('%s is told beside the fact', async (text, value) => {
  expect(await found(text)).toMatchObject([{ file: 'a.md', value, fact: { key: 'sms.fee', title: 'Стоимость СМС' } }])
})

test.each([
  'Стоимость СМС — 60 рублей.',
  'Стоимость СМС выросла на 10 процентов.',
  'Стоимость перевода — 99 рублей.',
  'СМС приходят бесплатно. Доставка стоит 99 рублей.',
  'Старая ставка была 7 %.',
  'Стоимость СМС не меняется.',
])('%s contradicts nothing', async text => {
  expect(await found(text)).toEqual([])
})

test('a sentence that names the fact with its title is told once, though the short answer says it again', async () => {
  expect(await found('В месяц СМС — 99 рублей.', 'Стоимость СМС')).toHaveLength(1)
})

test('a fact of another language contradicts nothing', async () => {
  const istok = openTestIstok()
  await importNow(istok, { 'facts.yaml': facts })
  const report = await importNow(istok, { 'en/a.md': '# Fees\n\nСтоимость СМС is 99 roubles.\n' }, { dryRun: true })
  expect(report.contradictions).toEqual([])
})
