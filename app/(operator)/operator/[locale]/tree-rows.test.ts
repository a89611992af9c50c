import { expect, test } from 'vitest'
import { moveInTree, treeRows, wayTo } from './tree-rows.ts'

const leaf = (slug: string) => ({ slug, title: slug, description: '', count: 1, children: [] })
const nodes = [{ ...leaf('cards'), children: [{ ...leaf('debit'), children: [leaf('pin')] }, leaf('credit')] }, leaf('loans')]
const root = { title: 'Все', count: 9 }
const slugs = (open: string[]) => treeRows(nodes, new Set(open), root).map(({ slug }) => slug)

test('only what stands in open categories is to be seen, each with its level and place', () => {
  expect(slugs([])).toEqual([null, 'cards', 'loans'])
  expect(slugs(['cards'])).toEqual([null, 'cards', 'debit', 'credit', 'loans'])
  expect(slugs(['cards', 'debit'])).toEqual([null, 'cards', 'debit', 'pin', 'credit', 'loans'])
  expect(slugs(['debit'])).toEqual([null, 'cards', 'loans'])
  expect(treeRows(nodes, new Set(['cards']), root)[3]).toMatchObject({ level: 3, position: 2, siblings: 2, isOpen: null, parent: 'cards' })
})

test('arrows go through the tree, open and close it', () => {
  const rows = treeRows(nodes, new Set(['cards']), root)
  expect(moveInTree(rows, null, 'ArrowDown')).toEqual({ go: 'cards' })
  expect(moveInTree(rows, 'cards', 'ArrowUp')).toEqual({ go: null })
  expect(moveInTree(rows, 'cards', 'ArrowRight')).toEqual({ go: 'debit' })
  expect(moveInTree(rows, 'debit', 'ArrowRight')).toEqual({ open: 'debit' })
  expect(moveInTree(rows, 'cards', 'ArrowLeft')).toEqual({ close: 'cards' })
  expect(moveInTree(rows, 'credit', 'ArrowLeft')).toEqual({ go: 'cards' })
  expect(moveInTree(rows, 'loans', 'ArrowLeft')).toEqual({ go: null })
  expect(moveInTree(rows, null, 'ArrowLeft')).toBeNull()
  expect(moveInTree(rows, null, 'End')).toEqual({ go: 'loans' })
  expect(moveInTree(rows, 'loans', 'ArrowDown')).toBeNull()
  expect(moveInTree(rows, 'loans', 'Home')).toEqual({ go: null })
  expect(moveInTree(rows, 'gone', 'ArrowDown')).toBeNull()
})

test('the way to a category names what must be open for it to be seen', () => {
  expect(wayTo(nodes, 'pin')).toEqual(['cards', 'debit'])
  expect(wayTo(nodes, 'cards')).toEqual([])
  expect(wayTo(nodes, 'gone')).toEqual([])
})
