const first = 2
const growth = 2
const largest = 1 << 14

/**
 * Lists of (document, counts) by key, all in one pool of 32-bit words: a list is a chain of blocks, each as long as what is already there. A block
 * begins with its capacity and the place of the next block. 8 bytes a posting and about as much slack.
 */
export class Postings {
  #pool = new Uint32Array(1 << 12)
  #used = 1
  #heads: number[] = []
  #tails: number[] = []
  /** Postings in the last block of each list. */
  #filled: number[] = []
  #counts: number[] = []

  /** How many documents have the key. */
  count(key: number): number {
    return this.#counts[key] ?? 0
  }

  /** Bytes. */
  get size(): number {
    return this.#pool.byteLength + this.#heads.length * 32
  }

  add(key: number, document: number, packed: number): void {
    let tail = this.#tails[key] ?? 0
    if (tail === 0) {
      tail = this.#block(first)
      this.#heads[key] = tail
      this.#tails[key] = tail
      this.#filled[key] = 0
      this.#counts[key] = 0
    } else if (this.#filled[key] === this.#pool[tail]) {
      const next = this.#block(Math.min(largest, this.#pool[tail]! * growth))
      this.#pool[tail + 1] = next
      tail = next
      this.#tails[key] = tail
      this.#filled[key] = 0
    }
    const at = tail + 2 + this.#filled[key]! * 2
    this.#pool[at] = document
    this.#pool[at + 1] = packed
    this.#filled[key]!++
    this.#counts[key]!++
  }

  /** Takes a document out of a list: the newest posting goes into its place. Returns its counts, 0 where it was not in the list. */
  remove(key: number, document: number): number {
    for (let block = this.#heads[key] ?? 0; block !== 0; block = this.#pool[block + 1]!) {
      const length = this.#lengthOf(key, block)
      for (let at = block + 2; at < block + 2 + length * 2; at += 2) {
        if (this.#pool[at] !== document) continue
        const packed = this.#pool[at + 1]!
        this.#moveLastTo(key, at)
        return packed
      }
    }
    return 0
  }

  /** Copies the list of a key, document and counts in turn, to the beginning of `into`, which holds twice `count(key)`. Returns how many numbers that are. */
  read(key: number, into: Uint32Array): number {
    let length = 0
    for (let block = this.#heads[key] ?? 0; block !== 0; block = this.#pool[block + 1]!) {
      const numbers = this.#lengthOf(key, block) * 2
      into.set(this.#pool.subarray(block + 2, block + 2 + numbers), length)
      length += numbers
    }
    return length
  }

  #lengthOf(key: number, block: number): number {
    return block === this.#tails[key] ? this.#filled[key]! : this.#pool[block]!
  }

  #moveLastTo(key: number, at: number): void {
    const tail = this.#tails[key]!
    const last = tail + this.#filled[key]! * 2
    this.#pool[at] = this.#pool[last]!
    this.#pool[at + 1] = this.#pool[last + 1]!
    this.#filled[key]!--
    this.#counts[key]!--
    if (this.#filled[key] === 0) this.#dropTail(key, tail)
  }

  /** The block before an empty last one becomes the last; the empty one is lost until the index is built anew. */
  #dropTail(key: number, tail: number): void {
    const head = this.#heads[key]!
    if (head === tail) {
      this.#heads[key] = 0
      this.#tails[key] = 0
      return
    }
    let block = head
    while (this.#pool[block + 1] !== tail) block = this.#pool[block + 1]!
    this.#pool[block + 1] = 0
    this.#tails[key] = block
    this.#filled[key] = this.#pool[block]!
  }

  #block(capacity: number): number {
    const at = this.#used
    const length = 2 + capacity * 2
    if (at + length > this.#pool.length) {
      const larger = new Uint32Array(Math.max(this.#pool.length * 1.6, at + length))
      larger.set(this.#pool)
      this.#pool = larger
    }
    this.#pool[at] = capacity
    this.#used += length
    return at
  }
}
