import { hashPhrasing } from './feature-hash.ts'

/** The class of each phrasing by the hash of its words, in arrays that another thread can be given without copying. */
export interface ExactPhrasings {
  /** The hash at the place that it asks for or after it; −1: nothing. As long as a power of two. */
  hashes: Float64Array
  /** The class; −1 where several classes share the phrasing. */
  labels: Int32Array
}

/** Keeps the class of each phrasing; `words` are those of `wordsOf`. */
export function keepPhrasings(phrasings: readonly { words: string; label: number }[]): ExactPhrasings {
  let places = 16
  while (places < 2 * phrasings.length) places *= 2
  const exact = { hashes: new Float64Array(places).fill(-1), labels: new Int32Array(places) }
  for (const { words, label } of phrasings) {
    const hash = hashPhrasing(words)
    const place = placeOf(exact, hash)
    const isShared = exact.hashes[place] !== -1 && exact.labels[place] !== label
    exact.hashes[place] = hash
    exact.labels[place] = isShared ? -1 : label
  }
  return exact
}

/** The class whose phrasing has these words; −1: none or several. */
export function findPhrasing(exact: ExactPhrasings, words: string): number {
  const hash = hashPhrasing(words)
  const place = placeOf(exact, hash)
  return exact.hashes[place] === hash ? exact.labels[place]! : -1
}

/** Whether any class has a phrasing of these words. */
export function hasPhrasing(exact: ExactPhrasings, words: string): boolean {
  const hash = hashPhrasing(words)
  return exact.hashes[placeOf(exact, hash)] === hash
}

function placeOf({ hashes }: ExactPhrasings, hash: number): number {
  const mask = hashes.length - 1
  let place = hash % hashes.length
  while (hashes[place] !== -1 && hashes[place] !== hash) place = (place + 1) & mask
  return place
}
