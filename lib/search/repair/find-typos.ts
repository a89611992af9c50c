import type { WordList } from '../engine/vocabulary.ts'
import { editDistance } from './edit-distance.ts'

/** A text of a list near a word that is not in it. */
export interface NearWord {
  word: number
  /** Edits; a slip onto a neighbouring key counts a little less than another one, a wrong first letter more. */
  distance: number
}

const signatures = new WeakMap<WordList, number[]>()

/** A bit for every letter that the word has: each edit changes at most two of them, so most words need no closer look. */
function signature(word: string): number {
  let bits = 0
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31)
  return bits
}

/** Of every text of the list; made for those that are new. */
export function signaturesOf(list: WordList): number[] {
  let known = signatures.get(list)
  if (!known) {
    known = []
    signatures.set(list, known)
  }
  for (let number = known.length; number < list.texts.length; number++) known.push(signature(list.texts[number]!))
  return known
}

/** Edits that a word of this length may have: none in the shortest, where every word is near every other. */
export function editsFor(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : 2
}

/** Slips in what is a word only after a switch of layout or alphabet, or is only a part of one: nearly every row of letters is two slips from something. */
export function usualSlips(text: string): number {
  return Math.min(editsFor(text.length), text.length < longestUsual ? 1 : 2)
}

/** The nearest texts of a list, nearest and most frequent first; none for a word with digits. */
export function findTypos(list: WordList, word: string, limit: number, edits: number = editsFor(word.length)): NearWord[] {
  if (edits === 0 || word.length > 40 || /\d/.test(word)) return []
  const bits = signaturesOf(list)
  const mine = signature(word)
  const found: NearWord[] = []
  let nearest = edits
  for (let length = Math.max(3, word.length - edits); length <= word.length + edits; length++) {
    for (const number of list.ofLength(length)) {
      if (countBits(mine ^ bits[number]!) > 2 * nearest || list.count(number) === 0) continue
      const other = list.texts[number]!
      const distance = editDistance(word, other, nearest)
      if (distance > nearest || (/\d/.test(other) && distance > 0)) continue
      const wrong = unlikeliness(word, other)
      if (wrong > 0 && word.length <= longestShort && other.length >= word.length) continue
      if (wrong > 0 && distance > 1 && word.length <= longestUsual) continue
      if (distance > 1 && word.length < longestUsual && hearsOtherwise(word, other)) continue
      found.push({ word: number, distance: distance + wrong })
      nearest = Math.min(nearest, Math.max(1, distance))
    }
  }
  return found
    .filter(({ distance }) => distance < nearest + 1)
    .sort(
      (a, b) => a.distance - b.distance || list.count(b.word) - list.count(a.word) || (list.texts[a.word]! < list.texts[b.word]! ? -1 : 1),
    )
    .slice(0, limit)
}

/** Words of so few letters have too many neighbours that begin otherwise: wire is no slip for wife, фейс none for рейс. A letter too many before one is. */
const longestShort = 4

/**
 * Words up to this length, in UTF-16 units, in which two slips of which one is the first letter make another word: hotline is no slip for online. In shorter
 * Russian ones two slips are followed only where both are vowels, as one hears them: болонс is one for баланс, самолёт none for сможет. English spells its
 * consonants by heart, too.
 */
const longestUsual = 8

function hearsOtherwise(word: string, other: string): boolean {
  return /[а-яё]/.test(word) && consonantsOf(word) !== consonantsOf(other)
}

function consonantsOf(word: string): string {
  return word.replace(/[аеёиоуыэюяьъ]/g, '')
}

function unlikeliness(word: string, other: string): number {
  if (word[0] === other[0]) return 0
  return word[1] === other[0] || word[0] === other[1] || word[1] === other[1] ? 0.2 : 0.4
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
