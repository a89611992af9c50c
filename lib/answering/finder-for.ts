import { rank } from '#lib/search/engine/rank.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { recallAnswers } from '#lib/search/recall/recall-answers.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { findersOf } from './open-finders.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import { type AnswerFinder, compareArticles } from './train-finder.ts'

/** Articles of a channel that are learned; beyond that the weights of each would be too few. */
export const mostLearned = 25_000
/** Up to so many articles every question waits for a finder that knows the newest release: it is there within a second. */
const fewArticles = 20
/** Milliseconds for which a question waits for a finder that is being trained. */
const patience = 500
/** Articles that search proposes for a question that is not asked of a trained finder. */
const proposed = 30

/**
 * The finder that a question is to be asked of: the trained one where it is there; otherwise, and where search puts an article first that was published after
 * the training, one of the articles that search finds for it, compared and not trained, some tens of milliseconds.
 */
export async function finderFor(
  istok: Istok,
  { channel, locale, question }: { channel: string; locale: string; question: string },
): Promise<AnswerFinder> {
  const count = searchOf(istok).count(channel, locale)
  const finders = findersOf(istok)
  if (count <= fewArticles) return finders.finder(channel, locale)
  const finder = count <= mostLearned ? await finders.inTime(channel, locale, patience) : null
  const newer = finders.newerThan(channel, locale, finder)
  if (finder && newer.size === 0) return finder
  const { index, query, documents } = await recallAnswers(istok, { channel, q: question }, locale, null)
  const { hits } = rank(index, query, proposed, documents && (document => documents.has(document)))
  if (finder && !(hits[0] && newer.has(hits[0].articleId))) return finder
  const ids = hits.map(({ articleId }) => articleId)
  return compareArticles([...readTaughtArticles(istok.database.reader, { channel, locale, at: now() }, ids)])
}
