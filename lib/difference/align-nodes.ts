import { diffArrays } from 'diff'
import { plainInlineText } from '#lib/document/plain-text.ts'
import type { Inline, Node } from '#lib/document/types.ts'

/** Two neighbours in the comparison: both, or one with nothing beside it. Indices into the two lists. */
export interface Aligned {
  before: number | null
  after: number | null
}

/** How alike two nodes must be to count as one that was changed: a lone pair may differ more. */
const enough = { pair: 0.2, many: 0.4 } as const

/** Most comparisons in one gap; above it (documents of thousands of changed blocks) nodes are paired by their place. */
const mostComparisons = 40_000

/** Lays two lists of nodes side by side, in order: equal ones first, and between them those that are most alike. */
export function alignNodes(before: readonly Node[], after: readonly Node[]): Aligned[] {
  const keys = [before, after].map(nodes => nodes.map(node => JSON.stringify(node))) as [string[], string[]]
  const result: Aligned[] = []
  let old: number[] = []
  let fresh: number[] = []
  let from = 0
  let to = 0
  const flush = () => {
    result.push(...alignGap(old, fresh, before, after))
    old = []
    fresh = []
  }
  for (const { value, added, removed } of diffArrays(keys[0], keys[1])) {
    for (const _ of value) {
      if (removed) old.push(from++)
      else if (added) fresh.push(to++)
      else {
        if (old.length + fresh.length > 0) flush()
        result.push({ before: from++, after: to++ })
      }
    }
  }
  flush()
  return result
}

function alignGap(old: number[], fresh: number[], before: readonly Node[], after: readonly Node[]): Aligned[] {
  const alone = [...old.map(index => ({ before: index, after: null })), ...fresh.map(index => ({ before: null, after: index }))]
  if (old.length === 0 || fresh.length === 0) return alone
  const least = old.length === 1 && fresh.length === 1 ? enough.pair : enough.many
  const like = (left: number, right: number) => {
    const score = similarity(before[left] as Node, after[right] as Node)
    // A cell stands for its column, whatever is in it.
    if (isCell(before[left]) && isCell(after[right])) return Math.max(score, 0.01)
    return score >= least ? score : 0
  }
  if (old.length * fresh.length > mostComparisons) return byPlace(old, fresh, like)
  return bestOf(
    old,
    fresh,
    old.map(left => fresh.map(right => like(left, right))),
  )
}

function byPlace(old: number[], fresh: number[], like: (left: number, right: number) => number): Aligned[] {
  return Array.from({ length: Math.max(old.length, fresh.length) }, (_, place): Aligned[] => {
    const [left, right] = [old[place], fresh[place]]
    if (left !== undefined && right !== undefined && like(left, right) > 0) return [{ before: left, after: right }]
    return [
      ...(left === undefined ? [] : [{ before: left, after: null }]),
      ...(right === undefined ? [] : [{ before: null, after: right }]),
    ]
  }).flat()
}

/** The order-preserving pairing with the greatest sum of likeness (dynamic programming over the two lists). */
function bestOf(old: number[], fresh: number[], scores: number[][]): Aligned[] {
  const best = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0))
  const at = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = fresh.length - 1; column >= 0; column--) {
      const score = scores[row]?.[column] ?? 0
      const paired = score > 0 ? score + at(row + 1, column + 1) : 0
      ;(best[row] as number[])[column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const result: Aligned[] = []
  let [row, column] = [0, 0]
  while (row < old.length || column < fresh.length) {
    const score = scores[row]?.[column] ?? 0
    if (score > 0 && at(row, column) === score + at(row + 1, column + 1))
      result.push({ before: old[row++] as number, after: fresh[column++] as number })
    else if (row < old.length && (column === fresh.length || at(row, column) === at(row + 1, column)))
      result.push({ before: old[row++] as number, after: null })
    else result.push({ before: null, after: fresh[column++] as number })
  }
  return result
}

/** 0 to 1: how many words two nodes have in common; nodes of different kinds have nothing, but for paragraphs and headings. */
export function similarity(left: Node, right: Node): number {
  if (left.type !== right.type && !(isLine(left) && isLine(right))) return 0
  const [some, others] = [wordsOf(left), wordsOf(right)]
  if (some.length + others.length === 0) return 0.5
  const counts = new Map<string, number>()
  for (const word of some) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      common++
      counts.set(word, left - 1)
    }
  }
  return (2 * common) / (some.length + others.length)
}

const isCell = (node: Node | undefined) => node?.type === 'tableCell' || node?.type === 'tableHeader'
const isLine = ({ type }: Node) => type === 'paragraph' || type === 'heading'
const known = new WeakMap<Node, string[]>()

function wordsOf(node: Node): string[] {
  let words = known.get(node)
  if (!words) {
    words =
      textOf(node)
        .toLowerCase()
        .match(/[\p{L}\p{N}.]+/gu) ?? []
    known.set(node, words)
  }
  return words
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'fact' || node.type === 'hardBreak') return plainInlineText([node as Inline])
  const own = 'attrs' in node && node.attrs ? Object.values(node.attrs).join(' ') : ''
  const inside = 'content' in node && node.content ? node.content.map(child => textOf(child as Node)) : []
  const isText = inside.length > 0 && (node.type === 'paragraph' || node.type === 'heading' || node.type === 'codeBlock')
  return [own, inside.join(isText ? '' : ' ')].join(' ')
}
