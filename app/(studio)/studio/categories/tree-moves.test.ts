import { expect, test } from 'vitest'
import { isBelow, placeAfterDrop, placeAfterMove, withAncestors } from './tree-moves.ts'

const all = [
  { slug: 'cards', parent: null },
  { slug: 'debit', parent: 'cards' },
  { slug: 'credit', parent: 'cards' },
  { slug: 'transfers', parent: null },
  { slug: 'loans', parent: null },
]

test('one step up, down, in and out', () => {
  expect(placeAfterMove(all, 'loans', 'up')).toEqual({ parent: null, after: 'cards' })
  expect(placeAfterMove(all, 'transfers', 'up')).toEqual({ parent: null, after: null })
  expect(placeAfterMove(all, 'cards', 'down')).toEqual({ parent: null, after: 'transfers' })
  expect(placeAfterMove(all, 'transfers', 'in')).toEqual({ parent: 'cards', after: 'credit' })
  expect(placeAfterMove(all, 'debit', 'out')).toEqual({ parent: null, after: 'cards' })
})

test('at the edges there is nowhere to go', () => {
  expect(placeAfterMove(all, 'cards', 'up')).toBeNull()
  expect(placeAfterMove(all, 'loans', 'down')).toBeNull()
  expect(placeAfterMove(all, 'debit', 'in')).toBeNull()
  expect(placeAfterMove(all, 'loans', 'out')).toBeNull()
  expect(placeAfterMove(all, 'nothing', 'up')).toBeNull()
})

test('what is dropped goes before, after or into its goal, and never into what is in it', () => {
  expect(placeAfterDrop(all, 'loans', 'transfers', 'before')).toEqual({ parent: null, after: 'cards' })
  expect(placeAfterDrop(all, 'cards', 'loans', 'after')).toEqual({ parent: null, after: 'loans' })
  expect(placeAfterDrop(all, 'loans', 'cards', 'into')).toEqual({ parent: 'cards', after: 'credit' })
  expect(placeAfterDrop(all, 'cards', 'credit', 'into')).toBeNull()
  expect(placeAfterDrop(all, 'cards', 'cards', 'after')).toBeNull()
  expect(isBelow(all, 'debit', 'cards')).toBe(true)
  expect(isBelow(all, 'cards', 'debit')).toBe(false)
})

test('what is looked for is shown with what stands above it, and nothing else', () => {
  const all = [
    { slug: 'a', parent: null },
    { slug: 'b', parent: 'a' },
    { slug: 'c', parent: 'b' },
    { slug: 'd', parent: 'a' },
  ]
  expect([...withAncestors(all, ({ slug }) => slug === 'c')].sort()).toEqual(['a', 'b', 'c'])
  expect(withAncestors(all, () => false).size).toBe(0)
})
