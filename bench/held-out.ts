import type { TaughtArticle } from '#lib/answering/taught-article.ts'
import type { LabelledQuestion } from './answering-sets.ts'

/** One part of a set in which some articles are not taught: their questions are foreign, near to what is taught. */
export interface HeldOut {
  articles: TaughtArticle[]
  questions: LabelledQuestion[]
}

/** The set in so many parts: in each, every so-manieth article is held out whole. What is tuned on one set of foreign questions shows here whether it holds for others. */
export function holdOutArticles(articles: readonly TaughtArticle[], questions: readonly LabelledQuestion[], parts: number): HeldOut[] {
  return Array.from({ length: parts }, (_, part) => {
    const taught = articles.filter((_, at) => at % parts !== part)
    const keys = new Set(taught.map(({ key }) => key))
    const asked = questions.filter(({ key }) => key !== null)
    return { articles: taught, questions: asked.map(({ text, key }) => ({ text, key: key !== null && keys.has(key) ? key : null })) }
  })
}
