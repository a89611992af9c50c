import { LRUCache } from 'lru-cache'
import { memoryOf } from '#lib/delivery/memory.ts'
import { readCurrentRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import type { SnippetSource } from './highlight.ts'
import { KeyNumbers, type PlacedWords, placeSnippetWords, placeWords } from './placed-words.ts'
import { type StoredRendition, shownText } from './rendition-text.ts'

/** What the current rendition of a hit says. */
export interface CurrentAnswer {
  title: string
  category: string | null
  tags: string[]
  /** Its plain text with its words, for snippets; and the words of the title. */
  source: SnippetSource
  titleWords: PlacedWords
  /** What of it as a hit never changes, as JSON: from the slug to the title, and the category. */
  json: { opening: string; category: string }
}

/** The answers that were read, with the numbers of the keys of their words. */
export interface CurrentAnswers {
  readonly numbers: KeyNumbers
  /** The current rendition of a hit; null: the channel does not say it any more, whatever the index remembers. */
  find(channel: string, locale: string, slug: string): CurrentAnswer | null
}

interface Kept {
  etag: string
  /** The delivery's epoch in which it was current; nothing changed since where that is still the same. */
  epoch: number
  answer: CurrentAnswer
}

/** Answers that are kept read, about 8 KB each; and the keys that may have numbers before all of it is forgotten. */
const mostAnswers = 2500
const mostKeys = 300_000

const opened = new WeakMap<Istok, CurrentAnswers>()

/** What this process has read of the answers that it found. Ask for it anew with each question. */
export function currentAnswersOf(istok: Istok): CurrentAnswers {
  let answers = opened.get(istok)
  if (!answers || answers.numbers.size > mostKeys) {
    answers = openCurrentAnswers(istok)
    opened.set(istok, answers)
  }
  return answers
}

function openCurrentAnswers(istok: Istok): CurrentAnswers {
  const kept = new LRUCache<string, Kept>({ max: mostAnswers })
  const numbers = new KeyNumbers()
  return {
    numbers,
    find(channel, locale, slug) {
      const key = `${channel} ${locale} ${slug}`
      const epoch = memoryOf(istok).fresh()
      const known = kept.get(key)
      if (known?.epoch === epoch) return known.answer
      const stored = readCurrentRendition(istok, { channel, locale, slug, profile: null })
      if (stored.kind !== 'found') return null
      const { etag, body } = stored.reply
      if (known?.etag === etag) {
        known.epoch = epoch
        return known.answer
      }
      const { title, category, tags, content } = JSON.parse(body.toString()) as StoredRendition
      const text = shownText(channel, content, locale)
      const answer: CurrentAnswer = {
        ...{ title, category, tags, titleWords: placeWords(title, numbers) },
        source: { text, words: placeSnippetWords(text, numbers), pieces: new Map() },
        json: { opening: JSON.stringify({ slug, locale, title }).slice(0, -1), category: JSON.stringify(category) },
      }
      kept.set(key, { etag, epoch, answer })
      return answer
    },
  }
}

/** The current rendition of one hit. */
export function findCurrentAnswer(istok: Istok, channel: string, locale: string, slug: string): CurrentAnswer | null {
  return currentAnswersOf(istok).find(channel, locale, slug)
}
