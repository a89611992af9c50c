import { rank } from '#lib/search/engine/rank.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { recallAnswers } from '#lib/search/recall/recall-answers.ts'
import type { Istok } from '../istok.ts'
import { fewArticles } from './learn-in-thread.ts'
import { findersOf } from './open-finders.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import { type AnswerFinder, compareArticles } from './train-finder.ts'

/** Articles of a channel that are learned: a finder's weights are articles × features, 96 MB at most; beyond that each would know too few features. */
export const mostLearned = 2000
/** Milliseconds for which a question waits for a finder that is being trained. */
const patience = 500
/** Articles that search proposes for a question that is not asked of a trained finder. */
const proposed = 30

/**
 * The finder that a question is to be asked of: the trained one where it is there, and up to `mostLearned` articles; otherwise one of the articles that
 * search finds for it, compared and not trained, some tens of milliseconds.
 */
export async function finderFor(
  istok: Istok,
  { channel, locale, question }: { channel: string; locale: string; question: string },
): Promise<AnswerFinder> {
  const count = searchOf(istok).count(channel, locale)
  if (count <= fewArticles) return findersOf(istok).finder(channel, locale)
  if (count <= mostLearned) {
    const finder = await findersOf(istok).inTime(channel, locale, patience)
    if (finder) return finder
  }
  const { index, query, documents } = await recallAnswers(istok, { channel, q: question }, locale, null)
  const { hits } = rank(index, query, proposed, documents && (document => documents.has(document)))
  const articles = await readTaughtArticles(
    istok,
    channel,
    locale,
    hits.map(({ articleId }) => articleId),
  )
  return compareArticles(articles)
}
