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
import { cutSnippet, highlight, type KeyWeights, type Snippet } from './highlight.ts'
import { searchOf } from './open-search.ts'
import { type CurrentAnswer, findCurrentAnswer } from './read-hit.ts'
import { recallAnswers } from './recall/recall-answers.ts'

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
  facets: { categories: Record<string, number>; tags: Record<string, number> }
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
  const { channel, locale, q } = request
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  if (q.trim() === '')
    throw new IstokError('invalid', 'q is empty', { status: 400, errors: [{ pointer: '?q', message: 'must say something' }] })
  const kept = repliesOf(istok)
  const version = q.length > longestKept ? null : searchOf(istok).version()
  const key = JSON.stringify([version, channel, locale, q, request.category, request.tag, request.limit, request.repair])
  const known = version === null ? undefined : kept.get(key)
  if (known) return known
  const reply = await findAnswers(istok, request)
  const isLasting = reply.engine === 'fts5' && !reply.degraded
  if (isLasting && version !== null && version === searchOf(istok).version()) kept.set(key, reply)
  return reply
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

async function findAnswers(istok: Istok, request: SearchRequest): Promise<SearchReply> {
  const { channel, locale, q } = request
  const branch = request.category ? await withDescendants(istok.database.reader.orm, request.category) : null
  let found = await searchIn(istok, request, locale, branch)
  if (found.items.length === 0) {
    for (const other of searchOf(istok).locales(channel)) {
      if (other === locale || found.items.length > 0) continue
      const elsewhere = await searchIn(istok, request, other, branch)
      if (elsewhere.items.length > 0) found = elsewhere
    }
  }
  return { query: q, ...found, release: memoryOf(istok).release }
}

type Found = Omit<SearchReply, 'query' | 'release'>

async function searchIn(istok: Istok, request: SearchRequest, locale: string, branch: readonly string[] | null): Promise<Found> {
  const { channel, tag = null, limit = 10 } = request
  const { index, query, documents, engine, degraded } = await recallAnswers(istok, request, locale, branch)
  const facets: SearchReply['facets'] = { categories: {}, tags: {} }
  const inBranch = (category: string | null) => branch === null || (category !== null && branch.includes(category))
  const inTag = (tags: readonly string[]) => tag === null || tags.includes(tag)
  const isRecalled = (document: number) => documents === null || documents.has(document)
  const admits = (document: number) =>
    isRecalled(document) && inBranch(index.answers[document]!.category) && inTag(index.answers[document]!.tags)
  const { hits, total } = rank(index, query, limit, branch || tag || documents ? admits : null, document => {
    const { category, tags } = index.answers[document]!
    if (!isRecalled(document)) return
    if (category !== null && inTag(tags)) facets.categories[category] = (facets.categories[category] ?? 0) + 1
    if (inBranch(category)) for (const one of tags) facets.tags[one] = (facets.tags[one] ?? 0) + 1
  })
  const items: FoundAnswer[] = []
  const keys = keyWeights(index, query)
  for (const hit of hits) {
    const current = await findCurrentAnswer(istok, channel, locale, hit.slug)
    if (current && inBranch(current.category) && inTag(current.tags)) items.push(show(hit, locale, current, keys))
  }
  const { corrected } = query
  return {
    ...{ items, total: Math.max(items.length, total - hits.length + items.length), facets },
    ...(corrected ? { corrected } : {}),
    ...{ engine, degraded },
  }
}

function show(
  { slug, score, confidence, matchedBy }: Hit,
  locale: string,
  { title, category, text, tokens, titleWords }: CurrentAnswer,
  keys: KeyWeights,
): FoundAnswer {
  const titleRanges = highlight(title, keys, titleWords)
  const snippet = cutSnippet(text, keys, tokens)
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
