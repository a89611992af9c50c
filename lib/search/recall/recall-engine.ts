import type { Audience } from '#lib/document/types.ts'

/** A word of the question with everything that it may stand as in the index. */
export interface RecallWord {
  /** Keys of the analyser; an answer with any of them has the word. */
  keys: readonly string[]
  /** What the word may begin, where it may be unfinished. */
  prefix: string | null
  /** The word as it was typed, folded. */
  surface: string
  /** Says nothing of the matter. */
  empty: boolean
  /** In how many answers of the channel it stands; null: not known. */
  answers: number | null
}

/** What is looked for, and whose answers may be found. */
export interface RecallRequest {
  channel: string
  audience: Audience
  locale: string
  words: readonly RecallWord[]
  /** Slugs of which the answer's category must be one. */
  categories: readonly string[] | null
  tag: string | null
  /** 1 to 1,000. */
  limit: number
}

/** An answer that may be meant, and how well the engine thinks it fits; comparable within one request only. */
export interface Recalled {
  articleId: string
  score: number
}

/**
 * What finds the answers that may be meant. Everything else is shared: the reading of the question, the order, the score, texts and highlights, and the look
 * whether the caller may see what was found.
 */
export interface RecallEngine {
  name: 'fts5' | 'meilisearch'
  /** The answers that have most of the words, best first. Throws where the engine does not answer. */
  recall(request: RecallRequest): Promise<Recalled[]>
}
