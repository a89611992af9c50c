import { isNegation } from '../analyser/function-words.ts'
import { type Candidates, gather } from './gather.ts'
import { lookAt, mostOthers, type Reader, readerOf } from './look.ts'
import type { MatchedBy, Option, Query, QueryWord } from './query.ts'
import { lookScratchOf } from './scratch.ts'
import type { IndexedAnswer, SearchIndex } from './search-index.ts'
import { rankWeights } from './weights.ts'

export type Confidence = 'exact' | 'strong' | 'weak'

export interface Hit {
  document: number
  slug: string
  articleId: string
  /** What the order follows: 0 to 1, comparable between queries. */
  score: number
  confidence: Confidence
  matchedBy: readonly MatchedBy[]
}

/** A hit with what its place in the list is made of. */
export interface WeighedHit extends Hit {
  parts: RankParts
}

/** What an answer's place in the list is made of: the sum that `score` grows with. */
export interface RankParts {
  /** Every word, wherever it stands. */
  words: number
  /** The title or the question that is nearest to what was asked. */
  nearest: number
  /** Further questions that are near. */
  others: number
  /** The short answer. */
  short: number
  /** How much of what was asked is said at all. */
  coverage: number
  /** Likeness letter by letter. */
  letters: number
}

/** How many candidates are looked at closely. */
const closeLook = 40

/** From this sum of its parts on an answer is a strong one, and from this score: 92 of 100 first hits of such a sum are right, 65 of the lesser ones. */
const strongSum = 3.7
const strongScore = 0.6
/** What an answer in the very words of the question has at least, and no other one. */
const exactScore = 0.98
/** How steeply the score rises about a strong sum: as a hill of this power, 0.08 at a sum of 1.5 and 0.86 at 8. */
const steepness = 3
/** The sum at which that hill is half as high as it gets. */
const halfway = strongSum * (exactScore / strongScore - 1) ** (1 / steepness)

/** Columns of the table of candidates: the score, which the order follows, its band, then the parts. */
const columns = { score: 0, band: 1, parts: 2, width: 8 }
const bands: readonly Confidence[] = ['weak', 'strong', 'exact']
/** A row for each candidate of the query in hand; searches do this a lot, and objects would be made in vain for most of them. */
let table = new Float64Array(closeLook * columns.width)

/** The answers of an index to a query, the best first, and how many say enough of it. `admits` and `visit` as for `gather`. */
export function rank(
  index: SearchIndex,
  query: Query,
  limit: number,
  admits: ((document: number) => boolean) | null = null,
  visit?: (document: number) => void,
): { hits: Hit[]; total: number } {
  const { candidates, rows, total } = order(index, query, limit, admits, visit)
  return { hits: hitsOf(index, query, candidates, rows), total }
}

/** The same with what each hit's place is made of. */
export function rankInParts(index: SearchIndex, query: Query, limit: number): { hits: WeighedHit[]; total: number } {
  const { candidates, rows, total } = order(index, query, limit, null)
  const hits = hitsOf(index, query, candidates, rows).map((hit, at) => {
    const part = (number: number) => table[rows[at]! * columns.width + columns.parts + number]!
    return { ...hit, parts: { words: part(0), nearest: part(1), others: part(2), short: part(3), coverage: part(4), letters: part(5) } }
  })
  return { hits, total }
}

/** The candidates and which of their rows in the table are the best, best first. */
function order(
  index: SearchIndex,
  query: Query,
  limit: number,
  admits: ((document: number) => boolean) | null,
  visit?: (document: number) => void,
): { candidates: Candidates; rows: number[]; total: number } {
  const { candidates, total } = gather(index, query, Math.max(closeLook, limit), admits, visit)
  const reader = readerOf(index, query.words)
  const negated = query.words.some(word => !word.joined && isNegation(word.surface))
  if (table.length < candidates.count * columns.width) table = new Float64Array(candidates.count * columns.width)
  const rows: number[] = []
  for (let row = 0; row < candidates.count; row++) {
    lookClosely(index, candidates, row, reader, negated)
    insert(index, candidates, rows, row, limit)
  }
  return { candidates, rows, total }
}

