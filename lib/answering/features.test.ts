import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildFeatureSpace, countFeatures, readFeatures, weighFeatures } from './features.ts'

const phrasings = ['как заблокировать карту', 'сколько стоит перевод', 'where is my card', 'перевод не пришёл']
const space = buildFeatureSpace(phrasings.map(readFeatures), 10_000)
const weigh = (text: string) => weighFeatures(countFeatures(space, readFeatures(text)), space.frequencies, space.size)

function cosine(a: string, b: string): number {
  const values = new Map([...weigh(a).ids].map((id, at) => [id, weigh(a).values[at]!]))
  return [...weigh(b).ids].reduce((sum, id, at) => sum + (values.get(id) ?? 0) * weigh(b).values[at]!, 0)
}

test('a phrasing of the space has length 1 and holds nothing unknown', () => {
  for (const phrasing of phrasings) {
    expect(cosine(phrasing, phrasing)).toBeCloseTo(1, 5)
    expect(weigh(phrasing).unknown).toBe(0)
  }
})

test('forms of a word and slips of the pen stay near', () => {
  expect(cosine('заблокирована карта', 'как заблокировать карту')).toBeGreaterThan(0.4)
  expect(cosine('заблакировать карту', 'как заблокировать карту')).toBeGreaterThan(0.4)
  expect(cosine('заблокировать карту', 'сколько стоит перевод')).toBeLessThan(0.2)
})

test('words that no phrasing holds count as unknown', () => {
  expect(weigh('гиппопотам').unknown).toBe(1)
  expect(weigh('перевод гиппопотама').unknown).toBeGreaterThan(0.4)
})

test('numbers count by their length', () => {
  expect(readFeatures('перевод 500')).toEqual(readFeatures('перевод 700'))
  expect(readFeatures('перевод 500')).not.toEqual(readFeatures('перевод 50000'))
})

test('a full space keeps the frequent features', () => {
  const small = buildFeatureSpace(['a b', 'a c', 'a d'].map(readFeatures), 3)
  expect(small.ids.size).toBe(3)
  expect(small.ids.has('wa')).toBe(true)
})

test('no text makes features fail or lengths exceed 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const { ids, values, unknown } = weigh(text)
      expect(ids.length).toBe(values.length)
      expect(unknown).toBeGreaterThanOrEqual(0)
      expect(unknown).toBeLessThanOrEqual(1)
      expect(values.reduce((sum, value) => sum + value * value, 0)).toBeLessThan(1.0001)
    }),
  )
})
