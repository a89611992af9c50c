/** Room for the pieces of one question: it has at most about 1,000 letters. */
const places = 1 << 12
const shift = 32 - 12

/** The four-letter pieces of words by the words' numbers, all in one pool: made when a word is first looked at. */
export class Pieces {
  #pool = new Int32Array(1 << 12)
  #used = 1
  /** Of each word: where its pieces begin, 0: not made yet; and how many there are. */
  #starts = new Uint32Array(1 << 10)
  #counts = new Uint8Array(1 << 10)

  /** The pieces that are asked for, in places by hash; they count only under the serial of the present question. */
  readonly #asked = new Int32Array(places)
  readonly #serials = new Uint32Array(places)
  #serial = 0

  /** From now on the pieces of these words are asked for, as many as there is room for. Returns how many different ones. */
  ask(words: readonly string[]): number {
    this.#serial++
    let count = 0
    for (const word of words) {
      for (let at = 0; at < pieceCount(word) && count < places / 2; at++) {
        const piece = pieceAt(word, at)
        const place = this.#placeOf(piece)
        if (this.#serials[place] === this.#serial) continue
        this.#serials[place] = this.#serial
        this.#asked[place] = piece
        count++
      }
    }
    return count
  }

  /** How many pieces of a word are asked for. */
  count(number: number, word: string): number {
    if (number >= this.#starts.length || this.#starts[number] === 0) this.#make(number, word)
    const from = this.#starts[number]!
    const to = from + this.#counts[number]!
    let shared = 0
    for (let at = from; at < to; at++) if (this.#serials[this.#placeOf(this.#pool[at]!)] === this.#serial) shared++
    return shared
  }

  /** Where the piece is, or where there is room for it. */
  #placeOf(piece: number): number {
    let place = Math.imul(piece, 0x9e3779b1) >>> shift
    while (this.#serials[place] === this.#serial && this.#asked[place] !== piece) place = (place + 1) & (places - 1)
    return place
  }

  #make(number: number, word: string): void {
    if (number >= this.#starts.length) {
      const length = Math.ceil(number * 1.3) + 1
      const [starts, counts] = [new Uint32Array(length), new Uint8Array(length)]
      starts.set(this.#starts)
      counts.set(this.#counts)
      this.#starts = starts
      this.#counts = counts
    }
    const count = pieceCount(word)
    if (this.#used + count > this.#pool.length) {
      const larger = new Int32Array(Math.ceil(this.#pool.length * 1.5) + count)
      larger.set(this.#pool)
      this.#pool = larger
    }
    for (let at = 0; at < count; at++) this.#pool[this.#used + at] = pieceAt(word, at)
    this.#starts[number] = this.#used
    this.#counts[number] = count
    this.#used += count
  }
}

/** How many pieces a word has; at most as many as its 64 letters give. */
export function pieceCount(word: string): number {
  return Math.max(1, word.length - 1)
}

/** A signed 32-bit number (others would be boxed) for a four-letter piece of a word with its borders; two may share one, which costs nothing that matters. */
export function pieceAt(word: string, at: number): number {
  let hash = 0
  for (let index = at; index < Math.min(at + 4, word.length + 2); index++) {
    const letter = index === 0 || index === word.length + 1 ? border : word.charCodeAt(index - 1)
    hash = Math.imul(hash, 2053) + letter
  }
  return hash | 0
}

const border = '_'.charCodeAt(0)
