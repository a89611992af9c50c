/** What search knows of one answer in one channel and language. Nothing of it is ever shown: texts come from the current rendition. */
export interface AnswerText {
  slug: string
  articleId: string
  title: string
  questions: readonly string[]
  shortAnswer: string
  headings: readonly string[]
  /** Plain text. */
  body: string
  category: string | null
  tags: readonly string[]
}
