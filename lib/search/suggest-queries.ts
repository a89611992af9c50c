import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { foldWord } from './analyser/fold.ts'
import { isFunctionWord } from './analyser/function-words.ts'
import type { Query } from './engine/query.ts'
import { type Hit, rank } from './engine/rank.ts'
import type { SearchIndex } from './engine/search-index.ts'
import type { Vocabulary } from './engine/vocabulary.ts'
import { currentAnswersOf } from './read-hit.ts'
import { type RecalledAnswers, recallAnswers, recallNow } from './recall/recall-answers.ts'

/** A way to go on: an answer's title with its slug, or the question with its last word completed. */
export interface Suggestion {
  text: string
  slug: string | null
}

export interface SuggestRequest {
  channel: string
  locale: string
  q: string
  /** 1 to 20; 8 unless told. */
  limit?: number
}

/** Completed words that are proposed, and forms that are looked at for them: as many as the question itself is completed with. */
const mostWords = 3
const mostForms = 24

export interface Suggestions {
  query: string
  items: Suggestion[]
}

/**
 * What somebody who is typing may mean: words and titles of what this channel says now, nothing else; empty for an empty question. Throws not_found for an
 * unknown channel, unauthenticated or forbidden where the actor may not read it.
 */
export async function suggestQueries(istok: Istok, actor: Actor, request: SuggestRequest): Promise<Suggestions> {
  const { channel, locale, q } = request
  return (
    suggestQueriesNow(istok, actor, request) ??
    suggestFrom(istok, request, await recallAnswers(istok, { channel, q, typing: true }, locale, null))
  )
}

/** The same where the index is in memory; null: it has to be waited for. */
export function suggestQueriesNow(istok: Istok, actor: Actor, request: SuggestRequest): Suggestions | null {
  const { channel, locale, q } = request
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  if (q.trim() === '') return { query: q, items: [] }
  const recalled = recallNow(istok, { channel, q, typing: true }, locale)
  return recalled && suggestFrom(istok, request, recalled)
}

function suggestFrom(istok: Istok, { channel, locale, q, limit = 8 }: SuggestRequest, { index, query }: RecalledAnswers): Suggestions {
  const said = query.corrected?.query ?? q
  const words = /\S$/.test(q) && /[\p{L}\p{N}]$/u.test(said) ? completeLast(said, index.vocabulary) : []
  const answers = currentAnswersOf(istok)
  const items: Suggestion[] = []
  for (const hit of titlesFirst(index, query, rank(index, query, limit * 3).hits)) {
    const current = items.length < limit ? answers.find(channel, locale, hit.slug) : null
    if (current) items.push({ text: current.title, slug: hit.slug })
  }
  const completed = words.map(text => ({ text, slug: null }))
  return { query: q, items: [...completed, ...items].slice(0, limit) }
}

/** Whoever types sees titles only: those that say more of what was typed come first, otherwise in the order of the hits. */
function titlesFirst(index: SearchIndex, { words }: Query, hits: readonly Hit[]): Hit[] {
  const telling = words.filter(word => !word.empty && !word.joined)
  const said = (document: number) => {
    const { keys, ends } = index.answers[document]!
    const title = new Set(keys.subarray(0, ends[0]))
    return telling.filter(({ options }) => options.some(option => option.keys.every(key => title.has(key)))).length
  }
  return hits
    .map(hit => ({ hit, said: said(hit.document) }))
    .sort((a, b) => b.said - a.said)
    .map(({ hit }) => hit)
}

/** The question with its last word completed by the words that stand in the most answers, each in one form. */
function completeLast(q: string, vocabulary: Vocabulary): string[] {
  const [last = ''] = /[\p{L}\p{N}\p{M}-]+$/u.exec(q) ?? []
  const prefix = foldWord(last)
  if (prefix.length < 2) return []
  const byKey = new Map<number, string>()
  for (const number of vocabulary.startingWith(prefix, mostForms)) {
    const [word, key] = [vocabulary.words[number]!, vocabulary.keyOf[number]!]
    if (word !== prefix && vocabulary.isSaid[number] && !isFunctionWord(word) && !byKey.has(key)) byKey.set(key, word)
  }
  return Array.from(byKey.values(), word => q.slice(0, q.length - last.length) + word).slice(0, mostWords)
}
