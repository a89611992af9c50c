import type { Option, Query, QueryWord } from './query.ts'
import { type Scratch, scratchOf } from './scratch.ts'
import type { SearchIndex } from './search-index.ts'
import { TopList } from './top-list.ts'
import { rankWeights } from './weights.ts'

/** Documents with the sums of what their fields say of the query, best first. One and the same for all queries: what it holds is good until the next one. */
export interface Candidates {
  count: number
  documents: Uint32Array
  /** BM25 by field, summed. Not comparable between queries. */
  sums: Float32Array
  /** Weight of the query's words that the document has. */
  covered: Float32Array
}

const candidates: Candidates = { count: 0, documents: new Uint32Array(64), sums: new Float32Array(64), covered: new Float32Array(64) }
const best = new TopList()

/** How much a word of the query weighs: the rarest way to say it. */
export function wordWeight(index: SearchIndex, word: QueryWord): number {
  const { memo } = word
  if (memo === undefined) return weigh(index, word)
  if (memo.generation !== index.generation) {
    memo.generation = index.generation
    memo.weight = weigh(index, word)
    memo.documents = null
  }
  return memo.weight
}

function weigh(index: SearchIndex, word: QueryWord): number {
  let rarest = index.breadth
  for (const option of word.options) {
    if (option.weight < 0.5) continue
    for (const key of option.keys) rarest = Math.min(rarest, index.postings.count(key))
  }
  const scale = (word.empty ? rankWeights.empty : 1) * (word.code ? rankWeights.code : 1)
  if (word.options.length === 0) return scale * Math.log(1 + index.breadth / 2)
  return scale * Math.log(1 + index.breadth / (rarest + 0.5))
}

/** A document that says less than this share of what the best one says of the query is no answer to it. */
const leastCovered = 0.25

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
): { candidates: Candidates; total: number } {
  const scratch = scratchOf(index)
  const asks = query.words.some(({ empty }) => !empty)
  for (const word of query.words) if (!word.empty || !asks) addWord(index, word, scratch, true)
  // Whoever asks about something that no answer says is not told those that have a "for" or a "how" in common with the question.
  if (asks && scratch.count > 0) {
    const finds = canFind(index, query, scratch)
    for (const word of query.words) if (word.empty) addWord(index, word, scratch, finds)
  }
  const { touched, total: sums, covered, count } = scratch
  let most = 0
  for (let at = 0; at < count; at++) if (covered[touched[at]!]! > most) most = covered[touched[at]!]!
  const least = most * leastCovered
  best.begin(limit)
  let total = 0
  for (let at = 0; at < count; at++) {
    const document = touched[at]!
    if (covered[document]! < least) continue
    visit?.(document)
    if (admits !== null && !admits(document)) continue
    total++
    best.offer(document, sums)
  }
  take(sums, covered)
  for (let at = 0; at < count; at++) {
    sums[touched[at]!] = 0
    covered[touched[at]!] = 0
  }
  scratch.count = 0
  return { candidates, total }
}

/** Whether documents that have only the words that say nothing may say enough of the query beside those that were found by the others. */
function canFind(index: SearchIndex, { words }: Query, { touched, covered, count }: Scratch): boolean {
  let most = 0
  for (let at = 0; at < count; at++) if (covered[touched[at]!]! > most) most = covered[touched[at]!]!
  return words.reduce((sum, word) => sum + (word.empty ? wordWeight(index, word) : 0), 0) >= most * leastCovered
}

