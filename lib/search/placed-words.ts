import { tokenise } from './analyser/tokens.ts'

/** The words of a text that may be marked: the number of each one's key, and from and to (offsets in UTF-16 units) in turn. */
export interface PlacedWords {
  keys: Uint32Array
  places: Uint32Array
}

/** As much of a text as is looked at for snippets, in UTF-16 units. */
const longest = 20_000

/** How much each key counts, by its number: 0 for what is not asked for, else the place of its weight, from 1 on. */
export interface Weighed {
  marks: Uint16Array
  weights: number[]
}

/** Numbers for keys, so that a text can be looked through without comparing words. */
export class KeyNumbers {
  readonly #numbers = new Map<string, number>()
  #marks = new Uint16Array(1024)
  #marked: number[] = []
  #weights = [0]

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

  /** How much each key counts, the most where one comes several times; holds until it is asked for the next time. */
  weigh(keys: Iterable<readonly [string, number]>): Weighed {
    this.begin()
    for (const [key, weight] of keys) this.mark(this.of(key), weight)
    return this.weighed()
  }

  /** The same key by key: first `begin`, then `mark` with the number of each, then `weighed`. */
  begin(): void {
    for (const number of this.#marked) this.#marks[number] = 0
    this.#marked = []
    this.#weights = [0]
  }

  mark(number: number, weight: number): void {
    if (number >= this.#marks.length) {
      const larger = new Uint16Array(Math.ceil(this.#numbers.size * 1.5))
      larger.set(this.#marks)
      this.#marks = larger
    }
    const known = this.#marks[number]!
    if (known > 0) {
      if (weight > this.#weights[known]!) this.#weights[known] = weight
      return
    }
    this.#marked.push(number)
    this.#marks[number] = this.#weights.push(weight) - 1
  }

  weighed(): Weighed {
    return { marks: this.#marks, weights: this.#weights }
  }
}

/** The words of a text that say something; what is kept of answers that are shown often. */
export function placeWords(text: string, numbers: KeyNumbers): PlacedWords {
  const words = tokenise(text).filter(word => !word.empty)
  const placed = { keys: new Uint32Array(words.length), places: new Uint32Array(words.length * 2) }
  words.forEach(({ from, to, key }, at) => {
    placed.keys[at] = numbers.of(key)
    placed.places[at * 2] = from
    placed.places[at * 2 + 1] = to
  })
  return placed
}

/** The words of as much of a text as is looked at for snippets. */
export function placeSnippetWords(text: string, numbers: KeyNumbers): PlacedWords {
  return placeWords(text.slice(0, longest), numbers)
}
