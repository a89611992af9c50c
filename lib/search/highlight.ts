import { type Token, tokenise } from './analyser/tokens.ts'

/** A piece of a text with the places of the words that were asked for: offsets in UTF-16 units, in order, without overlap. */
export interface Snippet {
  text: string
  ranges: [number, number][]
}

/** How much each key counts in choosing the piece. */
export type KeyWeights = ReadonlyMap<string, number>

/** Length of a snippet, and how far before its first word it may begin, in UTF-16 units. */
const width = 220
const lead = 70
/** As much of a text as is looked at. */
const longest = 20_000

/** A word of a text that may be marked. */
export type PlacedWord = Pick<Token, 'from' | 'to' | 'key'>

/** Where a text says one of the keys. `words` as `placedWords` gives them. */
export function highlight(text: string, keys: KeyWeights, words: readonly PlacedWord[] = placedWords(text)): [number, number][] {
  return merge(words.filter(word => keys.has(word.key)))
}

/** The words of a text that say something; what is kept of answers that are shown often. */
export function placedWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = []
  for (const { from, to, key, empty } of tokenise(text)) if (!empty) words.push({ from, to, key })
  return words
}

/** The words of as much of a text as is looked at for snippets. */
export function snippetTokens(text: string): PlacedWord[] {
  return placedWords(text.slice(0, longest))
}

/** The piece of a text that says most of the keys; its beginning where it says none of them. `tokens` as `snippetTokens` gives them. */
export function cutSnippet(text: string, keys: KeyWeights, tokens: readonly PlacedWord[] = snippetTokens(text)): Snippet {
  const found = tokens.filter(token => keys.has(token.key))
  const first = found[0] ? bestStart(found, keys) : 0
  const from = first <= lead ? 0 : wordStart(text, first - lead, first)
  const to = wordEnd(text, Math.max(from + width, first))
  const piece = text.slice(from, to).replace(/\s/g, ' ')
  const shift = piece.length - piece.trimStart().length
  const trimmed = piece.trim()
  const inside = found.filter(token => token.from >= from + shift && token.to <= from + shift + trimmed.length)
  const before = from > 0 ? '…' : ''
  const after = to < text.trimEnd().length ? '…' : ''
  const move = before.length - from - shift
  return { text: `${before}${trimmed}${after}`, ranges: merge(inside).map(([start, end]) => [start + move, end + move]) }
}

/** Where the window begins in which the different keys weigh most. */
function bestStart(found: readonly PlacedWord[], keys: KeyWeights): number {
  let best = found[0]!.from
  let most = 0
  for (let at = 0; at < found.length; at++) {
    const start = found[at]!.from
    const seen = new Set<string>()
    let weight = 0
    for (let next = at; next < found.length && found[next]!.to <= start + width - lead; next++) {
      const { key } = found[next]!
      weight += seen.has(key) ? 0 : (keys.get(key) ?? 0)
      seen.add(key)
    }
    if (weight > most + 1e-9) {
      most = weight
      best = start
    }
  }
  return best
}

/** The beginning of a sentence, a line or at least a word between the two. */
function wordStart(text: string, from: number, to: number): number {
  const piece = text.slice(from, to)
  const sentence = Math.max(piece.lastIndexOf('. '), piece.lastIndexOf('? '), piece.lastIndexOf('! '))
  const line = piece.lastIndexOf('\n')
  if (line >= 0 || sentence >= 0) return from + Math.max(line + 1, sentence + 2)
  const space = piece.search(/\s/)
  return space < 0 ? to : from + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(0, at).search(/\s\S*$/)
  return space > at - 40 ? space : at + (/[\udc00-\udfff]/.test(text[at] ?? '') ? 1 : 0)
}

function merge(tokens: readonly PlacedWord[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const { from, to } of tokens) {
    const last = ranges.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}
