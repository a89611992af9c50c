import type { LookScratch } from './scratch.ts'
import type { SearchIndex } from './search-index.ts'

/** How like texts are to the words of a query letter by letter: cosine of the four-letter pieces that they share, 0 to 1. Good until the next query. */
export class Letters {
  readonly #words: readonly string[]
  readonly #scratch: LookScratch
  readonly #stamp: number
  readonly #asked: number
  #shared = 0

  /** `stamp` is that of the query. */
  constructor({ vocabulary }: SearchIndex, surfaces: readonly string[], scratch: LookScratch, stamp: number) {
    this.#words = vocabulary.words
    this.#scratch = scratch
    this.#stamp = stamp
    this.#asked = scratch.pieces.ask(surfaces)
  }

  /** One more word of the text in hand. */
  add(word: number): void {
    const { gramStamps, grams, pieces } = this.#scratch
    if (gramStamps[word] !== this.#stamp) {
      gramStamps[word] = this.#stamp
      grams[word] = pieces.count(word, this.#words[word]!)
    }
    this.#shared += grams[word]!
  }

  /** The likeness of the words that were added since the last time, whose pieces are `all`. */
  take(all: number): number {
    const likeness = this.#shared === 0 ? 0 : Math.min(1, this.#shared / Math.sqrt(this.#asked * all))
    this.#shared = 0
    return likeness
  }
}
