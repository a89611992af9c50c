import type { PlacedWords, Weighed } from './placed-words.ts'

/** A piece of a text with the places of the words that were asked for: offsets in UTF-16 units, in order, without overlap. */
export interface Snippet {
  text: string
  ranges: [number, number][]
}

/** Length of a snippet, and how far before its first word it may begin, in UTF-16 units. */
const width = 220
const lead = 70
/** White space that is not shown as it is. */
const otherSpace = /[^\S ]/g

/** A text with its words. `pieces`: those that were shown, by the place of their first word; they are the same whatever was asked for. */
export interface SnippetSource {
  text: string
  words: PlacedWords
  pieces: Map<number, Piece>
}

/** A piece of a text as it is shown. `json`: the same as a JSON string. */
interface Piece {
  text: string
  json: string
  /** Which part of the text it is, and how far its places have moved. */
  begin: number
  end: number
  move: number
}

/** Pieces of one text that are remembered; above it all are forgotten. */
const mostPieces = 16

/** Room for the text in hand: the words that are asked for, and their places, from and to in turn, merged. */
let found = new Uint32Array(256)
let places = new Uint32Array(512)

/** Where a text says one of the keys. */
export function highlight(words: PlacedWords, weights: Weighed): [number, number][] {
  return pairs(merge(words, markWords(words, weights)))
}

/** The same as JSON. */
export function highlightJson(words: PlacedWords, weights: Weighed): string {
  return pairsJson(merge(words, markWords(words, weights)))
}

/** The piece of a text that says most of the keys; its beginning where it says none of them. */
export function cutSnippet(source: SnippetSource, weights: Weighed): Snippet {
  const count = markWords(source.words, weights)
  const piece = pieceOf(source, count, weights)
  return { text: piece.text, ranges: pairs(merge(source.words, count, piece)) }
}

/** The same as JSON. */
export function snippetJson(source: SnippetSource, weights: Weighed): string {
  const count = markWords(source.words, weights)
  const piece = pieceOf(source, count, weights)
  return `{"text":${piece.json},"ranges":${pairsJson(merge(source.words, count, piece))}}`
}

function pieceOf({ text, words, pieces }: SnippetSource, count: number, weights: Weighed): Piece {
  const first = count === 0 ? 0 : bestStart(words, count, weights)
  const known = pieces.get(first)
  if (known) return known
  if (pieces.size >= mostPieces) pieces.clear()
  const piece = cut(text, first)
  pieces.set(first, piece)
  return piece
}

function cut(text: string, first: number): Piece {
  const from = first <= lead ? 0 : wordStart(text, first - lead, first)
  const to = wordEnd(text, Math.max(from + width, first))
  const piece = text.slice(from, to).replace(otherSpace, ' ')
  const shift = piece.length - piece.trimStart().length
  const trimmed = piece.trim()
  const [begin, end] = [from + shift, from + shift + trimmed.length]
  const before = from > 0 ? '…' : ''
  const after = to < text.length && to < text.trimEnd().length ? '…' : ''
  const shown = `${before}${trimmed}${after}`
  return { text: shown, json: JSON.stringify(shown), begin, end, move: before.length - begin }
}

/** Notes which of the words are asked for, and returns how many. */
function markWords({ keys }: PlacedWords, { marks }: Weighed): number {
  if (found.length < keys.length) {
    found = new Uint32Array(keys.length * 2)
    places = new Uint32Array(keys.length * 4)
  }
  let count = 0
  for (let word = 0; word < keys.length; word++) if (marks[keys[word]!]! > 0) found[count++] = word
  return count
}

/** Where the window begins in which the different keys weigh most. */
function bestStart({ keys, places: all }: PlacedWords, count: number, { marks, weights }: Weighed): number {
  let best = all[found[0]! * 2]!
  let most = 0
  for (let at = 0; at < count; at++) {
    const start = all[found[at]! * 2]!
    let weight = 0
    for (let next = at; next < count && all[found[next]! * 2 + 1]! <= start + width - lead; next++) {
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

/** What goes with the sign before it: the second half of a pair of surrogates, and marks. */
const goesOn = /[\udc00-\udfff\p{M}]/u

/** The end of a word at most forty units before; where there is none, no pair of surrogates and no letter with marks is cut. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  for (let space = at - 1; space > at - 40 && space >= 0; space--) if (isSpace(text.charCodeAt(space))) return space
  let end = at
  while (end < text.length && goesOn.test(text[end]!)) end++
  return end
}

/** What `\s` takes. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 160 && (code < 1024 || code > 1279) && /\s/.test(String.fromCharCode(code)))
}

/** The places of the noted words, of those in the piece where one is given, without overlap. Returns how many numbers stand in `places`. */
function merge({ places: all }: PlacedWords, count: number, piece: Piece | null = null): number {
  let length = 0
  for (let at = 0; at < count; at++) {
    const word = found[at]!
    const from = all[word * 2]!
    const to = all[word * 2 + 1]!
    if (piece !== null && (from < piece.begin || to > piece.end)) continue
    const move = piece === null ? 0 : piece.move
    if (length > 0 && from + move <= places[length - 1]!) places[length - 1] = Math.max(places[length - 1]!, to + move)
    else {
      places[length++] = from + move
      places[length++] = to + move
    }
  }
  return length
}

function pairs(length: number): [number, number][] {
  const ranges: [number, number][] = []
  for (let at = 0; at < length; at += 2) ranges.push([places[at]!, places[at + 1]!])
  return ranges
}

function pairsJson(length: number): string {
  let text = '['
  for (let at = 0; at < length; at += 2) text += `${at === 0 ? '[' : ',['}${places[at]},${places[at + 1]}]`
  return `${text}]`
}
