import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '#lib/document/types.ts'
import { matchUnits, pairsOf, type Unit, unitsOf } from './translation-match.ts'

const block = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const content = (...texts: string[]): Unit[] =>
  unitsOf({ title: 'Т', shortAnswer: [], questions: [], document: { type: 'doc', content: texts.map(block) }, variations: {} })
const texts = fc.array(fc.constantFrom('а', 'б', 'в', 'г'), { maxLength: 7 })
const said = (source: Unit[], target: Unit[]) => pairsOf(matchUnits(source, target, null), source, target)

test('whatever was remembered, each part of both sides is in the rows once, the parts of the source in their order', () => {
  fc.assert(
    fc.property(texts, texts, texts, texts, (a, b, c, d) => {
      const [source, target] = [content(...c), content(...d)]
      for (const pairs of [null, [], said(content(...a), content(...b))]) {
        const rows = matchUnits(source, target, pairs)
        expect(rows.flatMap(row => row.source ?? [])).toEqual(source.map(({ path }) => path))
        expect(rows.flatMap(row => row.target ?? []).sort()).toEqual(target.map(({ path }) => path).sort())
        expect(rows.every(row => (row.state === 'extra') === (row.source === null))).toBe(true)
        expect(rows.every(row => (row.state === 'missing') === (row.target === null))).toBe(true)
      }
    }),
    { numRuns: 200 },
  )
})

test('what was said to agree and was not changed since agrees', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 6 }), words => {
      const [source, target] = [content(...words), content(...words.map(word => `${word} en`))]
      const states = matchUnits(source, target, said(source, target)).map(({ state }) => state)
      expect(new Set(states)).toEqual(new Set(['current']))
    }),
  )
})

test('a block that the source lost makes the translation’s block one too many, where it stood', () => {
  const [before, target] = [content('а', 'б', 'в'), content('a', 'b', 'c')]
  const rows = matchUnits(content('а', 'в'), target, said(before, target)).slice(3)
  expect(rows.map(({ state, source, target }) => [state, source, target])).toEqual([
    ['current', '/content/0', '/content/0'],
    ['extra', null, '/content/1'],
    ['current', '/content/1', '/content/2'],
  ])
})

test('a changed block shows what it was; without a translation everything is missing', () => {
  const [before, target] = [content('а', 'б'), content('a', 'b')]
  const rows = matchUnits(content('а', 'иначе'), target, said(before, target))
  expect(rows[4]).toEqual({ state: 'changed', source: '/content/1', target: '/content/1', before: block('б') })
  expect(matchUnits(before, [], null).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'missing'))
})
