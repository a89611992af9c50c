import type { Istok } from '../istok.ts'
import { wordWeight } from './engine/gather.ts'
import type { Correction, Query } from './engine/query.ts'
import { type Hit, rank } from './engine/rank.ts'
import type { SearchIndex } from './engine/search-index.ts'
import { type Facets, openFacets } from './facets.ts'
import type { KeyWeights } from './highlight.ts'
import type { Weighed } from './placed-words.ts'
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
  const { hits, total } = rank(index, query, limit, branch || tag || documents ? admits : null, document => {
    if (isRecalled === null || isRecalled(document)) counts.count(document)
  })
  const currents = currentAnswersOf(istok)
  const weights = currents.numbers.weigh(keyWeights(index, query))
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

/** Every key that a word of the question is found by. */
function keyWeights(index: SearchIndex, query: Query): KeyWeights {
  const weights = new Map<string, number>()
  for (const word of query.words) {
    if (word.empty) continue
    const weight = wordWeight(index, word)
    for (const option of word.options) {
      for (const key of option.keys) {
        const text = index.vocabulary.keys[key]!
        weights.set(text, Math.max(weights.get(text) ?? 0, weight * option.weight))
      }
    }
  }
  return weights
}
