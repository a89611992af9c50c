import en from '../../content/foreign-questions.en.json' with { type: 'json' }
import ru from '../../content/foreign-questions.ru.json' with { type: 'json' }
import type { TaughtArticle } from './taught-article.ts'

/** Foreign questions for each text of the articles, at most: they must not outweigh what is asked of a small base. */
const forEachText = 1 / 3
/**
 * A small base gets so many all the same: from nothing but five to twenty articles it cannot know what is foreign. On three public sets with none and three
 * phrasings AUROC against questions of another subject is 90.4 instead of 83.6, and no article is found less often.
 */
const fewest = 80

/**
 * Questions that people ask everybody and no base in particular (who painted this, why is the sky blue): Russian ones for articles whose title has Cyrillic
 * letters, English ones for the others. A base itself cannot tell what is common to all questions from what is its own. Where it does answer one of them,
 * its own phrasings count more. As many as go with so many texts, at least some eighty, spread evenly over the list.
 */
export function foreignTo(articles: readonly TaughtArticle[]): string[] {
  const isCyrillic = ({ title }: TaughtArticle) => /\p{Script=Cyrillic}/u.test(title)
  const cyrillic = articles.filter(isCyrillic)
  return [...spread(ru, textsOf(cyrillic) * forEachText), ...spread(en, textsOf(articles.filter(one => !isCyrillic(one))) * forEachText)]
}

/** The questions that people ask everybody in one language; none for a language other than Russian and English. */
export function generalQuestions(locale: string): readonly string[] {
  return locale === 'ru' ? ru : locale === 'en' ? en : []
}

function textsOf(articles: readonly TaughtArticle[]): number {
  return articles.reduce((sum, { questions, passages = [] }) => sum + 1 + questions.length + passages.length, 0)
}

function spread(known: readonly string[], most: number): string[] {
  if (most === 0) return []
  const count = Math.min(known.length, Math.max(fewest, Math.floor(most)))
  return Array.from({ length: count }, (_, at) => known[Math.floor((at * known.length) / count)]!)
}
