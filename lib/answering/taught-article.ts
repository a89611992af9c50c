/** An article as the finder learns it. */
export interface TaughtArticle {
  /** The caller's name for it. */
  key: string
  title: string
  /** The phrasings in which customers ask for it. */
  questions: readonly string[]
  /** What it says: short answer, headings, paragraphs. They teach its words, but count less than a phrasing. */
  passages?: readonly string[]
  /** Questions that it answered with confidence. Nobody checked them, so they count less, too. */
  heard?: readonly string[]
}
