import type { Block } from '#lib/document/types.ts'
import { type MergedPart, mergeLists } from './merge-lists.ts'

type Container = { type: string; attrs?: unknown; content: Container[] }

/** Containers whose parts may be merged one by one; the rows of a table must fit each other. */
const containers = new Set(['bulletList', 'orderedList', 'steps', 'listItem', 'step', 'callout', 'quote', 'details', 'only'])

/** Merges the blocks of a document. Where both changed the same list, procedure or box, its parts are merged when they do not touch. */
export function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): MergedPart<Block>[] {
  return mergeLists(base, mine, theirs, JSON.stringify, reconcile) as MergedPart<Block>[]
}

function reconcile<T>(base: T[], mine: T[], theirs: T[]): T[] | null {
  if (base.length !== 1 || mine.length !== 1 || theirs.length !== 1) return null
  const [from, left, right] = [base[0], mine[0], theirs[0]] as unknown as [Container, Container, Container]
  if (!containers.has(from.type) || from.type !== left.type || from.type !== right.type) return null
  const attributes = [from, left, right].map(({ attrs }) => JSON.stringify(attrs))
  if (new Set(attributes).size !== 1) return null
  const parts = mergeLists(from.content, left.content, right.content, JSON.stringify, reconcile)
  const content = parts.flatMap(part => (part.kind === 'settled' ? part.content : []))
  if (content.length === 0 || parts.some(({ kind }) => kind === 'conflict')) return null
  return [{ ...left, content }] as unknown as T[]
}
