import en from '../../content/foreign-questions.en.json' with { type: 'json' }
import ru from '../../content/foreign-questions.ru.json' with { type: 'json' }
import type { TaughtArticle } from './taught-article.ts'

/** Foreign questions for each text of the articles, at most: they must not outweigh what is asked of a small base. */
const most = 1 / 3

/**
 * Questions that people ask everybody and no base in particular (who painted this, why is the sky blue), in the letters of most titles: Russian where
 * these are Cyrillic, else English. A base itself cannot tell what is common to all questions from what is its own. Where it does answer one of them, its
 * own phrasings count more. As many as go with so many articles, spread evenly over the list.
 */
export function foreignTo(articles: readonly TaughtArticle[]): string[] {
  const cyrillic = articles.filter(({ title }) => /\p{Script=Cyrillic}/u.test(title)).length
  const known = 2 * cyrillic > articles.length ? ru : en
  const texts = articles.reduce((sum, { questions, passages = [] }) => sum + 1 + questions.length + passages.length, 0)
  const count = Math.min(known.length, Math.floor(texts * most))
  return Array.from({ length: count }, (_, at) => known[Math.floor((at * known.length) / count)]!)
}
