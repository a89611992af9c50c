import { rank } from '#lib/search/engine/rank.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { recallAnswers } from '#lib/search/recall/recall-answers.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { findersOf } from './open-finders.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import { type AnswerFinder, learnBriefly } from './train-finder.ts'

interface Asked {
  channel: string
  locale: string
  question: string
}

/** Articles of a channel that are learned; beyond that the weights of each would be too few. */
export const mostLearned = 25_000
/** Up to so many articles every question waits for a finder that knows the newest release: it is there within a second. */
const fewArticles = 20
/** Articles that search proposes for a question that is not asked of a trained finder. */
const proposed = 30

/**
 * The finder that a question is to be asked of: the trained one where it is there; otherwise, and where search puts an article first that was published after
 * the training, one of the articles that search finds for it, learned briefly, some tens of milliseconds.
 */
export async function finderFor(istok: Istok, { channel, locale, question }: Asked): Promise<AnswerFinder> {
  const count = searchOf(istok).count(channel, locale)
  const finders = findersOf(istok)
  if (count <= fewArticles) return finders.finder(channel, locale)
  const finder = count <= mostLearned ? await finders.inTime(channel, locale, 0) : null
  const newer = finders.newerThan(channel, locale, finder)
  if (finder && newer.size === 0) return finder
  const ids = await proposeArticles(istok, { channel, locale, question })
  if (finder && !(ids[0] !== undefined && newer.has(ids[0]))) return finder
  return learnProposed(istok, { channel, locale }, ids)
}

/** Ids of the articles that search finds for a question, the best first. */
export async function proposeArticles(istok: Istok, { channel, locale, question }: Asked): Promise<string[]> {
  const { index, query, documents } = await recallAnswers(istok, { channel, q: question }, locale, null)
  return rank(index, query, proposed, documents && (document => documents.has(document))).hits.map(({ articleId }) => articleId)
}

/** A finder of these articles, learned for one question. */
export function learnProposed({ database }: Istok, { channel, locale }: Omit<Asked, 'question'>, ids: readonly string[]): AnswerFinder {
  return learnBriefly([...readTaughtArticles(database.reader, { channel, locale, at: now() }, ids)])
}
