import { tokenise } from '#lib/search/analyser/tokens.ts'
import { hashPart, hashWord } from './feature-hash.ts'

/** How many kinds of features there are: words, pairs of neighbours, pieces of letters. */
export const kinds = 3

/** The features of a text as hashes, kind after kind, and how often each occurs (255 at most). Kind `k` ends at `ends[k]`. */
export interface TextFeatures {
  hashes: Int32Array
  counts: Uint8Array
  ends: readonly [number, number, number]
}

const pieceLengths = [2, 3, 4]
/** Words that are read of one question; the rest says nothing new. */
const mostWords = 60

/** Every feature of a text by kind: stems, pairs of neighbouring stems with the ends marked, pieces of 2 to 4 letters, also over the space between two words. Of numbers only their length counts. */
export function readFeatures(text: string): TextFeatures {
  const words = new Map<number, number>()
  const pairs = new Map<number, number>()
  const pieces = new Map<number, number>()
  let previous = 0
  let line = ' '
  for (const token of tokenise(text.slice(0, 1000)).slice(0, mostWords)) {
    const plain = /^\p{N}+$/u.test(token.surface)
    const key = plain ? `#${Math.min(token.surface.length, 5)}` : token.key
    const hash = hashWord(key)
    add(words, hash)
    if (token.joined) continue
    add(pairs, pairOf(previous, hash))
    previous = hash
    line += `${plain ? key : token.surface} `
  }
  if (line !== ' ') {
    add(pairs, pairOf(previous, 0))
    addPieces(pieces, line)
  }
  return pack(words, pairs, pieces)
}

/** The stems of a text in their order: two texts with the same ones ask the same. */
export function wordsOf(text: string): string {
  return tokenise(text)
    .filter(({ joined }) => !joined)
    .map(({ key }) => key)
    .join(' ')
}

/** The stems of a text that say what it is about. */
export function tellingWords(text: string): string[] {
  return tokenise(text)
    .filter(({ joined, empty }) => !joined && !empty)
    .map(({ key }) => key)
}

function addPieces(pieces: Map<number, number>, line: string): void {
  for (const length of pieceLengths) {
    for (let from = 0; from + length <= line.length; from++) add(pieces, hashPart(line, from, length))
  }
}

/** A pair of words, of which 0 is the end of the text. */
function pairOf(one: number, other: number): number {
  return Math.imul(one ^ 0x5bd1e995, 0x85ebca6b) ^ Math.imul(other ^ 0x27d4eb2f, 0xc2b2ae35)
}

function add(features: Map<number, number>, feature: number): void {
  features.set(feature, (features.get(feature) ?? 0) + 1)
}

function pack(...read: [Map<number, number>, Map<number, number>, Map<number, number>]): TextFeatures {
  const [words, pairs, pieces] = read
  const size = words.size + pairs.size + pieces.size
  const hashes = new Int32Array(size)
  const counts = new Uint8Array(size)
  let at = 0
  for (const features of read) {
    for (const [hash, count] of features) {
      hashes[at] = hash
      counts[at++] = Math.min(count, 255)
    }
  }
  return { hashes, counts, ends: [words.size, words.size + pairs.size, size] }
}
