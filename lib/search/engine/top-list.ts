/** The documents with the greatest sums of all that are offered: a heap with the least of them on top. */
export class TopList {
  readonly #documents: number[] = []
  readonly #sums: number[] = []
  readonly #limit: number
  /** Nothing less than this comes into the list. */
  least = Number.NEGATIVE_INFINITY

  constructor(limit: number) {
    this.#limit = limit
  }

  offer(document: number, sum: number): void {
    if (this.#sums.length < this.#limit) {
      this.#documents.push(document)
      this.#sums.push(sum)
      this.#rise(this.#sums.length - 1)
    } else if (this.#less(sum, document)) {
      this.#documents[0] = document
      this.#sums[0] = sum
      this.#sink(0)
    }
    if (this.#sums.length === this.#limit) this.least = this.#sums[0]!
  }

  /** The documents, the greatest sum first; the lower number where they are equal. */
  take(): number[] {
    return this.#documents
      .map((document, place) => ({ document, sum: this.#sums[place]! }))
      .sort((a, b) => b.sum - a.sum || a.document - b.document)
      .map(({ document }) => document)
  }

  /** True when the least of the list must go for this one. */
  #less(sum: number, document: number): boolean {
    return this.#sums[0]! < sum || (this.#sums[0] === sum && this.#documents[0]! > document)
  }

  #before(a: number, b: number): boolean {
    return this.#sums[a]! < this.#sums[b]! || (this.#sums[a] === this.#sums[b] && this.#documents[a]! > this.#documents[b]!)
  }

  #swap(a: number, b: number): void {
    ;[this.#sums[a], this.#sums[b]] = [this.#sums[b]!, this.#sums[a]!]
    ;[this.#documents[a], this.#documents[b]] = [this.#documents[b]!, this.#documents[a]!]
  }

  #rise(from: number): void {
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1
      if (!this.#before(place, parent)) return
      this.#swap(place, parent)
      place = parent
    }
  }

  #sink(from: number): void {
    for (let place = from; ; ) {
      const left = place * 2 + 1
      if (left >= this.#sums.length) return
      const lesser = left + 1 < this.#sums.length && this.#before(left + 1, left) ? left + 1 : left
      if (!this.#before(lesser, place)) return
      this.#swap(lesser, place)
      place = lesser
    }
  }
}
