import { stem } from '../analyser/stem.ts'
import type { Synonyms } from '../analyser/synonyms.ts'
import { newMemo, type QueryWord } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { type Reading, readAsTyped, readElsewhere, readPiece, readUnfinished } from './readings.ts'
import { addCompletions, addFamily, addSplit, addSynonymsAt, queryWord } from './word-ways.ts'

/** A piece of a question, read. */
export interface Term {
  typed: ReadTerm
  /** null: nobody asked yet. */
  repaired: ReadTerm | null
  /** While it is being typed; undefined: nobody asked yet, null: it begins no word. */
  unfinished?: ReadTerm | null
}

/** One reading of a piece with the words that it gives. */
export interface ReadTerm {
  reading: Reading
  words: TermWord[]
}

/** A word as it stands in a question. What is remembered of it must not be changed. */
export interface TermWord {
  key: string
  /** The word without anything that its neighbours or its place add. */
  bare: QueryWord
  /** The word beside which none is that adds anything, by what is asked of it; made when it is first asked for. */
  alone: (QueryWord | undefined)[]
}

/** How a word is asked for. */
export interface WordAsked {
  isLast: boolean
  typing: boolean
  repair: boolean
}

/** Pieces that are remembered of one vocabulary in each of two halves, of which the older goes when the newer is full; about 2 KB each. */
const mostTerms = 4000
/** Longest piece that is remembered, in UTF-16 units. */
const longest = 40

/**
 * What the pieces of questions mean with the words of one vocabulary, until an answer comes or goes. The same words are asked all the time, in ever new
 * questions. A vocabulary belongs to one channel and language, and so does what is remembered here.
 */
export class Terms {
  readonly #vocabulary: Vocabulary
  readonly #synonyms: Synonyms
  #known = new Map<string, Term>()
  #former = new Map<string, Term>()
  #changes: number

  constructor(vocabulary: Vocabulary, synonyms: Synonyms) {
    this.#vocabulary = vocabulary
    this.#synonyms = synonyms
    this.#changes = vocabulary.changes
  }

  of(piece: string): Term {
    if (this.#changes !== this.#vocabulary.changes) {
      this.#known.clear()
      this.#former.clear()
      this.#changes = this.#vocabulary.changes
    }
    const known = this.#known.get(piece)
    if (known) return known
    const term = this.#former.get(piece) ?? this.#read(piece)
    if (piece.length > longest) return term
    if (this.#known.size >= mostTerms) {
      this.#former = this.#known
      this.#known = new Map()
    }
    this.#known.set(piece, term)
    return term
  }

  /** Whether no answer says the word, but synonyms lead from it to what answers say: it is no slip. */
  #isSynonym({ words }: Reading): boolean {
    const isSaid = (key: string) => this.#vocabulary.findKey(key) !== undefined
    return words.every(
      ({ token }) =>
        token.empty ||
        isSaid(token.key) ||
        this.#synonyms.expand([token.key], 0).some(({ expansions }) => expansions.some(expansion => expansion.keys.every(isSaid))),
    )
  }

  #read(piece: string): Term {
    const typed = readAsTyped(this.#vocabulary, piece)
    const reading = typed.cost > 0 && this.#isSynonym(typed) ? { ...typed, cost: 0 } : typed
    return { typed: this.words(reading), repaired: null }
  }

  /** The cheapest way in which the piece makes sense. */
  repair(piece: string, term: Term): ReadTerm {
    if (term.repaired === null) {
      const best = readPiece(this.#vocabulary, piece, term.typed.reading)[0]!
      const reading = (best.cost < 1 ? undefined : readElsewhere(piece).find(other => this.#isSynonym(other))) ?? best
      term.repaired = reading === term.typed.reading ? term.typed : this.words(reading)
    }
    return term.repaired
  }

  /** The piece as the beginning of a word, or else as `repair` reads it. */
  unfinished(piece: string, term: Term): ReadTerm {
    if (term.unfinished === undefined) {
      const reading = readUnfinished(this.#vocabulary, piece, term.typed.reading)
      term.unfinished = reading && this.words(reading)
    }
    return term.unfinished ?? this.repair(piece, term)
  }

  words(reading: Reading): ReadTerm {
    const isCode = reading.words.some(({ token }) => token.joined && token.code)
    const words = reading.words.map(word => {
      const bare = queryWord(this.#vocabulary, word, reading)
      // The digit of 3-НДФЛ tells nothing without the rest.
      if (isCode && /^\d{1,2}$/.test(bare.surface)) bare.empty = true
      return { key: stem(bare.surface), bare, alone: [] }
    })
    return { reading, words }
  }

  /** The word with every way to find it, where no neighbour adds any. */
  alone(word: TermWord, asked: WordAsked): QueryWord {
    const place = (asked.isLast ? 1 : 0) | (asked.typing ? 2 : 0) | (asked.repair ? 4 : 0)
    word.alone[place] ??= this.#finish(word, asked)
    return word.alone[place]
  }

  #finish({ bare, key }: TermWord, { isLast, typing, repair }: WordAsked): QueryWord {
    const word: QueryWord = { ...bare, options: [...bare.options], memo: newMemo() }
    if (!word.joined) {
      addSynonymsAt(this.#vocabulary, [word], [key], 0, this.#synonyms)
      addFamily(this.#vocabulary, word)
      if (isLast) addCompletions(this.#vocabulary, word, typing)
    }
    if (repair) addSplit(this.#vocabulary, word)
    return word
  }
}

const terms = new WeakMap<Vocabulary, WeakMap<Synonyms, Terms>>()

/** What is remembered with these synonyms. */
export function termsOf(vocabulary: Vocabulary, synonyms: Synonyms): Terms {
  let bySynonyms = terms.get(vocabulary)
  if (!bySynonyms) {
    bySynonyms = new WeakMap()
    terms.set(vocabulary, bySynonyms)
  }
  let known = bySynonyms.get(synonyms)
  if (!known) {
    known = new Terms(vocabulary, synonyms)
    bySynonyms.set(synonyms, known)
  }
  return known
}
