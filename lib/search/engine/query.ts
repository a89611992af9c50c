/** How a word of the question was found in an answer. */
export type MatchedBy = 'surface' | 'stem' | 'synonym' | 'prefix' | 'typo' | 'layout' | 'translit'

/** One way to find a word of the question: answers that have all of these keys. */
export interface Option {
  keys: readonly number[]
  /** 0 to 1. */
  weight: number
  by: MatchedBy
  /** What the word is read as, where it is read as another. */
  word?: string
}

/** A word of the question with every way to find it, the best first; without any it stands in no answer. */
export interface QueryWord {
  surface: string
  options: Option[]
  /** Says nothing of the matter: it counts little. */
  empty: boolean
  /** Stands over the parts of a compound. */
  joined: boolean
  code: boolean
  /** Where the same object comes again with other questions, and nobody changes it: what was worked out of it. */
  memo?: WordMemo
}

export type CorrectionKind = 'layout' | 'typo' | 'translit'

/** What was read instead of what was typed. */
export interface Correction {
  query: string
  kind: CorrectionKind
  /** True: the hits are those of the corrected query. */
  applied: boolean
}

/** What an index knows of a word, as long as no answer comes or goes. */
export interface WordMemo {
  generation: number
  weight: number
  /** The documents that have the word and what they say of it in the best way; null: not kept. `epoch`: that in which it was kept. */
  documents: Uint32Array | null
  sums: Float32Array | null
  epoch: number
  /** How often it was asked for. */
  uses: number
}

/** Nothing known yet. */
export function newMemo(): WordMemo {
  return { generation: 0, weight: 0, documents: null, sums: null, epoch: 0, uses: 0 }
}

/** A question as this index can understand it. */
export interface Query {
  words: QueryWord[]
  corrected: Correction | null
}
