import { isNegation } from '../analyser/function-words.ts'
import { type Candidate, gather } from './gather.ts'
import { lettersOf } from './grams.ts'
import { type Look, look, lookAtShort, readerOf } from './look.ts'
import type { MatchedBy, Query, QueryWord } from './query.ts'
import { lookScratchOf } from './scratch.ts'
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
  const closely = closeLookOf(index, query)
  const hits = candidates.map(candidate => closely(candidate))
  hits.sort((a, b) => b.rank - a.rank || b.score - a.score || (a.slug < b.slug ? -1 : 1))
  return { hits: hits.slice(0, limit).map(hit => ({ ...hit, matchedBy: waysOf(index, hit.document, query.words) })), total }
}

function closeLookOf(index: SearchIndex, query: Query): (candidate: Candidate) => Omit<Hit, 'matchedBy'> {
  const plain = query.words.filter(word => !word.joined)
  const reader = readerOf(index, plain)
  const letters = lettersOf(
    index,
    plain.filter(word => !word.empty).map(word => word.surface),
    reader.scratch,
    reader.stamp,
  )
  const negated = plain.some(word => isNegation(word.surface))
  return ({ document, sum, covered }) => {
    const answer = index.answers[document]!
    let best = look(index, document, 0, reader)
    let { exact } = best
    const near = [best.value]
    for (let question = 1; question < answer.ends.length - 1; question++) {
      const closer = look(index, document, question, reader)
      near.push(closer.value)
      if (closer.value > best.value) best = closer
      exact ||= closer.exact
    }
    const others = near.sort((a, b) => b - a).slice(1, 1 + mostOthers)
    const coverage = Math.min(1, covered / reader.whole)
    const parts: RankParts = {
      words: sum / reader.whole,
      nearest: best.value,
      others: (rankWeights.others * others.reduce((total, value) => total + value, 0)) / mostOthers,
      short: rankWeights.short * lookAtShort(index, document, reader),
      coverage: rankWeights.coverage * coverage,
      letters: rankWeights.grams * letters(answer),
    }
    const value = parts.words + parts.nearest + parts.others + parts.short + parts.coverage + parts.letters
    const score = scoreOf(coverage, best)
    return {
      ...{ document, slug: answer.slug, articleId: answer.articleId, rank: value, parts, score: exact ? Math.max(score, 0.98) : score },
      confidence: confidenceOf(exact, score, negated && !hasNegation(index, answer)),
    }
  }
}

function hasNegation(index: SearchIndex, { texts }: IndexedAnswer): boolean {
  const { words } = index.vocabulary
  return texts.some(word => isNegation(words[word]!))
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
