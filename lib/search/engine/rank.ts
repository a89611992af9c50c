import { isFunctionWord, isNegation } from '../analyser/function-words.ts'
import { type Candidate, gather, wordWeight } from './gather.ts'
import { gramLikeness, gramsOfQuery } from './grams.ts'
import type { MatchedBy, Query, QueryWord } from './query.ts'
import { type LookScratch, lookScratchOf } from './scratch.ts'
import type { IndexedAnswer, SearchIndex } from './search-index.ts'
import { rankWeights } from './weights.ts'

export type Confidence = 'exact' | 'strong' | 'weak'

export interface Hit {
  document: number
  slug: string
  articleId: string
  /** 0 to 1, comparable between queries. */
  score: number
  confidence: Confidence
  matchedBy: MatchedBy[]
  /** What the order follows; comparable within one query. */
  rank: number
  /** The sum that is `rank`, by what each part looks at. */
  parts: RankParts
}

/** What an answer's place in the list is made of. */
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

/** How many questions beside the nearest one count. */
const mostOthers = 3

/** How many candidates are looked at closely. */
const closeLook = 40

/** The answers of an index to a query, the best first, and how many say enough of it. `admits` and `visit` as for `gather`. */
export function rank(
  index: SearchIndex,
  query: Query,
  limit: number,
  admits: ((document: number) => boolean) | null = null,
  visit?: (document: number) => void,
): { hits: Hit[]; total: number } {
  const { candidates, total } = gather(index, query, Math.max(closeLook, limit), admits, visit)
  const reader = readerOf(index, query)
  const hits = candidates.map(candidate => reader(candidate))
  hits.sort((a, b) => b.rank - a.rank || b.score - a.score || (a.slug < b.slug ? -1 : 1))
  return { hits: hits.slice(0, limit).map(hit => ({ ...hit, matchedBy: waysOf(index, hit.document, query.words) })), total }
}

/** What the closer look needs of the query. */
interface Reader {
  words: readonly WordOfQuery[]
  /** Weight of all words together. */
  whole: number
  /** Every word that a key may stand for, by the place that `scratch.ways` names. */
  ways: readonly (readonly { number: number; weight: number }[])[]
  /** Every word that says something is in some answer. */
  complete: boolean
  scratch: LookScratch
  /** Under which the query's part of the scratch counts. */
  stamp: number
  /** By word of the query: where the text in hand says it, and how well. */
  places: Int32Array
  weights: Float64Array
  /** By place of the text in hand: 1 where the query says it. */
  here: Uint8Array
}

function readerOf(index: SearchIndex, query: Query): (candidate: Candidate) => Omit<Hit, 'matchedBy'> {
  const plain = query.words.filter(word => !word.joined)
  const reader = prepare(index, plain)
  const grams = gramsOfQuery(plain.filter(word => !word.empty).map(word => word.surface))
  const negated = plain.some(word => isNegation(word.surface))
  return ({ document, sum, covered }) => {
    const answer = index.answers[document]!
    let best = look(index, answer.title, reader)
    let { exact } = best
    const near = [best.value]
    for (const question of answer.questions) {
      const closer = look(index, question, reader)
      near.push(closer.value)
      if (closer.value > best.value) best = closer
      exact ||= closer.exact
    }
    const others = near.sort((a, b) => b - a).slice(1, 1 + mostOthers)
    const short = look(index, answer.shortAnswer, reader)
    const coverage = Math.min(1, covered / reader.whole)
    const gramShare = rankWeights.grams === 0 ? 0 : gramLikeness(index, answer, grams, reader.scratch, reader.stamp)
    const parts: RankParts = {
      words: sum / reader.whole,
      nearest: best.value,
      others: (rankWeights.others * others.reduce((total, value) => total + value, 0)) / mostOthers,
      short: rankWeights.short * short.queryShare,
      coverage: rankWeights.coverage * coverage,
      letters: rankWeights.grams * gramShare,
    }
    const value = parts.words + parts.nearest + parts.others + parts.short + parts.coverage + parts.letters
    const score = scoreOf(coverage, best)
    return {
      ...{ document, slug: answer.slug, articleId: answer.articleId, rank: value, parts, score: exact ? Math.max(score, 0.98) : score },
      confidence: confidenceOf(exact, score, negated && !hasNegation(index, answer)),
    }
  }
}

interface WordOfQuery {
  weight: number
  surface: number | undefined
}

function prepare(index: SearchIndex, plain: readonly QueryWord[]): Reader {
  const scratch = lookScratchOf(index)
  const stamp = ++scratch.stamp
  const ways: { number: number; weight: number }[][] = []
  plain.forEach((word, number) => {
    const keys = new Map<number, number>()
    for (const option of word.options) {
      for (const key of option.keys) keys.set(key, Math.max(keys.get(key) ?? 0, option.weight / Math.sqrt(option.keys.length)))
    }
    for (const [key, weight] of keys) {
      if (scratch.wayStamps[key] !== stamp) {
        scratch.wayStamps[key] = stamp
        scratch.ways[key] = ways.length
        ways.push([])
      }
      ways[scratch.ways[key]!]!.push({ number, weight })
    }
  })
  const words = plain.map(word => ({ weight: wordWeight(index, word), surface: index.vocabulary.find(word.surface) }))
  return {
    ...{ words, ways, scratch, stamp, whole: words.reduce((sum, { weight }) => sum + weight, 0) || 1 },
    complete: plain.every(word => word.empty || word.options.length > 0),
    ...{ places: new Int32Array(words.length), weights: new Float64Array(words.length), here: new Uint8Array(64) },
  }
}

