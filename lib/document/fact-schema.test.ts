import { expect, test } from 'vitest'
import { checkFactUnit, checkFactValue, factInputSchema } from './fact-schema.ts'
import type { FactType } from './facts.ts'

const fact = {
  key: 'fee.transfer',
  type: 'money',
  unit: 'RUB',
  title: { ru: 'Комиссия' },
  values: [
    { value: '30', validFrom: null, validTo: '2027-01-01T00:00:00Z' },
    { value: '50', validFrom: '2027-01-01T03:00:00+03:00', validTo: null },
  ],
}

function problems(input: unknown): string[] {
  return factInputSchema.safeParse(input).error?.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`) ?? []
}

test('a fact whose values follow one another without overlap is accepted', () => {
  expect(problems(fact)).toEqual([])
})

test.each<[FactType, string, boolean]>([
  ['money', '1500', true],
  ['money', '1500.50', true],
  ['money', '1 500', false],
  ['money', '1500,5', false],
  ['money', '-5', false],
  ['money', '1e3', false],
  ['money', '1234567890123456', false],
  ['percent', '1.5', true],
  ['percent', '1.5%', false],
  ['number', '-4', true],
  ['number', '007', false],
  ['duration', '3', true],
  ['duration', '1-3', true],
  ['duration', '3-1', false],
  ['duration', '1.5', false],
  ['date', '2028-02-29', true],
  ['date', '2027-02-29', false],
  ['date', '31.01.2027', false],
  ['timeRange', '09:00-21:00', true],
  ['timeRange', '22:00-06:00', true],
  ['timeRange', '00:00-24:00', true],
  ['timeRange', '24:00-06:00', false],
  ['timeRange', '9:00-21:00', false],
  ['timeRange', '09:00-09:00', false],
  ['phone', '+78005553535', true],
  ['phone', '900', true],
  ['phone', '8 800 555-35-35', false],
  ['phone', '+0123456789', false],
  ['url', 'https://example.com', true],
  ['url', 'javascript:alert(1)', false],
  ['url', 'article:other', false],
  ['text', 'Любой', true],
  ['text', '  ', false],
])('the %s %j is accepted: %j', (type, value, accepted) => {
  expect(checkFactValue(type, value) === null).toBe(accepted)
})

test.each<[FactType, string | null, boolean]>([
  ['money', 'RUB', true],
  ['money', 'rub', false],
  ['money', 'ZZZ', false],
  ['money', null, false],
  ['percent', null, true],
  ['percent', 'RUB', false],
  ['number', null, true],
  ['number', 'megabyte', true],
  ['number', 'parsec', false],
  ['duration', 'businessDay', true],
  ['duration', null, false],
  ['text', 'piece', false],
])('the unit of %s may be %j: %j', (type, unit, accepted) => {
  expect(checkFactUnit(type, unit) === null).toBe(accepted)
})

test('only text and addresses differ by locale', () => {
  expect(checkFactValue('text', { ru: 'Да', en: 'Yes' })).toBeNull()
  expect(checkFactValue('url', { ru: 'https://example.com/ru', en: 'javascript:alert(1)' })).toMatch(/address/)
  expect(checkFactValue('money', { ru: '1' })).toMatch(/all locales/)
  expect(checkFactValue('text', {})).toMatch(/at least/)
})

test('errors name the field and the limit', () => {
  const [first, second] = fact.values
  expect(problems({ ...fact, values: [first, { ...second, validFrom: first?.validFrom ?? null }] })).toEqual([
    'values.1.validFrom: begins at the same instant as another value of this fact',
  ])
  expect(problems({ ...fact, values: [{ value: '990' }, { value: '1290', validFrom: '2027-01-01T00:00:00+03:00' }] })).toEqual([])
  expect(problems({ ...fact, values: [{ value: '1', validFrom: '2027-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z' }] })).toEqual([
    'values.0.validFrom: validFrom has to be before validTo',
  ])
  expect(problems({ ...fact, values: [{ value: '1', validFrom: 'tomorrow', validTo: null }] })[0]).toMatch(
    /^values\.0\.validFrom: an ISO 8601/,
  )
  expect(problems({ ...fact, values: Array.from({ length: 201 }, () => first) })).toContain('values: at most 200 values')
  expect(problems({ ...fact, title: undefined })).toEqual([])
  expect(problems({ ...fact, title: { Russian: 'Комиссия' } })[0]).toMatch(/^title/)
  expect(problems({ ...fact, key: 'Fee Transfer' })[0]).toMatch(/^key/)
  expect(problems({ ...fact, note: 1 })[0]).toMatch(/note/)
})
