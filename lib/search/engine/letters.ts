import { type Pieces, pieceAt, pieceCount } from './pieces.ts'
import type { LookScratch } from './scratch.ts'
import type { SearchIndex } from './search-index.ts'

/** A mark for each remainder of the query's pieces: most pieces of an answer's words are none of them, and this says so at once. One query at a time. */
const marks = new Uint8Array(1 << 15)
const mask = marks.length - 1
let marked: ReadonlySet<number> = new Set()

/** How like texts are to the words of a query letter by letter: cosine of the four-letter pieces that they share, 0 to 1. Good until the next query. */
export class Letters {
  readonly #asked = new Set<number>()
  readonly #words: readonly string[]
  readonly #stamp: number
  readonly #stamps: Uint32Array
  readonly #counts: Uint16Array
  readonly #pieces: Pieces
  readonly #isAsked = (piece: number) => marks[piece & mask] === 1 && this.#asked.has(piece)
  #shared = 0
  #all = 0

  /** `stamp` is that of the query. */
  constructor({ vocabulary }: SearchIndex, surfaces: readonly string[], { gramStamps, grams, pieces }: LookScratch, stamp: number) {
    this.#words = vocabulary.words
    this.#stamp = stamp
    this.#stamps = gramStamps
    this.#counts = grams
    this.#pieces = pieces
    for (const word of surfaces) for (let at = 0; at < pieceCount(word); at++) this.#asked.add(pieceAt(word, at))
    for (const piece of marked) marks[piece & mask] = 0
    for (const piece of this.#asked) marks[piece & mask] = 1
    marked = this.#asked
  }

  /** One more word of the text in hand. */
  add(word: number): void {
    if (this.#stamps[word] !== this.#stamp) {
      this.#stamps[word] = this.#stamp
      this.#counts[word] = this.#pieces.count(word, this.#words[word]!, this.#isAsked)
    }
    this.#all += this.#pieces.of(word)
    this.#shared += this.#counts[word]!
  }

  /** The likeness of the words that were added since the last time. */
  take(): number {
    const likeness = this.#shared === 0 ? 0 : Math.min(1, this.#shared / Math.sqrt(this.#asked.size * this.#all))
    this.#shared = 0
    this.#all = 0
    return likeness
  }
}