/** How much a key of a text weighs. */
function weightOf(index: SearchIndex, key: number, { weightStamps, weights }: LookScratch, stamp: number): number {
  if (weightStamps[key] !== stamp) {
    weightStamps[key] = stamp
    weights[key] = Math.log(1 + index.size / (index.postings.count(key) + 0.5))
  }
  return weights[key]!
}

interface Look {
  /** Share of the query, by weight, that the text says. */
  queryShare: number
  /** Share of the text that the query says. */
  textShare: number
  value: number
  /** Text and query say the same words. */
  exact: boolean
}

const nothing: Look = { queryShare: 0, textShare: 0, value: 0, exact: false }

/** Looks at a short text word by word. */
function look(index: SearchIndex, text: Uint32Array, reader: Reader): Look {
  if (!place(index, text, reader)) return nothing
  const { words, whole, complete, scratch, stamp, places, weights } = reader
  const { keyOf } = index.vocabulary
  if (reader.here.length < text.length) reader.here = new Uint8Array(text.length * 2)
  const here = reader.here.fill(0, 0, text.length)
  let [said, surfaces, pairs] = [0, 0, 0]
  for (let number = 0; number < words.length; number++) {
    const place = places[number]!
    if (place < 0) continue
    const { weight, surface } = words[number]!
    here[place] = 1
    said += weight * weights[number]!
    if (text[place] === surface) surfaces += weight
    if (number > 0 && places[number - 1]! >= 0 && place === places[number - 1]! + 1) pairs += weight
  }
  const queryShare = said / whole
  let [matched, all] = [0, 0]
  for (let place = 0; place < text.length; place++) {
    const weight = weightOf(index, keyOf[text[place]!]!, scratch, stamp)
    all += weight
    if (here[place] === 1) matched += weight
  }
  const textShare = matched / all
  const { titleShare, pairs: pairWeight, queryShare: queryWeight, surface } = rankWeights
  const value = titleShare * textShare * queryShare + queryWeight * queryShare + (pairWeight * pairs) / whole + (surface * surfaces) / whole
  return { queryShare, textShare, value, exact: complete && queryShare > 0.97 && saysNothingElse(index, text, here) }
}

/** Finds where the text says each word of the query best; false: it says none. */
function place(index: SearchIndex, text: Uint32Array, { ways, scratch, stamp, places, weights }: Reader): boolean {
  const { keyOf } = index.vocabulary
  const { wayStamps } = scratch
  places.fill(-1)
  weights.fill(0)
  let any = false
  for (let place = 0; place < text.length; place++) {
    const key = keyOf[text[place]!]!
    if (wayStamps[key] !== stamp) continue
    for (const { number, weight } of ways[scratch.ways[key]!]!) {
      const closer = weight === weights[number] && number > 0 && place > 0 && places[number - 1] === place - 1
      if (weight > weights[number]! || closer) {
        weights[number] = weight
        places[number] = place
        any = true
      }
    }
  }
  return any
}

/** True when the words of a text that are not among the places only hold it together. */
function saysNothingElse({ vocabulary }: SearchIndex, text: Uint32Array, here: Uint8Array): boolean {
  return text.every((word, place) => here[place] === 1 || isFunctionWord(vocabulary.words[word]!))
}

function hasNegation(index: SearchIndex, answer: IndexedAnswer): boolean {
  const { words } = index.vocabulary
  return [answer.title, answer.shortAnswer, ...answer.questions].some(text => text.some(word => isNegation(words[word]!)))
}

/** Coverage of the query counts, and whether it is said where the answer says what it is about. */
function scoreOf(coverage: number, { queryShare, textShare }: Look): number {
  return Math.max(0, Math.min(0.97, 0.45 * coverage + 0.35 * queryShare + 0.2 * queryShare * textShare))
}

function confidenceOf(exact: boolean, score: number, weakened: boolean): Confidence {
  if (weakened) return 'weak'
  if (exact) return 'exact'
  return score >= 0.6 ? 'strong' : 'weak'
}

const order: readonly MatchedBy[] = ['surface', 'stem', 'synonym', 'prefix', 'typo', 'layout', 'translit']

function waysOf(index: SearchIndex, document: number, words: readonly QueryWord[]): MatchedBy[] {
  const { keyOf } = index.vocabulary
  const scratch = lookScratchOf(index)
  const { keyStamps } = scratch
  const stamp = ++scratch.stamp
  for (const word of index.answers[document]!.words) keyStamps[keyOf[word]!] = stamp
  const ways = new Set<MatchedBy>()
  for (const word of words) {
    const option = word.empty ? undefined : word.options.find(candidate => candidate.keys.every(key => keyStamps[key] === stamp))
    if (option) ways.add(option.by)
  }
  return order.filter(way => ways.has(way))
}
