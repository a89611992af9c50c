import type { IndexedAnswer, SearchIndex } from './search-index.ts'

/** Numbers for the four-letter pieces of a word with its borders; two pieces may share a number, which costs nothing that matters. */
export function gramsOfWord(word: string): Uint32Array {
  const padded = `_${word}_`
  const grams = new Uint32Array(Math.max(1, padded.length - 3))
  for (let at = 0; at < grams.length; at++) {
    let hash = 0
    for (let index = at; index < Math.min(at + 4, padded.length); index++) hash = Math.imul(hash, 2053) + padded.charCodeAt(index)
    grams[at] = hash
  }
  return grams
}

/** The pieces of a query's words. */
export function gramsOfQuery(words: readonly string[]): Set<number> {
  return new Set(words.flatMap(word => Array.from(gramsOfWord(word))))
}

/** By index and number of the word. */
const known = new WeakMap<SearchIndex, Map<number, Uint32Array>>()

/** Cosine of the pieces that the title, or the nearest question, shares with the query, 0 to 1. */
export function gramLikeness(index: SearchIndex, answer: IndexedAnswer, grams: ReadonlySet<number>): number {
  let cache = known.get(index)
  if (!cache) {
    cache = new Map()
    known.set(index, cache)
  }
  if (grams.size === 0) return 0
  let best = likeness(index, answer.title, grams, cache)
  for (const question of answer.questions) best = Math.max(best, likeness(index, question, grams, cache))
  return best
}

function likeness(index: SearchIndex, text: Uint32Array, grams: ReadonlySet<number>, cache: Map<number, Uint32Array>): number {
  let shared = 0
  let all = 0
  for (const word of text) {
    let mine = cache.get(word)
    if (!mine) {
      mine = gramsOfWord(index.vocabulary.words[word]!)
      cache.set(word, mine)
    }
    all += mine.length
    for (const gram of mine) if (grams.has(gram)) shared++
  }
  return all === 0 ? 0 : Math.min(1, shared / Math.sqrt(grams.size * all))
}
