import { tokenise } from './analyser/tokens.ts'

/** The words of a text that may be marked, three numbers each: from, to (offsets in UTF-16 units) and the number of its key. */
export type PlacedWords = Uint32Array

/** As much of a text as is looked at for snippets, in UTF-16 units. */
const longest = 20_000

/** Numbers for keys, so that a text can be looked through without comparing words. */
export class KeyNumbers {
  readonly #numbers = new Map<string, number>()
  #weights = new Float64Array(1024)
  #weighed: number[] = []

  /** How many keys have a number. */
  get size(): number {
    return this.#numbers.size
  }

  of(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(key, number)
    return number
  }

  /** How much each key counts, by its number, nothing for all others; holds until it is asked for the next time. */
  weigh(keys: ReadonlyMap<string, number>): Float64Array {
    for (const number of this.#weighed) this.#weights[number] = 0
    this.#weighed = Array.from(keys.keys(), key => this.of(key))
    if (this.#weights.length < this.#numbers.size) this.#weights = new Float64Array(Math.ceil(this.#numbers.size * 1.5))
    let at = 0
    for (const weight of keys.values()) this.#weights[this.#weighed[at++]!] = Math.max(weight, Number.MIN_VALUE)
    return this.#weights
  }
}

/** The words of a text that say something; what is kept of answers that are shown often. */
export function placeWords(text: string, numbers: KeyNumbers): PlacedWords {
  const words: number[] = []
  for (const { from, to, key, empty } of tokenise(text)) if (!empty) words.push(from, to, numbers.of(key))
  return Uint32Array.from(words)
}

/** The words of as much of a text as is looked at for snippets. */
export function placeSnippetWords(text: string, numbers: KeyNumbers): PlacedWords {
  return placeWords(text.slice(0, longest), numbers)
}
