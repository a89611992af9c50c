import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import type { Correction, MatchedBy } from './engine/query.ts'
import type { Confidence } from './engine/rank.ts'
import type { Facets } from './facets.ts'
import type { Snippet } from './highlight.ts'
import { KeptReplies } from './kept-replies.ts'
import { searchOf } from './open-search.ts'
import { type Picked, pickAnswers } from './pick-answers.ts'
import { readBranch } from './read-branch.ts'
import { recallAnswers, recallNow } from './recall/recall-answers.ts'
import { makeReply, writeReply } from './write-reply.ts'

export interface SearchRequest {
  channel: string
  locale: string
  q: string
  /** With everything below it in the tree. */
  category?: string | null
  tag?: string | null
  /** 1 to 50; 10 unless told. */
  limit?: number
  /** False: search for what was typed, without repair. */
  repair?: boolean
}

export interface FoundAnswer {
  slug: string
  locale: string
  title: string
  /** Where the title says what was asked for. */
  titleRanges: [number, number][]
  snippet: Snippet
  category: string | null
  /** 0 to 1. */
  score: number
  confidence: Confidence
  matchedBy: readonly MatchedBy[]
}

export interface SearchReply {
  query: string
  items: FoundAnswer[]
  /** Answers that say enough of the question, exact. */
  total: number
  /** Of these, without the filter of the same kind. */
  facets: Facets
  corrected?: Correction
  /** `fts5` is the API's name of the embedded engine. */
  engine: 'fts5' | 'meilisearch'
  degraded: boolean
  release: number
}

/** A reply as it is sent. */
export interface WrittenReply {
  /** JSON. */
  body: Buffer
  /** Whether there is any answer in it. */
  found: boolean
}

/** Replies that are kept, written about 5 KB each; and the longest question whose reply is kept, in UTF-16 units. */
const mostReplies = 2000
const longestKept = 200

const repliesOf = perIstok('search-replies', () => new KeptReplies<SearchReply>(mostReplies))
const writtenOf = perIstok('written-search-replies', () => new KeptReplies<WrittenReply>(mostReplies))

/**
 * The answers of a channel to a question, the best first; in another language where the asked one has none. Every text comes from the current release,
 * whatever the index remembers. Throws invalid for an empty `q`, not_found for an unknown channel, unauthenticated or forbidden where the actor may not
 * read it; no other question fails.
 */
export async function searchAnswers(istok: Istok, actor: Actor, request: SearchRequest): Promise<SearchReply> {
  const channel = check(actor, request)
  const kept = repliesOf(istok)
  const key = keyOf(istok, request)
  const known = key === null ? undefined : kept.find(key)
  if (known) return known
  const reply = replyNow(istok, request, channel) ?? (await findInTime(istok, request, channel))
  const isLasting = reply.engine === 'fts5' && !reply.degraded
  if (isLasting && key !== null && key === keyOf(istok, request)) kept.keep(key, reply)
  return reply
}

/**
 * The same as it is sent, where nothing has to be waited for: the index is in memory, and no other engine is asked. null: it must be waited for.
 */
export function searchAnswersNow(istok: Istok, actor: Actor, request: SearchRequest): WrittenReply | null {
  const channel = check(actor, request)
  const kept = writtenOf(istok)
  const key = keyOf(istok, request)
  const known = key === null ? undefined : kept.find(key)
  if (known) return known
  const picked = findNow(istok, request, channel)
  if (!picked) return null
  const body = Buffer.from(writeReply(request.q, picked, memoryOf(istok).release))
  const reply = { body, found: picked.answers.length > 0 }
  if (key !== null) kept.keep(key, reply)
  return reply
}

function replyNow(istok: Istok, request: SearchRequest, channel: string): SearchReply | null {
  const picked = findNow(istok, request, channel)
  return picked && makeReply(request.q, picked, memoryOf(istok).release)
}

async function findInTime(istok: Istok, request: SearchRequest, channel: string): Promise<SearchReply> {
  const { locale, q, category = null } = request
  const branch = category ? readBranch(istok, category) : null
  // What is picked is written at once: others pick while this waits.
  const find = async (one: string) => {
    const recalled = await recallAnswers(istok, request, one, branch)
    return makeReply(q, pickAnswers(istok, request, one, branch, recalled), memoryOf(istok).release)
  }
  const found = await find(locale)
  if (found.items.length > 0) return found
  for (const other of searchOf(istok).locales(channel)) {
    if (other === locale) continue
    const elsewhere = await find(other)
    if (elsewhere.items.length > 0) return elsewhere
  }
  return found
}

/** Under what the reply to a question is kept: everything that it follows. null: it is not kept. */
function keyOf(istok: Istok, { channel, locale, q, category, tag, limit, repair }: SearchRequest): string | null {
  const version = searchOf(istok).version()
  return version === null || q.length > longestKept ? null : JSON.stringify([version, channel, locale, q, category, tag, limit, repair])
}

function findNow(istok: Istok, request: SearchRequest, channel: string): Picked | null {
  const { locale, category = null } = request
  const recalled = recallNow(istok, request, locale)
  if (!recalled) return null
  const branch = category ? readBranch(istok, category) : null
  const found = pickAnswers(istok, request, locale, branch, recalled)
  if (found.answers.length > 0) return found
  for (const other of searchOf(istok).locales(channel)) {
    if (other === locale) continue
    const there = recallNow(istok, request, other)
    if (!there) return null
    const elsewhere = pickAnswers(istok, request, other, branch, there)
    if (elsewhere.answers.length > 0) return elsewhere
  }
  return found
}

function check(actor: Actor, { channel, q }: SearchRequest): string {
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  if (q.trim() === '')
    throw new IstokError('invalid', 'q is empty', {
      status: 400,
      errors: [{ pointer: '?q', message: 'must say something', reason: 'empty' }],
    })
  return channel
}
