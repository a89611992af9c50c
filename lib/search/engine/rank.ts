import { isNegation } from '../analyser/function-words.ts'
import { type Candidate, gather, wordWeight } from './gather.ts'
import type { MatchedBy, Query, QueryWord } from './query.ts'
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
}

/** How many candidates are looked at closely. */
const closeLook = 80

/** The answers of an index to a query, the best first, and how many say anything of it. */
export function rank(
  index: SearchIndex,
  query: Query,
  limit: number,
  admits: ((document: number) => boolean) | null = null,
): { hits: Hit[]; total: number } {
  const { candidates, total } = gather(index, query, Math.max(closeLook, limit), admits)
  const reader = readerOf(index, query)
  const hits = candidates.map(candidate => reader(candidate))
  hits.sort((a, b) => b.rank - a.rank || b.score - a.score || (a.slug < b.slug ? -1 : 1))
  return { hits: hits.slice(0, limit), total }
}

interface WordOfQuery {
  word: QueryWord
  weight: number
  /** Keys by which it is found, each with the weight of that way. */
  keys: Map<number, number>
  surface: number | undefined
}

function readerOf(index: SearchIndex, query: Query): (candidate: Candidate) => Hit {
  const words = query.words.map(word => wordOfQuery(index, word))
  const plain = words.filter(({ word }) => !word.joined)
  const whole = words.reduce((sum, { weight, word }) => sum + (word.joined ? 0 : weight), 0) || 1
  const grams = gramsOf(plain.filter(({ word }) => !word.empty).map(({ word }) => word.surface))
  const negated = query.words.some(word => isNegation(word.surface))
  return ({ document, sum, covered }) => {
    const answer = index.answers[document]!
    const title = look(index, answer.title, plain, whole)
    let best = title
    let exact = title.exact
    for (const question of answer.questions) {
      const closer = look(index, question, plain, whole)
      if (closer.value > best.value) best = closer
      exact ||= closer.exact
    }
    const short = look(index, answer.shortAnswer, plain, whole)
    const coverage = Math.min(1, covered / whole)
    const gramShare = rankWeights.grams === 0 ? 0 : gramLikeness(index, answer, grams)
    const near = best.value + 0.15 * short.queryShare
    const value = sum / whole + near + rankWeights.coverage * coverage + rankWeights.grams * gramShare
    const score = scoreOf(coverage, best)
    const weakened = negated !== hasNegation(index, answer) && negated
    return {
      ...{ document, slug: answer.slug, articleId: answer.articleId, rank: value, score: exact ? Math.max(score, 0.98) : score },
      confidence: confidenceOf(exact, score, weakened),
      matchedBy: waysOf(index, document, words),
    }
  }
}

function wordOfQuery(index: SearchIndex, word: QueryWord): WordOfQuery {
  const keys = new Map<number, number>()
  for (const option of word.options) {
    for (const key of option.keys) keys.set(key, Math.max(keys.get(key) ?? 0, option.weight / Math.sqrt(option.keys.length)))
  }
  return { word, weight: wordWeight(index, word), keys, surface: index.vocabulary.find(word.surface) }
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

/** Looks at a short text word by word. */
function look(index: SearchIndex, text: Uint32Array, words: readonly WordOfQuery[], whole: number): Look {
  const { vocabulary, size, postings } = index
  let said = 0
  let surfaces = 0
  let pairs = 0
  let matched = 0
  let all = 0
  let previous = -1
  const places: number[] = []
  for (const query of words) {
    let at = -1
    let weight = 0
    for (let place = 0; place < text.length; place++) {
      const here = query.keys.get(vocabulary.keyOf[text[place]!]!) ?? 0
      if (here > weight || (here === weight && here > 0 && place === previous + 1)) {
        weight = here
        at = place
      }
    }
    if (at >= 0) {
      said += query.weight * weight
      if (text[at] === query.surface) surfaces += query.weight
      if (previous >= 0 && at === previous + 1) pairs += query.weight
      places.push(at)
    }
    previous = at
  }
  const here = new Set(places)
  for (let place = 0; place < text.length; place++) {
    const key = vocabulary.keyOf[text[place]!]!
    const weight = Math.log(1 + size / (postings.count(key) + 0.5))
    all += weight
    if (here.has(place)) matched += weight
  }
  const queryShare = said / whole
  const textShare = all === 0 ? 0 : matched / all
  const exact =
    text.length > 0 && here.size === text.length && words.every(({ word, keys }) => word.empty || keys.size > 0) && queryShare > 0.97
  const { titleShare, pairs: pairWeight, queryShare: queryWeight, surface } = rankWeights
  const value = titleShare * textShare * queryShare + queryWeight * queryShare + (pairWeight * pairs) / whole + (surface * surfaces) / whole
  return { queryShare, textShare, value, exact }
}

/** Four-letter pieces of words, with the borders of the words. */
function gramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>()
  for (const word of words) {
    const padded = `_${word}_`
    if (padded.length <= 4) grams.add(padded)
    for (let at = 0; at + 4 <= padded.length; at++) grams.add(padded.slice(at, at + 4))
  }
  return grams
}

const gramsOfText = new WeakMap<Uint32Array, Set<string>>()

function gramLikeness(index: SearchIndex, answer: IndexedAnswer, grams: ReadonlySet<string>): number {
  let best = 0
  for (const text of [answer.title, ...answer.questions]) {
    let mine = gramsOfText.get(text)
    if (!mine) {
      mine = gramsOf(Array.from(text, word => index.vocabulary.words[word]!))
      gramsOfText.set(text, mine)
    }
    let shared = 0
    for (const gram of grams) if (mine.has(gram)) shared++
    best = Math.max(best, shared / Math.sqrt(Math.max(1, grams.size) * Math.max(1, mine.size)))
  }
  return best
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

function waysOf(index: SearchIndex, document: number, words: readonly WordOfQuery[]): MatchedBy[] {
  const ways = new Set<MatchedBy>()
  const keys = new Set(Array.from(index.answers[document]!.words, word => index.vocabulary.keyOf[word]!))
  for (const { word } of words) {
    const option = word.empty ? undefined : word.options.find(candidate => candidate.keys.every(key => keys.has(key)))
    if (option) ways.add(option.by)
  }
  return order.filter(way => ways.has(way))
}
