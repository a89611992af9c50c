import type { Istok } from '../istok.ts'
import { wordWeight } from './engine/gather.ts'
import type { Correction, Query, QueryWord } from './engine/query.ts'
import { type Hit, rank } from './engine/rank.ts'
import type { SearchIndex } from './engine/search-index.ts'
import { type Facets, openFacets } from './facets.ts'
import type { KeyNumbers, Weighed } from './placed-words.ts'
import { type CurrentAnswer, currentAnswersOf } from './read-hit.ts'
import type { RecalledAnswers } from './recall/recall-answers.ts'

/** A hit with what the channel says now. */
interface PickedAnswer {
  hit: Hit
  current: CurrentAnswer
}

/** What answers a question, before it is written. */
export interface Picked {
  locale: string
  answers: PickedAnswer[]
  total: number
  facets: Facets
  corrected: Correction | null
  engine: 'fts5' | 'meilisearch'
  degraded: boolean
  /** What is marked in the texts; holds until the next question is picked. */
  weights: Weighed
}

export interface PickRequest {
  channel: string
  tag?: string | null
  limit?: number
}

/** Orders what was recalled and reads what is shown of it. Only what the channel says now is in it, whatever the index remembers. */
export function pickAnswers(
  istok: Istok,
  { channel, tag = null, limit = 10 }: PickRequest,
  locale: string,
  branch: readonly string[] | null,
  { index, query, documents, engine, degraded }: RecalledAnswers,
): Picked {
  const counts = openFacets(index, branch, tag)
  const isRecalled = documents && ((document: number) => documents.has(document))
  const admits = (document: number) => (isRecalled === null || isRecalled(document)) && counts.admits(document)
  const count = (document: number) => {
    if (isRecalled === null || isRecalled(document)) counts.count(document)
  }
  const isLabelled = index.labels.texts.length > 0
  const { hits, total } = rank(index, query, limit, branch || tag || documents ? admits : null, isLabelled ? count : undefined)
  const currents = currentAnswersOf(istok)
  const weights = weighKeys(index, query, currents.numbers)
  const answers: PickedAnswer[] = []
  for (const hit of hits) {
    const current = currents.find(channel, locale, hit.slug)
    if (!current) continue
    const inBranch = branch === null || (current.category !== null && branch.includes(current.category))
    if (inBranch && (tag === null || current.tags.includes(tag))) answers.push({ hit, current })
  }
  return {
    ...{ locale, answers, total: Math.max(answers.length, total - hits.length + answers.length), facets: counts.facets() },
    ...{ corrected: query.corrected, engine, degraded, weights },
  }
}

/** Numbers of the keys of words that come again, and their weights; as long as these are the numbers, and no answer comes or goes. */
interface Marks {
  numbers: KeyNumbers
  generation: number
  keys: number[]
  weights: number[]
}

const marksOf = new WeakMap<QueryWord, Marks>()

/** How much every key counts that a word of the question is found by. */
function weighKeys(index: SearchIndex, { words }: Query, numbers: KeyNumbers): Weighed {
  numbers.begin()
  for (const word of words) {
    if (word.empty) continue
    const { keys, weights } = word.memo ? knownMarks(index, word, numbers) : makeMarks(index, word, numbers)
    for (let at = 0; at < keys.length; at++) numbers.mark(keys[at]!, weights[at]!)
  }
  return numbers.weighed()
}

function knownMarks(index: SearchIndex, word: QueryWord, numbers: KeyNumbers): Marks {
  const known = marksOf.get(word)
  if (known?.numbers === numbers && known.generation === index.generation) return known
  const made = makeMarks(index, word, numbers)
  marksOf.set(word, made)
  return made
}

function makeMarks(index: SearchIndex, word: QueryWord, numbers: KeyNumbers): Marks {
  const made: Marks = { numbers, generation: index.generation, keys: [], weights: [] }
  const weight = wordWeight(index, word)
  for (const option of word.options) {
    for (const key of option.keys) {
      made.keys.push(numbers.of(index.vocabulary.keys[key]!))
      made.weights.push(weight * option.weight)
    }
  }
  return made
}
