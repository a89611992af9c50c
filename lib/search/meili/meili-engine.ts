import type { RecallEngine, Recalled, RecallRequest, RecallWord } from '../recall/recall-engine.ts'
import type { Breaker } from './breaker.ts'
import { askMeili, type MeiliTarget } from './request.ts'
import { stemFields, typedFields } from './settings.ts'

/** Milliseconds for which a question waits for Meilisearch before the embedded engine answers it. */
const patience = 700

/** Words that Meilisearch looks at; more are dropped there without a word. */
const mostWords = 10

/** Ways to read the question that are asked for. */
const mostReadings = 4

/** How much a hit by stems counts beside one by the words as typed. */
const stemWeight = 0.8

/** Meilisearch as an engine: two questions in one, by the words as typed (with its own tolerance of typos) and by their stems. Throws MeiliFault, or at once while the breaker is open. */
export function meiliEngine(target: () => MeiliTarget, index: string, breaker: Breaker): RecallEngine {
  return {
    name: 'meilisearch',
    async recall(request) {
      const queries = queriesFor(request, index)
      if (queries.length === 0) return []
      const body = { federation: { limit: request.limit, offset: 0 }, queries }
      const { hits } = (await breaker.run(() =>
        askMeili(target(), { method: 'POST', path: '/multi-search', body, timeout: patience }),
      )) as { hits: { articleId: string; _federation?: { weightedRankingScore?: number } }[] }
      return bestOf(hits.map(hit => ({ articleId: hit.articleId, score: hit._federation?.weightedRankingScore ?? 0 })))
    },
  }
}

/** An article may be found by its public and by its internal row. */
function bestOf(hits: readonly Recalled[]): Recalled[] {
  const best = new Map<string, number>()
  for (const { articleId, score } of hits) best.set(articleId, Math.max(best.get(articleId) ?? 0, score))
  return Array.from(best, ([articleId, score]) => ({ articleId, score })).sort((a, b) => b.score - a.score)
}

function queriesFor(request: RecallRequest, indexUid: string): object[] {
  const telling = request.words.filter(word => !word.empty)
  const words = (telling.length > 0 ? telling : [...request.words]).slice(0, mostWords)
  const filter = filterOf(request)
  const query = (q: string, attributesToSearchOn: readonly string[], weight: number) => ({
    ...{ indexUid, q, filter, attributesToSearchOn, matchingStrategy: 'frequency', attributesToRetrieve: ['articleId'] },
    federationOptions: { weight },
  })
  const typed = words.map(word => word.surface).join(' ')
  const readings = Math.min(mostReadings, Math.max(1, ...words.map(word => word.keys.length)))
  const stems = Array.from({ length: words.length === 0 ? 0 : readings }, (_, number) => sayWith(words, number))
  return [
    ...(typed === '' ? [] : [query(typed, typedFields, 1)]),
    ...[...new Set(stems)].filter(text => text !== '').map((text, number) => query(text, stemFields, stemWeight / (number + 1))),
  ]
}

/** The question in the words' `number`-th keys, the last one where a word has fewer. */
function sayWith(words: readonly RecallWord[], number: number): string {
  return words.map(word => word.keys[Math.min(number, word.keys.length - 1)] ?? word.surface).join(' ')
}

function filterOf({ audience, channel, locale, categories, tag }: RecallRequest): string[] {
  const filter = [`channels = ${quote(channel)}`, `locale = ${quote(locale)}`]
  if (audience === 'public') filter.push('audience = public')
  if (categories !== null) filter.push(`category IN [${categories.map(quote).join(', ')}]`)
  if (tag !== null) filter.push(`tags = ${quote(tag)}`)
  return filter
}

function quote(value: string): string {
  return JSON.stringify(value)
}
