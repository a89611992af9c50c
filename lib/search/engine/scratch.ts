import type { SearchIndex } from './search-index.ts'

/** Room for the sums of one query, kept from query to query: one number for each document, all zero between queries. */
export interface Scratch {
  /** By document: what the words so far say, and their weight. */
  total: Float32Array
  covered: Float32Array
  /** By document: what the word in hand says in the best way. */
  best: Float32Array
  /** Documents that have any word; documents that have the word in hand. */
  touched: Uint32Array
  count: number
  here: Uint32Array
  hereCount: number
  /** The list of the key in hand, and what each of its documents says. */
  list: Uint32Array
  sums: Float32Array
}

const scratches = new WeakMap<SearchIndex, Scratch>()

export function scratchOf(index: SearchIndex): Scratch {
  const known = scratches.get(index)
  if (known && known.total.length >= index.end) return known
  const length = Math.ceil(index.end * 1.2) + 64
  const floats = () => new Float32Array(length)
  const scratch: Scratch = {
    ...{ total: floats(), covered: floats(), best: floats(), sums: floats() },
    ...{ touched: new Uint32Array(length), count: 0, here: new Uint32Array(length), hereCount: 0, list: new Uint32Array(length * 2) },
  }
  scratches.set(index, scratch)
  return scratch
}
