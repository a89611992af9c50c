import type { Actor } from '#lib/access/actor.ts'
import { requireChannel, requireScope } from '#lib/access/policies.ts'
import { channels, isChannelKind } from '#lib/compile/channels.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { countIn, type Field, fields } from './engine/fields.ts'
import { lookAt, readerOf } from './engine/look.ts'
import type { Correction, MatchedBy, Option, Query, QueryWord } from './engine/query.ts'
import { type Confidence, type RankParts, rankInParts, type WeighedHit } from './engine/rank.ts'
import type { SearchIndex } from './engine/search-index.ts'
import { searchOf } from './open-search.ts'
import { findCurrentAnswer } from './read-hit.ts'
import { readQuery } from './repair/read-query.ts'

/** A word of the question as search reads it. */
export interface ExplainedWord {
  /** As it was read; a repaired word is not what was typed. */
  word: string
  /** Says nothing of the matter: it hardly counts. */
  empty: boolean
  /** Every other word under which it is looked for, the strongest first; none at all: no answer of the channel has it. */
  ways: { by: MatchedBy; weight: number; words: string[] }[]
}

/** How one word of the question was found in one answer. */
export interface WordMatch {
  word: string
  by: MatchedBy
  /** 0 to 1. */
  weight: number
  /** The words of the answer that it met. */
  met: string[]
  fields: Field[]
}

export interface ExplainedHit {
  slug: string
  articleId: string
  title: string
  score: number
  confidence: Confidence
  parts: RankParts
  /** The question of the answer that is nearest to what was asked, in small letters; null: the title is, or none. */
  phrasing: string | null
  /** Without words that say nothing of the matter, unless there are no others. */
  matches: WordMatch[]
  /** Words of the question that the answer does not say. */
  missing: string[]
}

export interface Explanation {
  query: string
  /** The language in which something was found: the asked one, else another. */
  locale: string
  corrected: Correction | null
  words: ExplainedWord[]
  items: ExplainedHit[]
  total: number
  release: number
}

/** Further words that are listed for one word of the question. */
const mostWays = 8

/**
 * Why search finds what it finds: how each word was read and repaired, where each answer says it, and what its place in the list is made of. For people of the
 * house only. Throws invalid for an empty `q`, not_found for an unknown channel, unauthenticated or forbidden.
 */
export async function explainSearch(
  istok: Istok,
  actor: Actor,
  request: { channel: string; locale: string; q: string; limit?: number },
): Promise<Explanation> {
  const { channel, q } = request
  requireScope(actor, actor.scopes.has('write') ? 'write' : 'read:internal')
  if (!isChannelKind(channel)) throw new IstokError('not_found', `There is no channel "${channel}"`)
  requireChannel(actor, channels[channel])
  if (q.trim() === '')
    throw new IstokError('invalid', 'q is empty', {
      status: 400,
      errors: [{ pointer: '?q', message: 'must say something', reason: 'empty' }],
    })
  const others = searchOf(istok)
    .locales(channel)
    .filter(locale => locale !== request.locale)
  const first = await explainIn(istok, request, request.locale)
  if (first.items.length > 0) return first
  for (const locale of others) {
    const elsewhere = await explainIn(istok, request, locale)
    if (elsewhere.items.length > 0) return elsewhere
  }
  return first
}

async function explainIn(
  istok: Istok,
  { channel, q, limit = 10 }: { channel: string; q: string; limit?: number },
  locale: string,
): Promise<Explanation> {
  const search = searchOf(istok)
  const index = await search.index(channel, locale)
  const query = readQuery(index.vocabulary, q, { synonyms: search.synonyms(locale) })
  const { hits, total } = rankInParts(index, query, limit)
  const items: ExplainedHit[] = []
  for (const hit of hits) {
    const current = findCurrentAnswer(istok, channel, locale, hit.slug)
    if (current) items.push(explainHit(index, query, hit, current.title))
  }
  const words = query.words.filter(({ joined }) => !joined).map(word => explainWord(index, word))
  return { query: q, locale, corrected: query.corrected, words, items, total, release: memoryOf(istok).release }
}

function explainWord({ vocabulary }: SearchIndex, { surface, empty, options }: QueryWord): ExplainedWord {
  const ways = options
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostWays)
    .map(({ by, weight, keys, word }) => ({
      by,
      weight: rounded(weight),
      words: word ? [word] : keys.map(key => vocabulary.commonForm(key)),
    }))
  return { word: surface, empty, ways }
}

function explainHit(
  index: SearchIndex,
  { words }: Query,
  { document, slug, articleId, score, confidence, parts }: WeighedHit,
  title: string,
): ExplainedHit {
  const said = new Map<number, string[]>()
  for (const word of index.answers[document]?.words ?? []) {
    const key = index.vocabulary.keyOf[word] as number
    said.set(key, [...(said.get(key) ?? []), index.vocabulary.words[word] as string])
  }
  const matches: WordMatch[] = []
  const missing: string[] = []
  const isEmpty = words.every(({ empty }) => empty)
  for (const word of words) {
    if (word.joined || (word.empty && !isEmpty)) continue
    const option = bestOf(word.options, said)
    if (option) matches.push(matchOf(index, document, word, option, said))
    else missing.push(word.surface)
  }
  const sums = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, rounded(value)])) as unknown as RankParts
  return {
    slug,
    articleId,
    title,
    score: rounded(score),
    confidence,
    parts: sums,
    phrasing: nearestPhrasing(index, document, words),
    matches,
    missing,
  }
}

function nearestPhrasing(index: SearchIndex, document: number, words: readonly QueryWord[]): string | null {
  const { nearest } = lookAt(index, document, readerOf(index, words))
  const { texts, ends } = index.answers[document]!
  if (nearest < 1) return null
  return Array.from(texts.subarray(ends[nearest - 1], ends[nearest]), word => index.vocabulary.words[word]).join(' ')
}

/** The strongest way in which the answer says the word. */
function bestOf(options: readonly Option[], said: ReadonlyMap<number, unknown>): Option | undefined {
  return options.filter(({ keys }) => keys.every(key => said.has(key))).sort((a, b) => b.weight - a.weight)[0]
}

function matchOf(
  index: SearchIndex,
  document: number,
  word: QueryWord,
  { keys, by, weight }: Option,
  said: Map<number, string[]>,
): WordMatch {
  const places = fields.filter((_, field) => keys.some(key => countIn(postingOf(index, key, document), field) > 0))
  return { word: word.surface, by, weight: rounded(weight), met: [...new Set(keys.flatMap(key => said.get(key) ?? []))], fields: places }
}

function postingOf({ postings }: SearchIndex, key: number, document: number): number {
  const pairs = new Uint32Array(2 * postings.count(key))
  const filled = postings.read(key, pairs)
  for (let at = 0; at < filled; at += 2) if (pairs[at] === document) return pairs[at + 1] as number
  return 0
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
