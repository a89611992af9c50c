import { fields, placeOf } from './fields.ts'
import type { SearchIndex } from './search-index.ts'
import { fieldWeights, rankWeights } from './weights.ts'

/** The documents that have a key, and what they say of it: BM25 in every field, summed. */
export interface Scored {
  documents: Uint32Array
  sums: Float32Array
}

/** Postings whose scores are remembered in each of two halves, of which the older goes when the newer is full; 8 bytes each. At least, and by answer. */
const remembered = { least: 250_000, each: 20 }
/** Postings in the lists of words that are kept, of which all go when there are more; 8 bytes each. At least, and by answer. */
const listed = { least: 1_500_000, each: 40 }
/** A list longer than this share of what is remembered is worked out each time. */
const longest = 1 / 5

function roomFor({ least, each }: typeof remembered, { end }: SearchIndex): number {
  return Math.max(least, each * end)
}

/** Scores of the keys that were asked for since an answer last came or went. */
export class Scores {
  #generation = 0
  #known = new Map<number, Scored>()
  #former = new Map<number, Scored>()
  #kept = 0
  /** Another number when the kept lists of words are forgotten: more postings stand in them than there is room for. */
  #epoch = 1
  #listed = 0

  get epoch(): number {
    return this.#epoch
  }

  /** Whether a list of so many documents may be kept for a word, in the present epoch. */
  keeps(index: SearchIndex, length: number): boolean {
    if (length > longest * roomFor(remembered, index)) return false
    if (this.#listed + length > roomFor(listed, index)) {
      this.#epoch++
      this.#listed = 0
    }
    this.#listed += length
    return true
  }

  of(index: SearchIndex, key: number): Scored {
    if (this.#generation !== index.generation) {
      this.#generation = index.generation
      this.#known = new Map()
      this.#former = new Map()
      this.#kept = 0
      this.#epoch++
      this.#listed = 0
    }
    const known = this.#known.get(key)
    if (known) return known
    const scored = this.#former.get(key) ?? score(index, key)
    const { length } = scored.documents
    const room = roomFor(remembered, index)
    if (length > longest * room) return scored
    if (this.#kept + length > room) {
      this.#former = this.#known
      this.#known = new Map()
      this.#kept = 0
    }
    this.#kept += length
    this.#known.set(key, scored)
    return scored
  }
}

/** Each field has its own rarity and its own usual length. */
function score(index: SearchIndex, key: number): Scored {
  const { k1 } = rankWeights
  const pairs = new Uint32Array(index.postings.count(key) * 2)
  const length = index.postings.read(key, pairs)
  const sums = new Float32Array(length >> 1)
  fields.forEach((field, number) => {
    const count = index.fieldCount(number, key)
    const { weight, b } = fieldWeights[field]
    if (count === 0 || weight === 0) return
    const scale = weight * Math.log(1 + (index.breadth - count + 0.5) / (count + 0.5)) * (k1 + 1)
    const [shift, mask] = placeOf(number)
    const base = k1 * (1 - b)
    const slope = (k1 * b) / index.lengths.average(number)
    const lengths = index.lengths.of(number)
    for (let at = 0; at < length; at += 2) {
      const times = (pairs[at + 1]! >>> shift) & mask
      if (times > 0) sums[at >> 1]! += (scale * times) / (times + base + slope * lengths[pairs[at]!]!)
    }
  })
  const documents = new Uint32Array(sums.length)
  for (let at = 0; at < documents.length; at++) documents[at] = pairs[at * 2]!
  return { documents, sums }
}
