import { stem } from '../analyser/stem.ts'

/** Texts by number and by length, for whoever looks for near ones. */
export interface WordList {
  readonly texts: readonly string[]
  /** Numbers of the texts of that many UTF-16 units. */
  ofLength(length: number): readonly number[]
  /** In how many answers a text stands; 0: it must not be proposed. */
  count(number: number): number
}

/** Beginnings of words whose completions are remembered until an answer changes. */
const remembered = 4000

/**
 * The words of the answers in one index: what repair, completion and suggestions may propose. A word that no answer says any more is not in it,
 * whatever else remembers its number.
 */
export class Vocabulary {
  readonly words: string[] = []
  /** Of each word: the number of its key. */
  readonly keyOf: number[] = []
  readonly keys: string[] = []
  readonly wordsOfKey: number[][] = []
  /** In how many answers the word stands. */
  readonly documents: number[] = []
  /** Of each word: whether a text says it by itself, so that it may be proposed; not so what only stands in tags or over the parts of a compound. */
  readonly isSaid: boolean[] = []
  readonly #numbers = new Map<string, number>()
  readonly #keyNumbers = new Map<string, number>()
  readonly #byLength: number[][] = []
  readonly #keysByLength: number[][] = []
  readonly wordList: WordList = {
    texts: this.words,
    ofLength: length => this.#byLength[length] ?? [],
    count: number => this.documents[number]!,
  }
  readonly keyList: WordList = {
    texts: this.keys,
    ofLength: length => this.#keysByLength[length] ?? [],
    count: number => this.wordsOfKey[number]!.reduce((most, word) => Math.max(most, this.documents[word]!), 0),
  }
  /** Of each key: how many of its words stand in any answer. */
  readonly #alive: number[] = []
  readonly #begun = new Map<string, readonly number[]>()
  #changes = 0
  #sorted = new Uint32Array(0)
  #sortedWords = 0

  /** Another number after every change of the answers. */
  get changes(): number {
    return this.#changes
  }

  /** The number of a word that may be new; `key` is the one its analyser gave. */
  put(word: string, key: string): number {
    const known = this.#numbers.get(word)
    if (known !== undefined) return known
    const number = this.words.length
    this.#numbers.set(word, number)
    this.words.push(word)
    this.documents.push(0)
    this.isSaid.push(false)
    const keyNumber = this.#putKey(key)
    this.keyOf.push(keyNumber)
    this.wordsOfKey[keyNumber]!.push(number)
    const same = this.#byLength[word.length] ?? []
    this.#byLength[word.length] = same
    same.push(number)
    return number
  }

  #putKey(key: string): number {
    const known = this.#keyNumbers.get(key)
    if (known !== undefined) return known
    const same = this.#keysByLength[key.length] ?? []
    this.#keysByLength[key.length] = same
    same.push(this.keys.length)
    this.#keyNumbers.set(key, this.keys.length)
    this.keys.push(key)
    this.wordsOfKey.push([])
    this.#alive.push(0)
    return this.keys.length - 1
  }

  /** One more answer says the word. */
  add(word: number): void {
    if (this.documents[word]!++ === 0) this.#alive[this.keyOf[word]!]!++
  }

  /** One answer fewer says it. */
  drop(word: number): void {
    if (--this.documents[word]! === 0) this.#alive[this.keyOf[word]!]!--
  }

  /** True when an answer says exactly this. */
  has(word: string): boolean {
    const number = this.#numbers.get(word)
    return number !== undefined && this.documents[number]! > 0
  }

  /** The number of the key of which an answer says some form; undefined: none does. */
  findKey(key: string): number | undefined {
    const number = this.#keyNumbers.get(key)
    return number !== undefined && this.#alive[number]! > 0 ? number : undefined
  }

  /** True when an answer says the word or another form of it. */
  knows(word: string): boolean {
    return this.has(word) || this.findKey(stem(word)) !== undefined
  }

  find(word: string): number | undefined {
    const number = this.#numbers.get(word)
    return number !== undefined && this.documents[number]! > 0 ? number : undefined
  }

  /** The form of a key that stands in the most answers; the first by its letters of those that are equal. */
  commonForm(key: number): string {
    let best = this.wordsOfKey[key]![0]!
    for (const word of this.wordsOfKey[key]!) {
      const more = this.documents[word]! - this.documents[best]!
      if (more > 0 || (more === 0 && this.words[word]! < this.words[best]!)) best = word
    }
    return this.words[best]!
  }

  /** Numbers of words that begin with `prefix`, those in the most answers first. */
  startingWith(prefix: string, limit: number): readonly number[] {
    const place = `${limit} ${prefix}`
    const known = this.#begun.get(place)
    if (known) return known
    if (this.#begun.size >= remembered) this.#begun.clear()
    const found = this.#findStarting(prefix, limit)
    this.#begun.set(place, found)
    return found
  }

  /** To be called when answers came or went: what is remembered of them is forgotten. */
  change(): void {
    this.#changes++
    if (this.#begun.size > 0) this.#begun.clear()
  }

  /** True when an answer says a word that begins so. */
  begins(prefix: string): boolean {
    this.settle()
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at++) {
      const number = this.#sorted[at]!
      if (!this.words[number]!.startsWith(prefix)) return false
      if (this.documents[number]! > 0) return true
    }
    return false
  }

  #findStarting(prefix: string, limit: number): number[] {
    this.settle()
    const { words, documents } = this
    const found: number[] = []
    for (let at = this.#firstFrom(prefix); at < this.#sorted.length; at++) {
      const number = this.#sorted[at]!
      if (!words[number]!.startsWith(prefix)) break
      const count = documents[number]!
      if (count === 0 || (found.length === limit && count <= documents[found[limit - 1]!]!)) continue
      let place = Math.min(found.length, limit - 1)
      for (; place > 0 && documents[found[place - 1]!]! < count; place--) found[place] = found[place - 1]!
      found[place] = number
    }
    return found
  }

  #firstFrom(prefix: string, from = 0): number {
    let low = from
    let high = this.#sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.words[this.#sorted[middle]!]! < prefix) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Puts the words that are new in their places for `startingWith`, which otherwise does it when it is asked. */
  settle(): void {
    if (this.#sortedWords === this.words.length) return
    const { words } = this
    const added = Array.from({ length: words.length - this.#sortedWords }, (_, index) => this.#sortedWords + index)
    added.sort((a, b) => (words[a]! < words[b]! ? -1 : 1))
    const merged = new Uint32Array(words.length)
    let [from, at] = [0, 0]
    for (const number of added) {
      const place = this.#firstFrom(words[number]!, from)
      while (from < place) merged[at++] = this.#sorted[from++]!
      merged[at++] = number
    }
    while (from < this.#sorted.length) merged[at++] = this.#sorted[from++]!
    this.#sorted = merged
    this.#sortedWords = this.words.length
  }
}
