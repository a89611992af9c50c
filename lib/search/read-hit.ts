import { LRUCache } from 'lru-cache'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { type PlacedWord, placedWords, snippetTokens } from './highlight.ts'
import { renditionText, type StoredRendition } from './rendition-text.ts'

/** What the current rendition of a hit says. */
export interface CurrentAnswer {
  title: string
  category: string | null
  tags: string[]
  /** Plain text. */
  text: string
  /** Its words, for snippets, and those of the title. */
  tokens: readonly PlacedWord[]
  titleWords: readonly PlacedWord[]
}

/** Answers that are kept read; about 12 KB each. */
const mostAnswers = 2500

const read = new WeakMap<Istok, LRUCache<string, { etag: string; answer: CurrentAnswer }>>()

/** The current rendition of a hit; null: the channel does not say it any more, whatever the index remembers. */
export async function findCurrentAnswer(istok: Istok, channel: string, locale: string, slug: string): Promise<CurrentAnswer | null> {
  const stored = await readRendition(istok, { channel, locale, slug, profile: null })
  if (stored.kind !== 'found') return null
  let cache = read.get(istok)
  if (!cache) {
    cache = new LRUCache({ max: mostAnswers })
    read.set(istok, cache)
  }
  const key = `${channel} ${locale} ${slug}`
  const { etag, body } = stored.reply
  const known = cache.get(key)
  if (known?.etag === etag) return known.answer
  const { title, category, tags, content } = JSON.parse(body.toString()) as StoredRendition
  const text = renditionText(channel, content)
  const answer = { title, category, tags, text, tokens: snippetTokens(text), titleWords: placedWords(title) }
  cache.set(key, { etag, answer })
  return answer
}
