import { expect, test } from 'vitest'
import { findSynonymFaults } from './find-synonym-faults.ts'

const entry = (id: string, terms: string[], direction: 'both' | 'one-way' = 'both', locale = 'ru') => ({ id, locale, terms, direction })
const kinds = (faults: ReturnType<typeof findSynonymFaults>, id: string) => faults.get(id)?.map(({ kind }) => kind)

test('an entry that another one says already is a duplicate, in any form of its words', () => {
  const faults = findSynonymFaults([
    entry('a', ['оклад', 'получка', 'аванс']),
    entry('b', ['получки', 'оклады']),
    entry('c', ['кеш', 'наличные']),
  ])
  expect(kinds(faults, 'b')).toEqual(['duplicate'])
  expect(kinds(faults, 'a')).toBeUndefined()
  expect(faults.has('c')).toBe(false)
})

test('the same pair both ways and one way is a contradiction, seen from both entries', () => {
  const faults = findSynonymFaults([entry('a', ['овердрафт', 'минус']), entry('b', ['овердрафт', 'минус', 'перерасход'], 'one-way')])
  expect(kinds(faults, 'a')).toEqual(['direction'])
  expect(kinds(faults, 'b')).toEqual(['direction'])
})

test('two forms of one word say nothing, and neither does what search knows by itself', () => {
  const faults = findSynonymFaults([entry('a', ['вклад', 'вклады']), entry('b', ['лк', 'личный кабинет'])])
  expect(kinds(faults, 'a')).toEqual(['same-word'])
  expect(kinds(faults, 'b')).toEqual(['built-in'])
})

test('a word in two groups that do not find one another is pointed out', () => {
  const faults = findSynonymFaults([entry('a', ['ипотека', 'жильё']), entry('b', ['ипотека', 'залог'])])
  expect(faults.get('a')).toEqual([{ kind: 'chain', terms: ['ипотека'], other: 'b' }])
})

test('languages do not meddle with one another', () => {
  expect(findSynonymFaults([entry('a', ['fee', 'tariff'], 'both', 'en'), entry('b', ['fee', 'tariff'], 'both', 'de')]).size).toBe(0)
})
