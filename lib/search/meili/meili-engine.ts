import type { RecallEngine, Recalled, RecallRequest, RecallWord } from '../recall/recall-engine.ts'
import type { Breaker } from './breaker.ts'
import { askMeili, type MeiliTarget } from './request.ts'
import { stemFields, typedFields } from './settings.ts'

/** Milliseconds for which a question waits for Meilisearch before the embedded engine answers it, and for a second look at least. */
const patience = 700
const leastPatience = 150

/** Words that Meilisearch looks at; more are dropped there without a word. */
const mostWords = 10

/** Ways to read the question that are asked for. */
const mostReadings = 4

/** How much a hit by stems counts beside one by the words as typed, and one that need not have the rarest word. */
const stemWeight = 0.8
const partWeight = 0.4

/** Answers from which on Meilisearch has proposed enough: as many as the shared order looks at closely. */
const enough = 40

/**
 * Meilisearch as an engine: two questions in one, by the words as typed (with its own tolerance of typos) and by their stems. The rarest word is said first and
 * given up by none of its strategies, so that it proposes little where that word stands alone; then it is asked for the answers that have any of the words.
 * What is rare is told by the channel: its own strategy `frequency` counts hidden documents, too, and what it proposes would tell of them; and it finds nothing
 * where two words are equally rare and never meet. Throws MeiliFault, or at once while the breaker is open.
 */
export function meiliEngine(target: () => MeiliTarget, index: string, breaker: Breaker): RecallEngine {
  const ask = async (queries: object[], limit: number, timeout: number): Promise<Recalled[]> => {
    if (queries.length === 0) return []
    const body = { federation: { limit, offset: 0 }, queries }
    const { hits } = (await breaker.run(() => askMeili(target(), { method: 'POST', path: '/multi-search', body, timeout }))) as {
      hits: { articleId: string; _federation?: { weightedRankingScore?: number } }[]
    }
    return hits.map(hit => ({ articleId: hit.articleId, score: hit._federation?.weightedRankingScore ?? 0 }))
  }
  return {
    name: 'meilisearch',
    async recall(request) {
      const { limit } = request
      const words = askedWords(request)
      const begun = performance.now()
      const found = bestOf(await ask(wholeQueries(request, words, index), limit, patience))
      if (found.length >= Math.min(enough, limit) || words.length < 2) return found
      const left = Math.max(leastPatience, Math.round(patience - (performance.now() - begun)))
      return bestOf([...found, ...(await ask(partQueries(request, words, index), limit, left))]).slice(0, limit)
    },
  }
}

/** An article may be found by its public and by its internal row. */
function bestOf(hits: readonly Recalled[]): Recalled[] {
  const best = new Map<string, number>()
  for (const { articleId, score } of hits) best.set(articleId, Math.max(best.get(articleId) ?? 0, score))
  return Array.from(best, ([articleId, score]) => ({ articleId, score })).sort((a, b) => b.score - a.score)
}

/** The words that are asked for, the rarest first and those that no answer says last; where nobody has counted a long word is taken for a rare one. */
function askedWords({ words }: RecallRequest): RecallWord[] {
  const telling = words.filter(word => !word.empty)
  const commonness = ({ answers, surface }: RecallWord) => (answers === null ? -surface.length : answers || Number.POSITIVE_INFINITY)
  return (telling.length > 0 ? telling : [...words]).toSorted((a, b) => commonness(a) - commonness(b) || 0).slice(0, mostWords)
}

/** The question as a whole, in every reading. */
function wholeQueries(request: RecallRequest, words: readonly RecallWord[], index: string): object[] {
  const typed = words.map(word => word.surface).join(' ')
  const readings = Math.min(mostReadings, Math.max(1, ...words.map(word => word.keys.length)))
  const stems = Array.from({ length: words.length === 0 ? 0 : readings }, (_, number) => sayWith(words, number))
  return [
    ...(typed === '' ? [] : [queryFor(request, index, typed, typedFields, 1)]),
    ...[...new Set(stems)]
      .filter(text => text !== '')
      .map((text, number) => queryFor(request, index, text, stemFields, stemWeight / (number + 1))),
  ]
}

/** The question beginning with each of its words in turn, where words are given up from the end: whatever has any of them, first what has more. */
function partQueries(request: RecallRequest, words: readonly RecallWord[], index: string): object[] {
  return words.flatMap((_, first) => {
    const turned = [...words.slice(first), ...words.slice(0, first)]
    const texts = new Set([sayWith(turned, 0), sayWith(turned, 1)])
    return [...texts].map(text => queryFor(request, index, text, stemFields, partWeight))
  })
}

/** Words are given up from the end. */
function queryFor(request: RecallRequest, indexUid: string, q: string, fields: readonly string[], weight: number): object {
  return {
    ...{ indexUid, q, filter: filterOf(request), attributesToSearchOn: fields, matchingStrategy: 'last' },
    ...{ attributesToRetrieve: ['articleId'], federationOptions: { weight } },
  }
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