/** Puts a row in its place among the best ones, of which there are at most `limit`. */
function insert(index: SearchIndex, candidates: Candidates, rows: number[], row: number, limit: number): void {
  let at = rows.length
  if (at === limit) {
    if (at === 0 || !isBefore(index, candidates, row, rows[at - 1]!)) return
    at--
  }
  for (; at > 0 && isBefore(index, candidates, row, rows[at - 1]!); at--) rows[at] = rows[at - 1]!
  rows[at] = row
}

/** Writes what a candidate is worth into its row. */
function lookClosely(index: SearchIndex, { documents, sums, covered }: Candidates, row: number, reader: Reader, negated: boolean): void {
  const at = row * columns.width
  const document = documents[row]!
  const look = lookAt(index, document, reader)
  const coverage = Math.min(1, covered[row]! / reader.whole)
  const parts = at + columns.parts
  table[parts] = sums[row]! / reader.whole
  table[parts + 1] = look.value
  table[parts + 2] = (rankWeights.others * look.others) / mostOthers
  table[parts + 3] = rankWeights.short * look.short
  table[parts + 4] = rankWeights.coverage * coverage
  table[parts + 5] = rankWeights.grams * look.letters
  let value = 0
  for (let part = parts; part < parts + 6; part++) value += table[part]!
  const band = bandOf(value, look.exact, negated && !hasNegation(index, index.answers[document]!))
  table[at + columns.score] = scoreOf(value, band)
  table[at + columns.band] = band
}

/** The place in `bands`. What says without a "not" what was asked with one is weak however near it is. */
function bandOf(sum: number, exact: boolean, weakened: boolean): number {
  if (weakened) return 0
  if (exact) return 2
  return sum >= strongSum ? 1 : 0
}

/** Grows with the sum of the parts within each band, and from band to band. */
function scoreOf(sum: number, band: number): number {
  const height = sum ** steepness / (sum ** steepness + halfway ** steepness)
  if (band === 2) return exactScore + (1 - exactScore) * height
  if (band === 0 && sum >= strongSum) return strongScore * (0.97 + 0.02 * height)
  return exactScore * height
}

function isBefore({ answers }: SearchIndex, { documents }: Candidates, one: number, other: number): boolean {
  const mine = table[one * columns.width + columns.score]!
  const theirs = table[other * columns.width + columns.score]!
  return mine === theirs ? answers[documents[one]!]!.slug < answers[documents[other]!]!.slug : mine > theirs
}

function hitsOf(index: SearchIndex, query: Query, candidates: Candidates, rows: readonly number[]): Hit[] {
  return rows.map(row => {
    const document = candidates.documents[row]!
    const { slug, articleId } = index.answers[document]!
    const at = row * columns.width
    const confidence = bands[table[at + columns.band]!]!
    return { document, slug, articleId, score: table[at + columns.score]!, confidence, matchedBy: waysOf(index, document, query.words) }
  })
}

function hasNegation(index: SearchIndex, { texts }: IndexedAnswer): boolean {
  const { words } = index.vocabulary
  return texts.some(word => isNegation(words[word]!))
}

const allWays: readonly MatchedBy[] = ['surface', 'stem', 'synonym', 'prefix', 'typo', 'layout', 'translit']
/** Every set of ways, by the bits of their places in the list. */
const waySets = Array.from({ length: 1 << allWays.length }, (_, set) => allWays.filter((_, way) => (set >> way) & 1))

function waysOf(index: SearchIndex, document: number, words: readonly QueryWord[]): readonly MatchedBy[] {
  const { keyOf } = index.vocabulary
  const scratch = lookScratchOf(index)
  const { keyStamps } = scratch
  const stamp = ++scratch.stamp
  const said = index.answers[document]!.words
  for (let at = 0; at < said.length; at++) keyStamps[keyOf[said[at]!]!] = stamp
  let ways = 0
  for (const word of words) {
    const option = word.empty ? undefined : firstOf(word.options, keyStamps, stamp)
    if (option) ways |= 1 << allWays.indexOf(option.by)
  }
  return waySets[ways]!
}

/** The first option of which the answer has every key. */
function firstOf(options: readonly Option[], keyStamps: Uint32Array, stamp: number): Option | undefined {
  for (const option of options) {
    let has = true
    for (let at = 0; at < option.keys.length && has; at++) has = keyStamps[option.keys[at]!] === stamp
    if (has) return option
  }
  return undefined
}
