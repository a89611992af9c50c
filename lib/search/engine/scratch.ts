import { Pieces } from './pieces.ts'
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
  hereSums: Float32Array
  hereCount: number
}

/** Room for the closer look, kept from query to query. What stands there counts only under the stamp of the look that wrote it. */
export interface LookScratch {
  /** Newest stamp. */
  stamp: number
  /** By key: the stamp, and the first and the last place of what the query knows of it. */
  wayStamps: Uint32Array
  ways: Int32Array
  lastWays: Int32Array
  /** By key: the generation of the index, and the weight of the key in it. */
  weightStamps: Uint32Array
  weights: Float64Array
  /** By document, for this generation of the index: what the words of its texts weigh. */
  generation: number
  sums: (Float64Array | undefined)[]
  /** By word of the vocabulary: the stamp, and how many of the query's pieces it has. */
  gramStamps: Uint32Array
  grams: Uint16Array
  /** Pieces of the words that were looked at. */
  pieces: Pieces
  /** By key: the stamp of the answer that has it. */
  keyStamps: Uint32Array
}

const lookScratches = new WeakMap<SearchIndex, LookScratch>()

export function lookScratchOf(index: SearchIndex): LookScratch {
  const { words, keys } = index.vocabulary
  const known = lookScratches.get(index)
  if (known && known.ways.length >= keys.length && known.grams.length >= words.length && known.stamp < 0xffff_ff00) return known
  const [ofKeys, ofWords] = [Math.ceil(keys.length * 1.2) + 64, Math.ceil(words.length * 1.2) + 64]
  const scratch: LookScratch = {
    ...{ stamp: 0, wayStamps: new Uint32Array(ofKeys), ways: new Int32Array(ofKeys), lastWays: new Int32Array(ofKeys) },
    ...{ weightStamps: new Uint32Array(ofKeys), weights: new Float64Array(ofKeys), keyStamps: new Uint32Array(ofKeys) },
    ...{ generation: 0, sums: [] },
    ...{ gramStamps: new Uint32Array(ofWords), grams: new Uint16Array(ofWords), pieces: known?.pieces ?? new Pieces() },
  }
  lookScratches.set(index, scratch)
  return scratch
}

const scratches = new WeakMap<SearchIndex, Scratch>()

export function scratchOf(index: SearchIndex): Scratch {
  const known = scratches.get(index)
  if (known && known.total.length >= index.end) return known
  const length = Math.ceil(index.end * 1.2) + 64
  const floats = () => new Float32Array(length)
  const scratch: Scratch = {
    ...{ total: floats(), covered: floats(), best: floats() },
    ...{ touched: new Uint32Array(length), count: 0, here: new Uint32Array(length), hereSums: floats(), hereCount: 0 },
  }
  scratches.set(index, scratch)
  return scratch
}
