/** The documents with the greatest sums of all that are offered: a heap with the least of them on top. Makes nothing per document: searches do this a lot. */
export class TopList {
  #documents = new Uint32Array(64)
  #sums = new Float64Array(64)
  #limit = 0
  #length = 0

  /** How many there are. */
  get length(): number {
    return this.#length
  }

  /** Forgets all that was offered before; from now on at most `limit` are kept. */
  begin(limit: number): void {
    if (limit > this.#sums.length) {
      this.#documents = new Uint32Array(limit)
      this.#sums = new Float64Array(limit)
    }
    this.#limit = limit
    this.#length = 0
  }

  /** Offers a document with its sum, which stands in `sums` under its number. */
  offer(document: number, sums: Float32Array): void {
    const limit = this.#limit
    if (this.#length < limit) {
      this.#documents[this.#length] = document
      this.#sums[this.#length] = sums[document]!
      this.#rise(this.#length++)
    } else if (limit > 0 && (this.#sums[0]! < sums[document]! || (this.#sums[0] === sums[document] && this.#documents[0]! > document))) {
      this.#documents[0] = document
      this.#sums[0] = sums[document]!
      this.#sink(0)
    }
  }

  /** Writes the documents, the greatest sum first; the lower number where they are equal. Nothing is left. */
  takeInto(documents: Uint32Array): void {
    while (this.#length > 0) {
      documents[--this.#length] = this.#documents[0]!
      this.#documents[0] = this.#documents[this.#length]!
      this.#sums[0] = this.#sums[this.#length]!
      this.#sink(0)
    }
  }

  #before(a: number, b: number): boolean {
    return this.#sums[a]! < this.#sums[b]! || (this.#sums[a] === this.#sums[b] && this.#documents[a]! > this.#documents[b]!)
  }

  #swap(a: number, b: number): void {
    const document = this.#documents[a]!
    const sum = this.#sums[a]!
    this.#documents[a] = this.#documents[b]!
    this.#sums[a] = this.#sums[b]!
    this.#documents[b] = document
    this.#sums[b] = sum
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
      if (left >= this.#length) return
      const lesser = left + 1 < this.#length && this.#before(left + 1, left) ? left + 1 : left
      if (!this.#before(lesser, place)) return
      this.#swap(lesser, place)
      place = lesser
    }
  }
}