/** `finds`: documents that only have this word so far are found by it, too. */
function addWord(index: SearchIndex, word: QueryWord, scratch: Scratch, finds: boolean): void {
  const weight = wordWeight(index, word)
  const { memo } = word
  if (memo?.documents && memo.sums && memo.epoch === index.scores.epoch) {
    addAllOf(memo.documents, memo.sums, memo.documents.length, { weight, scale: 1, finds }, scratch)
    return
  }
  const [only] = word.options
  if (word.options.length === 1 && only!.keys.length === 1) {
    const { documents, sums } = index.scores.of(index, only!.keys[0]!)
    addAllOf(documents, sums, documents.length, { weight, scale: scaleOf(only!, word), finds }, scratch)
    return
  }
  const { best, here } = scratch
  scratch.hereCount = 0
  for (const option of word.options) {
    if (option.keys.length === 1) addKey(index, option.keys[0]!, scaleOf(option, word), scratch)
    else addAll(index, option, word, scratch)
  }
  const count = scratch.hereCount
  const { hereSums } = scratch
  for (let at = 0; at < count; at++) {
    hereSums[at] = best[here[at]!]!
    best[here[at]!] = 0
  }
  addAllOf(here, hereSums, count, { weight, scale: 1, finds }, scratch)
  if (memo === undefined || memo.uses++ === 0 || !index.scores.keeps(index, count)) return
  memo.documents = here.slice(0, count)
  memo.sums = hereSums.slice(0, count)
  memo.epoch = index.scores.epoch
}

interface Adding {
  weight: number
  scale: number
  finds: boolean
}

function addAllOf(documents: Uint32Array, sums: Float32Array, length: number, { weight, scale, finds }: Adding, scratch: Scratch): void {
  const { total, covered, touched } = scratch
  let { count } = scratch
  for (let at = 0; at < length; at++) {
    const document = documents[at]!
    const before = total[document]!
    if (before === 0) {
      if (!finds) continue
      touched[count++] = document
    }
    total[document] = before + sums[at]! * scale
    covered[document]! += weight
  }
  scratch.count = count
}

/** Puts the best documents in their order. */
function take(sums: Float32Array, covered: Float32Array): void {
  if (candidates.documents.length < best.length) {
    candidates.documents = new Uint32Array(best.length)
    candidates.sums = new Float32Array(best.length)
    candidates.covered = new Float32Array(best.length)
  }
  candidates.count = best.length
  best.takeInto(candidates.documents)
  for (let at = 0; at < candidates.count; at++) {
    candidates.sums[at] = sums[candidates.documents[at]!]!
    candidates.covered[at] = covered[candidates.documents[at]!]!
  }
}

function scaleOf(option: Option, word: QueryWord): number {
  return (option.weight * (word.empty ? rankWeights.empty : 1) * (word.code ? rankWeights.code : 1)) / option.keys.length
}

/** The best way to find the word in a document is the one that counts. */
function addKey(index: SearchIndex, key: number, scale: number, scratch: Scratch): void {
  const { best, here } = scratch
  const { documents, sums } = index.scores.of(index, key)
  let count = scratch.hereCount
  for (let at = 0; at < documents.length; at++) {
    const document = documents[at]!
    const sum = sums[at]! * scale
    const before = best[document]!
    if (sum <= before) continue
    if (before === 0) here[count++] = document
    best[document] = sum
  }
  scratch.hereCount = count
}

/** Where an option takes several keys, all of them must be there. */
function addAll(index: SearchIndex, option: Option, word: QueryWord, scratch: Scratch): void {
  const { best, here } = scratch
  const scale = scaleOf(option, word)
  const together = new Map<number, { sum: number; keys: number }>()
  option.keys.forEach((key, number) => {
    const { documents, sums } = index.scores.of(index, key)
    for (let at = 0; at < documents.length; at++) {
      const document = documents[at]!
      const known = together.get(document)
      const sum = sums[at]! * scale
      if (number === 0) together.set(document, { sum, keys: 1 })
      else if (known?.keys === number) together.set(document, { sum: known.sum + sum, keys: number + 1 })
    }
  })
  for (const [document, { sum, keys }] of together) {
    if (keys < option.keys.length || sum <= best[document]!) continue
    if (best[document] === 0) here[scratch.hereCount++] = document
    best[document] = sum
  }
}
