import { LRUCache } from 'lru-cache'
import type { Actor } from '#lib/access/actor.ts'
import { requireChannel } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { withDescendants } from '#lib/delivery/list-answers.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { wordWeight } from './engine/gather.ts'
import type { Correction, MatchedBy, Query } from './engine/query.ts'
import { type Confidence, type Hit, rank } from './engine/rank.ts'
import type { SearchIndex } from './engine/search-index.ts'
import { type Facets, openFacets } from './facets.ts'
import { cutSnippet, highlight, type KeyWeights, type Snippet } from './highlight.ts'
import { searchOf } from './open-search.ts'
import type { Weighed } from './placed-words.ts'
import { type CurrentAnswer, currentAnswersOf } from './read-hit.ts'
import { type RecalledAnswers, recallAnswers, recallNow } from './recall/recall-answers.ts'

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
  matchedBy: MatchedBy[]
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

/**
 * The answers of a channel to a question, the best first; in another language where the asked one has none. Every text comes from the current release,
 * whatever the index remembers. Throws invalid for an empty `q`, not_found for an unknown channel, unauthenticated or forbidden where the actor may not
 * read it; no other question fails.
 */
export async function searchAnswers(istok: Istok, actor: Actor, request: SearchRequest): Promise<SearchReply> {
  const channel = check(actor, request)
  return keep(istok, request, () => findNow(istok, request, channel)) ?? (await findInTime(istok, request, channel))
}

/**
 * The same where nothing has to be waited for: the index is in memory, no other engine is asked, and no branch of categories is to be read. null: it must be
 * waited for.
 */
export function searchAnswersNow(istok: Istok, actor: Actor, request: SearchRequest): SearchReply | null {
  const channel = check(actor, request)
  return keep(istok, request, () => findNow(istok, request, channel))
}

async function findInTime(istok: Istok, request: SearchRequest, channel: string): Promise<SearchReply> {
  const { locale, category = null } = request
  const branch = category ? await withDescendants(istok.database.reader.orm, category) : null
  const find = async (one: string) => pickAnswers(istok, request, one, branch, await recallAnswers(istok, request, one, branch))
  const version = searchOf(istok).version()
  const key = keyOf(version, request)
  let found = await find(locale)
  for (const other of found.items.length === 0 ? searchOf(istok).locales(channel) : []) {
    if (other === locale || found.items.length > 0) continue
    const elsewhere = await find(other)
    if (elsewhere.items.length > 0) found = elsewhere
  }
  const reply = { query: request.q, ...found, release: memoryOf(istok).release }
  const isLasting = reply.engine === 'fts5' && !reply.degraded
  if (isLasting && key !== null && version === searchOf(istok).version()) repliesOf(istok).set(key, reply)
  return reply
}

/** The reply that is kept for the question, or a new one. */
function keep(istok: Istok, request: SearchRequest, find: () => Found | null): SearchReply | null {
  const version = searchOf(istok).version()
  const key = keyOf(version, request)
  const known = key === null ? undefined : repliesOf(istok).get(key)
  if (known) return known
  const found = find()
  if (!found) return null
  const reply = { query: request.q, ...found, release: memoryOf(istok).release }
  if (key !== null && version === searchOf(istok).version()) repliesOf(istok).set(key, reply)
  return reply
}

/** Under what the reply to a question is kept: everything that it follows. null: it is not kept. */
function keyOf(version: string | null, { channel, locale, q, category, tag, limit, repair }: SearchRequest): string | null {
  return version === null || q.length > longestKept ? null : JSON.stringify([version, channel, locale, q, category, tag, limit, repair])
}

function findNow(istok: Istok, request: SearchRequest, channel: string): Found | null {
  const { locale } = request
  if (request.category) return null
  const recalled = recallNow(istok, request, locale)
  if (!recalled) return null
  const found = pickAnswers(istok, request, locale, null, recalled)
  if (found.items.length > 0) return found
  for (const other of searchOf(istok).locales(channel)) {
    if (other === locale) continue
    const there = recallNow(istok, request, other)
    if (!there) return null
    const elsewhere = pickAnswers(istok, request, other, null, there)
    if (elsewhere.items.length > 0) return elsewhere
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

const replies = new WeakMap<Istok, LRUCache<string, SearchReply>>()
/** Replies that are kept; about 5 KB each. */
const mostReplies = 2000
/** Longest question whose reply is kept, in UTF-16 units. */
const longestKept = 200

/** Replies to questions that come again, under the version of everything they follow. */
function repliesOf(istok: Istok): LRUCache<string, SearchReply> {
  let kept = replies.get(istok)
  if (!kept) {
    kept = new LRUCache({ max: mostReplies })
    replies.set(istok, kept)
  }
  return kept
}

type Found = Omit<SearchReply, 'query' | 'release'>

/** Orders what was recalled and reads what is shown of it. */
function pickAnswers(
  istok: Istok,
  { channel, tag = null, limit = 10 }: SearchRequest,
  locale: string,
  branch: readonly string[] | null,
  { index, query, documents, engine, degraded }: RecalledAnswers,
): Found {
  const counts = openFacets(index, branch, tag)
  const isRecalled = documents && ((document: number) => documents.has(document))
  const admits = (document: number) => (isRecalled === null || isRecalled(document)) && counts.admits(document)
  const { hits, total } = rank(index, query, limit, branch || tag || documents ? admits : null, document => {
    if (isRecalled === null || isRecalled(document)) counts.count(document)
  })
  const answers = currentAnswersOf(istok)
  const weights = answers.numbers.weigh(keyWeights(index, query))
  const items: FoundAnswer[] = []
  for (const hit of hits) {
    const current = answers.find(channel, locale, hit.slug)
    if (!current) continue
    const inBranch = branch === null || (current.category !== null && branch.includes(current.category))
    if (inBranch && (tag === null || current.tags.includes(tag))) items.push(show(hit, locale, current, weights))
  }
  const { corrected } = query
  return {
    ...{ items, total: Math.max(items.length, total - hits.length + items.length), facets: counts.facets() },
    ...(corrected ? { corrected } : {}),
    ...{ engine, degraded },
  }
}

function show(
  { slug, score, confidence, matchedBy }: Hit,
  locale: string,
  { title, category, text, words, titleWords }: CurrentAnswer,
  weights: Weighed,
): FoundAnswer {
  const titleRanges = highlight(titleWords, weights)
  const snippet = cutSnippet(text, words, weights)
  return { slug, locale, title, titleRanges, snippet, category, score: Math.round(score * 1000) / 1000, confidence, matchedBy }
}

/** Every key that a word of the question is found by. */
export function keyWeights(index: SearchIndex, query: Query): KeyWeights {
  const weights = new Map<string, number>()
  for (const word of query.words) {
    if (word.empty) continue
    const weight = wordWeight(index, word)
    for (const option of word.options) {
      for (const key of option.keys) {
        const text = index.vocabulary.keys[key]!
        weights.set(text, Math.max(weights.get(text) ?? 0, weight * option.weight))
      }
    }
  }
  return weights
}
