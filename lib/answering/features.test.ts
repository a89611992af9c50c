import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCorpus } from './corpus.ts'
import { hashWord } from './feature-hash.ts'
import { buildFeatureSpace, findFeature } from './feature-space.ts'
import { readFeatures } from './features.ts'
import { rarityOf, roomForTextsOf, weigh } from './weigh.ts'

const phrasings = ['как заблокировать карту', 'сколько стоит перевод', 'where is my card', 'перевод не пришёл']
const space = buildFeatureSpace(phrasings.map(readFeatures), 10_000)
const rarity = rarityOf(space.frequencies, space.size)

function vectorOf(text: string): Map<number, number> {
  const corpus = readCorpus(space, [readFeatures(text)])
  const room = roomForTextsOf(corpus)
  weigh(corpus, 0, rarity, room)
  return new Map([...room.ids].map((id, at) => [id, room.values[at]!]))
}

function cosine(a: string, b: string): number {
  const values = vectorOf(a)
  return [...vectorOf(b)].reduce((sum, [id, value]) => sum + (values.get(id) ?? 0) * value, 0)
}

test('a phrasing of the space has length 1', () => {
  for (const phrasing of phrasings) expect(cosine(phrasing, phrasing)).toBeCloseTo(1, 5)
})

test('forms of a word and slips of the pen stay near', () => {
  expect(cosine('заблокирована карта', 'как заблокировать карту')).toBeGreaterThan(0.4)
  expect(cosine('заблакировать карту', 'как заблокировать карту')).toBeGreaterThan(0.4)
  expect(cosine('заблокировать карту', 'сколько стоит перевод')).toBeLessThan(0.2)
})

test('words that no phrasing holds count as unknown: they make what is known shorter', () => {
  expect(vectorOf('щъ').size).toBe(0)
  expect(cosine('перевод гиппопотама', 'перевод гиппопотама')).toBeLessThan(cosine('перевод', 'перевод'))
})

test('numbers count by their length', () => {
  expect(readFeatures('перевод 500')).toEqual(readFeatures('перевод 700'))
  expect(readFeatures('перевод 500')).not.toEqual(readFeatures('перевод 50000'))
})

test('a full space keeps the frequent features, however many it has met', () => {
  const letters = 'bcdefghijklmnopqrstuvwxyz'.split('')
  const texts = letters.flatMap(one => letters.map(other => readFeatures(`a ${one}${other}${one}q${other}`)))
  const small = buildFeatureSpace(texts, 3)
  expect(small.hashes).toHaveLength(3)
  expect(findFeature(small, hashWord('a'))).toBeGreaterThanOrEqual(0)
  expect(small.frequencies[findFeature(small, hashWord('a'))]).toBe(texts.length)
  const large = buildFeatureSpace(texts, 100_000)
  expect(large.hashes.length).toBeGreaterThan(5000)
  for (const hash of large.hashes) expect(large.hashes[findFeature(large, hash)]).toBe(hash)
})

test('no text makes features fail or lengths exceed 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const { hashes, counts, ends } = readFeatures(text)
      expect(counts).toHaveLength(hashes.length)
      expect(ends[2]).toBe(hashes.length)
      expect([...vectorOf(text).values()].reduce((sum, value) => sum + value * value, 0)).toBeLessThan(1.0001)
    }),
  )
})
