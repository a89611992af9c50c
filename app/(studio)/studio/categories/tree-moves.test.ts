import { expect, test } from 'vitest'
import { childrenOf, isBelow, placeAfterDrop, placeAfterMove, placeOf, treeAfter, withAncestors } from './tree-moves.ts'

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

test('a tree with one category elsewhere is the same tree else, and knows where everything stands', () => {
  const names = (parent: string | null, tree: { slug: string; parent: string | null }[]) => childrenOf(tree, parent).map(({ slug }) => slug)
  const first = treeAfter(all, 'transfers', { parent: 'cards', after: null })
  expect([names('cards', first), names(null, first)]).toEqual([
    ['transfers', 'debit', 'credit'],
    ['cards', 'loans'],
  ])
  expect(placeOf(first, 'transfers')).toEqual({ parent: 'cards', after: null })
  expect(names(null, treeAfter(all, 'debit', { parent: null, after: 'transfers' }))).toEqual(['cards', 'transfers', 'debit', 'loans'])
  for (const { slug } of all) {
    const same = treeAfter(all, slug, placeOf(all, slug))
    expect([names(null, same), names('cards', same)]).toEqual([names(null, all), names('cards', all)])
  }
  expect(treeAfter(all, 'none', { parent: null, after: null })).toEqual(all)
})

test('pushes follow one another through the tree as it would be', () => {
  const second = treeAfter(all, 'loans', placeAfterMove(all, 'loans', 'up') ?? placeOf(all, 'loans'))
  expect(placeAfterMove(second, 'loans', 'in')).toEqual({ parent: 'cards', after: 'credit' })
  expect(placeAfterMove(second, 'loans', 'down')).toEqual(placeOf(all, 'loans'))
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
