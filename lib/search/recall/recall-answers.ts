import { channels, isChannelKind } from '#lib/compile/channels.ts'
import type { Istok } from '../../istok.ts'
import type { Query } from '../engine/query.ts'
import { rank } from '../engine/rank.ts'
import type { SearchIndex } from '../engine/search-index.ts'
import { readUnsent } from '../meili/read-unsent.ts'
import { type Search, searchOf } from '../open-search.ts'
import { readQuery } from '../repair/read-query.ts'
import { noteDamage } from '../stored/damage.ts'
import { enginesOf } from './open-engines.ts'
import { wordsOfQuery, wordsOfText } from './read-words.ts'
import type { Recalled, RecallWord } from './recall-engine.ts'

/** Answers that an engine proposes for the shared order; where all are in memory, and where they are read for the one question. */
const most = { inMemory: 1000, read: 40 }

export interface RecallAsked {
  channel: string
  q: string
  tag?: string | null
  repair?: boolean
  /** The last word may be unfinished: what is typed is answered without the way to another process. */
  typing?: boolean
}

/** What the shared order, score and highlights are made from. */
export interface RecalledAnswers {
  index: SearchIndex
  query: Query
  /** Documents of the index that the engine found, and those that it does not have as they are now; null: whatever the index finds. */
  documents: ReadonlySet<number> | null
  engine: 'fts5' | 'meilisearch'
  /** True where the configured engine did not answer, or where the index in memory is still being made and unknown words are repaired less well. */
  degraded: boolean
}

/**
 * Finds what may answer a question: in memory where the channel's index is there; through Meilisearch where that is configured and answers; through FTS5 while
 * the index in memory is being made, or where there is too much for it. Meilisearch that finds nothing of what is in memory has lost its documents: then
 * memory answers. `branch`: slugs of categories, or null for all.
 */
export async function recallAnswers(
  istok: Istok,
  asked: RecallAsked,
  locale: string,
  branch: readonly string[] | null,
): Promise<RecalledAnswers> {
  const search = searchOf(istok)
  const { channel, q, repair, typing } = asked
  const index = (await search.ready(channel, locale)) ?? (await nextTurn(istok).then(() => search.now(channel, locale)))
  const options = { synonyms: search.synonyms(locale), repair, typing }
  const query = index && readQuery(index.vocabulary, q, options)
  const words = index && query ? wordsOfQuery(index.vocabulary, query) : wordsOfText(q, options.synonyms)
  const { embedded, meili } = enginesOf(istok)
  const readDamage = (error: unknown) => {
    if (!noteDamage(istok.database, error)) throw error
    return null
  }
  const isAsked = meili !== null && !typing
  const found = isAsked ? await tryRecall(istok, { ...asked, locale, branch }, words, index ? most.inMemory : most.read) : null
  const degraded = isAsked && !found
  if (index && query) {
    const documents = found ? documentsOf(index, [...found.map(one => one.articleId), ...readUnsent(istok.database)]) : null
    if (documents && found?.length === 0 && branch === null && !asked.tag && hidesAnswers(index, query, documents)) {
      meili?.replica.doubt()
      return { index, query, documents: null, engine: 'fts5', degraded: true }
    }
    return { index, query, documents, engine: found ? 'meilisearch' : 'fts5', degraded }
  }
  const proposed = found ?? (await embedded.recall(requestFor({ ...asked, locale, branch }, words, most.read)).catch(readDamage))
  if (!proposed) {
    await search.warm(channel, locale)
    const whole = search.now(channel, locale) ?? readCandidates(search, channel, locale, [])
    return { index: whole, query: readQuery(whole.vocabulary, q, options), documents: null, engine: 'fts5', degraded: true }
  }
  const read = readCandidates(search, channel, locale, proposed)
  return {
    ...{ index: read, query: readQuery(read.vocabulary, q, options), documents: null },
    ...{ engine: found ? 'meilisearch' : 'fts5', degraded: true },
  }
}

/** Whether the index finds something, and nothing of it is among these documents. */
function hidesAnswers(index: SearchIndex, query: Query, documents: ReadonlySet<number>): boolean {
  if (rank(index, query, 1, document => documents.has(document)).hits.length > 0) return false
  return rank(index, query, 1).hits.length > 0
}

const turns = new WeakMap<Istok, Promise<void>>()

/**
 * Waits until it is this question's turn: those that come while the index is being made are dear, and go one at a time, so that the making gets on between
 * them and most find it done.
 */
async function nextTurn(istok: Istok): Promise<void> {
  const before = turns.get(istok)
  const mine = (before ?? Promise.resolve()).then(() => new Promise<void>(resolve => setImmediate(resolve)))
  turns.set(istok, mine)
  void mine.then(() => turns.get(istok) === mine && turns.delete(istok))
  await before
}

/** The same where it can be had at once: the index is in memory and Meilisearch is not asked. null: it has to be waited for. */
export function recallNow(istok: Istok, { channel, q, repair, typing }: RecallAsked, locale: string): RecalledAnswers | null {
  if (enginesOf(istok).meili !== null && !typing) return null
  const search = searchOf(istok)
  const index = search.now(channel, locale)
  if (!index) return null
  const query = readQuery(index.vocabulary, q, { synonyms: search.synonyms(locale), repair, typing })
  return { index, query, documents: null, engine: 'fts5', degraded: false }
}

interface Place extends RecallAsked {
  locale: string
  branch: readonly string[] | null
}

async function tryRecall(istok: Istok, place: Place, words: readonly RecallWord[], limit: number): Promise<Recalled[] | null> {
  const { meili } = enginesOf(istok)
  if (!meili?.isUsable()) return null
  try {
    return await meili.engine.recall(requestFor(place, words, limit))
  } catch (error) {
    meili.fail(error)
    return null
  }
}

function requestFor({ channel, locale, branch, tag = null }: Place, words: readonly RecallWord[], limit: number) {
  const audience = isChannelKind(channel) ? channels[channel].audience : 'public'
  return { channel, audience, locale, words, categories: branch, tag, limit }
}

function documentsOf(index: SearchIndex, articles: readonly string[]): Set<number> {
  const documents = new Set<number>()
  for (const articleId of articles) {
    const number = index.numberOfArticle(articleId)
    if (number !== undefined) documents.add(number)
  }
  return documents
}

function readCandidates(search: Search, channel: string, locale: string, found: readonly Recalled[]): SearchIndex {
  return search.candidates(
    channel,
    locale,
    found.map(({ articleId }) => articleId),
  )
}
