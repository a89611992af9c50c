import { fields, placeOf } from './fields.ts'
import type { Option, Query, QueryWord } from './query.ts'
import type { SearchIndex } from './search-index.ts'
import { fieldWeights, rankWeights } from './weights.ts'

/** A document with the sum of what its fields say of the query. */
export interface Candidate {
  document: number
  /** BM25 by field, summed. Not comparable between queries. */
  sum: number
  /** Weight of the query's words that the document has. */
  covered: number
}

/** How much a word of the query weighs: the rarest way to say it. */
export function wordWeight(index: SearchIndex, word: QueryWord): number {
  let rarest = Math.max(1, index.size)
  for (const option of word.options) {
    if (option.weight < 0.5) continue
    for (const key of option.keys) rarest = Math.min(rarest, index.postings.count(key))
  }
  const scale = (word.empty ? rankWeights.empty : 1) * (word.code ? rankWeights.code : 1)
  if (word.options.length === 0) return scale * Math.log(1 + index.size / 2)
  return scale * Math.log(1 + index.size / (rarest + 0.5))
}

/** Per index: sums by document, cleared as they are read. */
interface Scratch {
  total: Float32Array
  covered: Float32Array
  best: Float32Array
  option: Float32Array
  hits: Uint8Array
}
const scratches = new WeakMap<SearchIndex, Scratch>()

function scratchOf(index: SearchIndex): Scratch {
  const known = scratches.get(index)
  if (known && known.total.length >= index.end) return known
  const length = Math.ceil(index.end * 1.2) + 64
  const array = () => new Float32Array(length)
  const scratch = { total: array(), covered: array(), best: array(), option: array(), hits: new Uint8Array(length) }
  scratches.set(index, scratch)
  return scratch
}

/** A document that says less than this share of what the best one says of the query is no answer to it. */
const leastCovered = 0.34

/**
 * The documents that say most of the query, best first, at most `limit`, and how many say enough of it. Only those that `admits` takes; `visit` is called
 * for all that say enough, for counts.
 */
export function gather(
  index: SearchIndex,
  query: Query,
  limit: number,
  admits: ((document: number) => boolean) | null,
  visit?: (document: number) => void,
): { candidates: Candidate[]; total: number } {
  const scratch = scratchOf(index)
  const touched: number[] = []
  for (const word of query.words) addWord(index, word, scratch, touched)
  let most = 0
  for (const document of touched) most = Math.max(most, scratch.covered[document]!)
  const found: Candidate[] = []
  for (const document of touched) {
    const candidate = { document, sum: scratch.total[document]!, covered: scratch.covered[document]! }
    scratch.total[document] = 0
    scratch.covered[document] = 0
    if (candidate.sum <= 0 || candidate.covered < most * leastCovered) continue
    visit?.(document)
    if (!admits || admits(document)) found.push(candidate)
  }
  return { candidates: best(found, limit), total: found.length }
}

function addWord(index: SearchIndex, word: QueryWord, scratch: Scratch, touched: number[]): void {
  const here: number[] = []
  const weight = wordWeight(index, word)
  const { best, total, covered } = scratch
  for (const option of word.options) addOption(index, option, word, scratch, here)
  for (const document of here) {
    const sum = best[document]!
    best[document] = 0
    if (total[document] === 0) touched.push(document)
    total[document]! += sum
    covered[document]! += weight
  }
}

/** The best way to find the word in a document is the one that counts; where it takes several keys, all of them must be there. */
function addOption(index: SearchIndex, option: Option, word: QueryWord, scratch: Scratch, here: number[]): void {
  const { best, option: sums, hits } = scratch
  const seen: number[] = []
  const scale = (option.weight * (word.empty ? rankWeights.empty : 1) * (word.code ? rankWeights.code : 1)) / option.keys.length
  for (const key of option.keys) {
    scoreKey(index, key, (document, sum) => {
      if (hits[document] === 0) seen.push(document)
      sums[document]! += sum * scale
      hits[document]!++
    })
  }
  for (const document of seen) {
    const sum = hits[document] === option.keys.length ? sums[document]! : 0
    sums[document] = 0
    hits[document] = 0
    if (sum <= best[document]!) continue
    if (best[document] === 0) here.push(document)
    best[document] = sum
  }
}

/** BM25 of one key in every field, summed: each field has its own rarity and its own usual length. */
function scoreKey(index: SearchIndex, key: number, visit: (document: number, sum: number) => void): void {
  const { k1 } = rankWeights
  const parts: { shift: number; mask: number; scale: number; base: number; slope: number; lengths: Uint16Array }[] = []
  fields.forEach((field, number) => {
    const count = index.fieldCount(number, key)
    const { weight, b } = fieldWeights[field]
    if (count === 0 || weight === 0) return
    const rarity = Math.log(1 + (index.size - count + 0.5) / (count + 0.5))
    const [shift, mask] = placeOf(number)
    parts.push({
      ...{ shift, mask, scale: weight * rarity * (k1 + 1), base: k1 * (1 - b) },
      ...{ slope: (k1 * b) / index.lengths.average(number), lengths: index.lengths.of(number) },
    })
  })
  index.postings.each(key, (document, packed) => {
    let sum = 0
    for (const { shift, mask, scale, base, slope, lengths } of parts) {
      const count = (packed >>> shift) & mask
      if (count > 0) sum += (scale * count) / (count + base + slope * lengths[document]!)
    }
    if (sum > 0) visit(document, sum)
  })
}

function best(found: Candidate[], limit: number): Candidate[] {
  if (found.length > limit * 4) {
    const sums = Float32Array.from(found, ({ sum }) => sum).sort()
    const least = sums[sums.length - limit]!
    return found
      .filter(({ sum }) => sum >= least)
      .sort(compare)
      .slice(0, limit)
  }
  return found.sort(compare).slice(0, limit)
}

function compare(a: Candidate, b: Candidate): number {
  return b.sum - a.sum || a.document - b.document
}
