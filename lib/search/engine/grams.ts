import type { LookScratch } from './scratch.ts'
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

/** Cosine of the pieces that the title, or the nearest question, shares with the query, 0 to 1. `stamp` is that of the query. */
export function gramLikeness(
  index: SearchIndex,
  answer: IndexedAnswer,
  grams: ReadonlySet<number>,
  scratch: LookScratch,
  stamp: number,
): number {
  if (grams.size === 0) return 0
  let best = likeness(index, answer.title, grams, scratch, stamp)
  for (const question of answer.questions) best = Math.max(best, likeness(index, question, grams, scratch, stamp))
  return best
}

function likeness(index: SearchIndex, text: Uint32Array, grams: ReadonlySet<number>, scratch: LookScratch, stamp: number): number {
  const { gramStamps, grams: sharedBy } = scratch
  const { words } = index.vocabulary
  let shared = 0
  let all = 0
  for (let place = 0; place < text.length; place++) {
    const word = text[place]!
    if (gramStamps[word] !== stamp) {
      gramStamps[word] = stamp
      sharedBy[word] = sharedWith(gramsOf(scratch, word, words[word]!), grams)
    }
    all += Math.max(1, words[word]!.length - 1)
    shared += sharedBy[word]!
  }
  return all === 0 ? 0 : Math.min(1, shared / Math.sqrt(grams.size * all))
}

function gramsOf({ wordGrams }: LookScratch, number: number, word: string): Uint32Array {
  let grams = wordGrams[number]
  if (grams === undefined) {
    grams = gramsOfWord(word)
    wordGrams[number] = grams
  }
  return grams
}

function sharedWith(mine: Uint32Array, grams: ReadonlySet<number>): number {
  let shared = 0
  for (let at = 0; at < mine.length; at++) if (grams.has(mine[at]!)) shared++
  return shared
}
