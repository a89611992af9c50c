import type { PlacedWords, Weighed } from './placed-words.ts'

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
/** White space that is not shown as it is. */
const otherSpace = /[^\S ]/g

/** Where a text says one of the keys. */
export function highlight(words: PlacedWords, weights: Weighed): [number, number][] {
  return merge(words, askedWords(words, weights))
}

/** The piece of a text that says most of the keys; its beginning where it says none of them. */
export function cutSnippet(text: string, words: PlacedWords, weights: Weighed): Snippet {
  const found = askedWords(words, weights)
  const first = found.length === 0 ? 0 : bestStart(words, found, weights)
  const from = first <= lead ? 0 : wordStart(text, first - lead, first)
  const to = wordEnd(text, Math.max(from + width, first))
  const piece = text.slice(from, to).replace(otherSpace, ' ')
  const shift = piece.length - piece.trimStart().length
  const trimmed = piece.trim()
  const [begin, end] = [from + shift, from + shift + trimmed.length]
  const inside = found.filter(word => words.places[word * 2]! >= begin && words.places[word * 2 + 1]! <= end)
  const before = from > 0 ? '…' : ''
  const after = to < text.length && to < text.trimEnd().length ? '…' : ''
  const move = before.length - begin
  return { text: `${before}${trimmed}${after}`, ranges: merge(words, inside, move) }
}

/** Which of the words are asked for. */
function askedWords({ keys }: PlacedWords, { marks }: Weighed): number[] {
  const found: number[] = []
  for (let word = 0; word < keys.length; word++) if (marks[keys[word]!]! > 0) found.push(word)
  return found
}

/** Where the window begins in which the different keys weigh most. */
function bestStart({ keys, places }: PlacedWords, found: readonly number[], { marks, weights }: Weighed): number {
  let best = places[found[0]! * 2]!
  let most = 0
  for (let at = 0; at < found.length; at++) {
    const start = places[found[at]! * 2]!
    let weight = 0
    for (let next = at; next < found.length && places[found[next]! * 2 + 1]! <= start + width - lead; next++) {
      const key = keys[found[next]!]!
      let isNew = true
      for (let before = at; before < next && isNew; before++) isNew = keys[found[before]!] !== key
      if (isNew) weight += weights[marks[key]!]!
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

/** The end of a word at most forty units before; where there is none, no pair of surrogates is cut. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  for (let space = at - 1; space > at - 40 && space >= 0; space--) if (isSpace(text.charCodeAt(space))) return space
  return at + (/[\udc00-\udfff]/.test(text[at] ?? '') ? 1 : 0)
}

/** What `\s` takes. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && (code < 1024 || code > 1279) && /\s/.test(String.fromCharCode(code)))
}

function merge({ places }: PlacedWords, found: readonly number[], move = 0): [number, number][] {
  const ranges: [number, number][] = []
  for (const word of found) {
    const [from, to] = [places[word * 2]! + move, places[word * 2 + 1]! + move]
    const last = ranges.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else ranges.push([from, to])
  }
  return ranges
}
