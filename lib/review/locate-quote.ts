import type { TranslationContent } from '#lib/authoring/content.ts'
import { type PlainTextOptions, plainInlineText, plainText } from '#lib/document/plain-text.ts'

/** Where a remark stands: a JSON pointer (`/title`, `/shortAnswer`, `/questions/2`, `/content/4`, '' for all of it) and the words that it is about. */
export interface QuotePlace {
  path: string
  quote: string
}

/** `found`: where it was. `moved`: the words stand elsewhere now. `orphaned`: they are gone, `path` is the place where they had been. */
export interface FoundPlace {
  path: string
  state: 'found' | 'moved' | 'orphaned'
}

/** Share of the quoted words that a place must still have: some where it stood, nearly all elsewhere. */
const enough = { here: 0.5, elsewhere: 0.85 } as const

/** Finds the place of a remark in a text that may have changed since. Facts are read as `options` writes them. */
export function locateQuote(content: TranslationContent, place: QuotePlace, options: PlainTextOptions = {}): FoundPlace {
  const texts = placesOf(content, options)
  const here = texts.get(place.path)
  const words = wordsOf(place.quote)
  if (place.path === '' || (words.length === 0 && here !== undefined)) return { path: place.path, state: 'found' }
  if (words.length === 0) return { path: place.path, state: 'orphaned' }
  if (here !== undefined && holds(here, place.quote)) return { path: place.path, state: 'found' }
  const elsewhere = [...texts].filter(([path]) => path !== place.path)
  const moved = elsewhere.find(([, text]) => holds(text, place.quote))
  if (moved) return { path: moved[0], state: 'moved' }
  if (here !== undefined && shareOf(words, here) >= enough.here) return { path: place.path, state: 'found' }
  const nearest = elsewhere
    .map(([path, text]) => ({ path, share: shareOf(words, text) }))
    .reduce((best, one) => (one.share > best.share ? one : best), { path: '', share: 0 })
  return nearest.share >= enough.elsewhere ? { path: nearest.path, state: 'moved' } : { path: place.path, state: 'orphaned' }
}

/** Every place that can be remarked on, with its words. */
export function placesOf(content: TranslationContent, options: PlainTextOptions = {}): Map<string, string> {
  return new Map([
    ['/title', content.title],
    ['/shortAnswer', plainInlineText(content.shortAnswer, options)],
    ...content.questions.map((question, index): [string, string] => [`/questions/${index}`, question]),
    ...content.document.content.map((block, index): [string, string] => [
      `/content/${index}`,
      plainText({ type: 'doc', content: [block] }, options),
    ]),
  ])
}

function holds(text: string, quote: string): boolean {
  return wordsOf(text).join(' ').includes(wordsOf(quote).join(' '))
}

function shareOf(words: string[], text: string): number {
  const there = new Set(wordsOf(text))
  return words.filter(word => there.has(word)).length / words.length
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
