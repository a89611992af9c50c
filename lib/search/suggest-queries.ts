import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { foldWord } from './analyser/fold.ts'
import { rank } from './engine/rank.ts'
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

/** Completed words that are proposed. */
const mostWords = 3

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
  for (const hit of rank(index, query, limit).hits) {
    const current = answers.find(channel, locale, hit.slug)
    if (current) items.push({ text: current.title, slug: hit.slug })
  }
  const completed = words.map(text => ({ text, slug: null }))
  return { query: q, items: [...completed, ...items].slice(0, limit) }
}

/** The question with its last word completed by the words that stand in the most answers. */
function completeLast(
  q: string,
  vocabulary: { startingWith(prefix: string, limit: number): readonly number[]; words: readonly string[] },
): string[] {
  const [last = ''] = /[\p{L}\p{N}\p{M}-]+$/u.exec(q) ?? []
  const prefix = foldWord(last)
  if (prefix.length < 2) return []
  return vocabulary
    .startingWith(prefix, mostWords * 2)
    .map(number => vocabulary.words[number]!)
    .filter(word => word !== prefix)
    .slice(0, mostWords)
    .map(word => q.slice(0, q.length - last.length) + word)
}
