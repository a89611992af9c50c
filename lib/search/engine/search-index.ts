import { type Token, tokenise } from '../analyser/tokens.ts'
import type { AnswerText } from './answer-text.ts'
import { FieldLengths } from './field-lengths.ts'
import { countIn, countOne, fields } from './fields.ts'
import { Labels } from './labels.ts'
import { pieceCount } from './pieces.ts'
import { Postings } from './postings.ts'
import { Scores } from './scores.ts'
import { Vocabulary } from './vocabulary.ts'

/** What is kept of an answer beside the postings. Words by their numbers in the vocabulary. */
export interface IndexedAnswer {
  slug: string
  articleId: string
  /** By their numbers in the labels; -1: no category. */
  category: number
  tags: readonly number[]
  /** Text after text: the title, every question, the short answer. */
  texts: Uint32Array
  /** The key of each of these words. */
  keys: Uint32Array
  /** Where each of these texts ends. */
  ends: readonly number[]
  /** How many pieces of four letters the words of each text have. */
  pieces: readonly number[]
  /** Every word of the answer once: what is taken back when it goes. */
  words: Uint32Array
}

const tagField = fields.indexOf('tags')

/** Words of a short answer that count for its order. */
const shortAnswerWords = 60

/** Answers among which rarity is reckoned at least. */
const leastBreadth = 20

/**
 * The answers of one channel in one language, in memory: postings by key, the vocabulary of exactly these answers, and what ranking looks at closely.
 * There is one index for each channel and language, so that no count, word or correction of one can be seen through another.
 */
export class SearchIndex {
  readonly vocabulary = new Vocabulary()
  readonly postings = new Postings()
  readonly lengths = new FieldLengths()
  readonly scores = new Scores()
  readonly labels = new Labels()
  readonly answers: (IndexedAnswer | null)[] = []
  readonly #numbers = new Map<string, number>()
  readonly #articles = new Map<string, number>()
  readonly #free: number[] = []
  #generation = 1
  /** By field, by key: documents that have the key in the field. */
  readonly #fieldDocuments: number[][] = fields.map(() => [])

  /** Answers. */
  get size(): number {
    return this.#numbers.size
  }

  /** Among how many answers rarity is reckoned: what few candidates of another engine have in common is not common, and the same hit scores alike either way. */
  get breadth(): number {
    return Math.max(leastBreadth, this.#numbers.size)
  }

  /** Another number after every change: what is remembered of the index under a former one does not count. */
  get generation(): number {
    return this.#generation
  }

  /** Numbers of documents are below this. */
  get end(): number {
    return this.answers.length
  }

  /** Documents that have the key in the field. */
  fieldCount(field: number, key: number): number {
    return this.#fieldDocuments[field]![key] ?? 0
  }

  slugs(): IterableIterator<string> {
    return this.#numbers.keys()
  }

  find(slug: string): IndexedAnswer | null {
    return this.answers[this.#numbers.get(slug) ?? -1] ?? null
  }

  numberOf(slug: string): number | undefined {
    return this.#numbers.get(slug)
  }

  /** The document of an article. */
  numberOfArticle(articleId: string): number | undefined {
    return this.#articles.get(articleId)
  }

  /** Puts an answer in, in place of the one that had its slug. */
  put(text: AnswerText): void {
    this.remove(text.slug)
    this.#change()
    const number = this.#free.pop() ?? this.answers.length
    const counts = new Map<number, number>()
    const words = new Set<number>()
    const lengths: number[] = []
    const add = (field: number, tokens: readonly Token[]) => {
      const numbers = this.#number(tokens)
      lengths[field] = (lengths[field] ?? 0) + tokens.length
      for (let at = 0; at < numbers.length; at++) {
        const word = numbers[at]!
        const key = this.vocabulary.keyOf[word]!
        if (field !== tagField && !tokens[at]!.joined) this.vocabulary.isSaid[word] = true
        counts.set(key, countOne(counts.get(key) ?? 0, field))
        words.add(word)
      }
      return numbers
    }
    const texts = [add(0, tokenise(text.title)), ...text.questions.map(question => add(1, tokenise(question)))]
    texts.push(add(2, tokenise(text.shortAnswer)).slice(0, shortAnswerWords))
    for (const heading of text.headings) add(3, tokenise(heading))
    add(
      4,
      tokenise(text.body).filter(token => !token.empty),
    )
    for (const tag of text.tags) add(tagField, tokenise(tag))
    this.#addPostings(number, counts)
    for (const word of words) this.vocabulary.add(word)
    this.lengths.set(number, lengths)
    const { slug, articleId } = text
    const category = text.category === null ? -1 : this.labels.put(text.category)
    const tags = text.tags.map(tag => this.labels.put(tag))
    let end = 0
    const ends = texts.map(({ length }) => (end += length))
    const { words: surfaces, keyOf } = this.vocabulary
    const said = Uint32Array.from(texts.flat())
    const keys = said.map(word => keyOf[word]!)
    const pieces = texts.map(text => text.reduce((sum, word) => sum + pieceCount(surfaces[word]!), 0))
    this.answers[number] = { slug, articleId, category, tags, texts: said, keys, ends, pieces, words: Uint32Array.from(words) }
    this.#numbers.set(slug, number)
    this.#articles.set(articleId, number)
  }

  /** Takes an answer out; nothing of it is left to be found, counted or proposed. */
  remove(slug: string): void {
    const number = this.#numbers.get(slug)
    const answer = number === undefined ? null : this.answers[number]
    if (number === undefined || !answer) return
    this.#change()
    for (const key of new Set(Array.from(answer.words, word => this.vocabulary.keyOf[word]!))) {
      const packed = this.postings.remove(key, number)
      for (let field = 0; field < fields.length; field++) if (countIn(packed, field) > 0) this.#fieldDocuments[field]![key]!--
    }
    for (const word of answer.words) this.vocabulary.drop(word)
    this.lengths.set(number, [])
    this.answers[number] = null
    this.#numbers.delete(slug)
    if (this.#articles.get(answer.articleId) === number) this.#articles.delete(answer.articleId)
    this.#free.push(number)
  }

  #change(): void {
    this.#generation++
    this.vocabulary.change()
  }

  #number(tokens: readonly Token[]): number[] {
    return tokens.map(token => this.vocabulary.put(token.surface, token.key))
  }

  #addPostings(number: number, counts: ReadonlyMap<number, number>): void {
    for (const [key, packed] of counts) {
      this.postings.add(key, number, packed)
      for (let field = 0; field < fields.length; field++) {
        if (countIn(packed, field) === 0) continue
        const documents = this.#fieldDocuments[field]!
        documents[key] = (documents[key] ?? 0) + 1
      }
    }
  }
}
