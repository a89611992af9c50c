import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'

/** One visible row of the tree, as WAI-ARIA's tree pattern wants it said. */
export interface TreeRow {
  /** null: the root, everything. */
  slug: string | null
  title: string
  count: number
  /** From 1 on. */
  level: number
  position: number
  siblings: number
  /** null: nothing stands below. */
  isOpen: boolean | null
  /** Slug of the row above it in the tree; undefined: the root's own. */
  parent: string | null | undefined
}

/** The rows that are to be seen: the root, and below each open category what stands in it. */
export function treeRows(nodes: CategoryNode[], open: ReadonlySet<string>, root: { title: string; count: number }): TreeRow[] {
  const first: TreeRow = {
    slug: null,
    ...root,
    level: 1,
    position: 1,
    siblings: 1,
    isOpen: nodes.length > 0 ? true : null,
    parent: undefined,
  }
  return [first, ...rowsBelow(nodes, open, 2, null)]
}

function rowsBelow(nodes: CategoryNode[], open: ReadonlySet<string>, level: number, parent: string | null): TreeRow[] {
  return nodes.flatMap(({ slug, title, count, children }, at) => {
    const isOpen = children.length === 0 ? null : open.has(slug)
    const row: TreeRow = { slug, title, count, level, position: at + 1, siblings: nodes.length, isOpen, parent }
    return isOpen ? [row, ...rowsBelow(children, open, level + 1, slug)] : [row]
  })
}

/** The way from the top down to a category, itself left out; empty where it is not in the tree. */
export function wayTo(nodes: CategoryNode[], slug: string): string[] {
  for (const node of nodes) {
    if (node.slug === slug) return []
    const below = wayTo(node.children, slug)
    if (below.length > 0 || node.children.some(child => child.slug === slug)) return [node.slug, ...below]
  }
  return []
}

/** What a key does in a row of the tree: go to another one, open or close it; null: nothing. */
export type TreeMove = { go: string | null } | { open: string } | { close: string } | null

/** Arrows, Home and End as WAI-ARIA's tree pattern has them. */
export function moveInTree(rows: TreeRow[], at: string | null, key: string): TreeMove {
  const index = rows.findIndex(({ slug }) => slug === at)
  const row = rows[index]
  const go = (other: TreeRow | undefined): TreeMove => (other ? { go: other.slug } : null)
  if (!row) return null
  switch (key) {
    case 'ArrowDown':
      return go(rows[index + 1])
    case 'ArrowUp':
      return go(rows[index - 1])
    case 'Home':
      return go(rows[0])
    case 'End':
      return go(rows.at(-1))
    case 'ArrowRight':
      if (row.isOpen === false && row.slug !== null) return { open: row.slug }
      return row.isOpen ? go(rows[index + 1]) : null
    case 'ArrowLeft':
      if (row.isOpen && row.slug !== null) return { close: row.slug }
      return row.parent === undefined ? null : { go: row.parent }
    default:
      return null
  }
}
