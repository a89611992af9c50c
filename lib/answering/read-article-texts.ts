import { readFeatures, type TextFeatures } from './features.ts'
import type { TaughtArticle } from './taught-article.ts'

/** A text of an article, read. */
export interface ReadText {
  features: TextFeatures
  /** How much it counts beside a phrasing. */
  weight: number
  /** Of a phrasing, the how-manieth of its article it is; −1 of everything else. */
  turn: number
  /** Whether nobody wrote it: it was asked and answered. */
  heard: boolean
}

export interface ReadArticle {
  texts: ReadText[]
}

/** How much a passage or a heard question counts beside a phrasing. */
const uncheckedWeight = 0.5
const mostHeard = 12

/** How much a question counts that no base is asked. Chosen on the mean of ten sets; from 0.15 to 1 the refusal of none of them moves by more than 0.6. */
const foreignWeight = 0.3

/** Foreign questions, read like the texts of an article. */
export function readForeign(questions: readonly string[], features: typeof readFeatures): ReadText[] {
  return questions.map(text => ({ features: features(text), weight: foreignWeight, turn: -1, heard: false }))
}

/** The texts of an article by which it is taught: its title, its phrasings, so many passages and what was heard. */
export function readArticleTexts(
  { title, questions, passages = [], heard = [] }: TaughtArticle,
  mostPassages: number,
  features: typeof readFeatures = readFeatures,
): ReadArticle {
  const read = (text: string, weight: number, turn: number, isHeard = false): ReadText => ({
    ...{ features: features(text), weight, turn, heard: isHeard },
  })
  return {
    texts: [
      read(title, 1, -1),
      ...[...new Set(questions)].map((text, turn) => read(text, 1, turn)),
      ...passages.slice(0, mostPassages).map(text => read(text, uncheckedWeight, -1)),
      ...heard.slice(0, mostHeard).map(text => read(text, uncheckedWeight, -1, true)),
    ],
  }
}
