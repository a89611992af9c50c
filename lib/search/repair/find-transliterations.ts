import { isFunctionWord } from '../analyser/function-words.ts'
import { stem } from '../analyser/stem.ts'
import type { Vocabulary, WordList } from '../engine/vocabulary.ts'
import { findTypos, usualSlips } from './find-typos.ts'
import { readTransliteration, skeleton } from './transliterate.ts'

/** Skeletons of the Cyrillic words of a vocabulary, as a list of their own in which near ones are looked for. */
class Skeletons implements WordList {
  readonly texts: string[] = []
  readonly wordsOf: number[][] = []
  readonly #vocabulary: Vocabulary
  readonly #numbers = new Map<string, number>()
  readonly #byLength: number[][] = []
  #seen = 0

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  catchUp(): this {
    for (const { words } = this.#vocabulary; this.#seen < words.length; this.#seen++) {
      if (/^[а-я]+$/.test(words[this.#seen]!)) this.#put(skeleton(words[this.#seen]!), this.#seen)
    }
    return this
  }

  find(text: string): readonly number[] {
    return this.wordsOf[this.#numbers.get(text) ?? -1] ?? []
  }

  ofLength(length: number): readonly number[] {
    return this.#byLength[length] ?? []
  }

  count(number: number): number {
    return this.wordsOf[number]!.reduce((most, word) => Math.max(most, this.#vocabulary.documents[word]!), 0)
  }

  #put(text: string, word: number): void {
    const known = this.#numbers.get(text)
    if (known !== undefined) {
      this.wordsOf[known]!.push(word)
      return
    }
    this.#numbers.set(text, this.texts.length)
    const same = this.#byLength[text.length] ?? []
    this.#byLength[text.length] = same
    same.push(this.texts.length)
    this.texts.push(text)
    this.wordsOf.push([word])
  }
}

const skeletons = new WeakMap<Vocabulary, Skeletons>()

/** Of every word of the vocabulary; made for those that are new. */
export function skeletonsOf(vocabulary: Vocabulary): Skeletons {
  let known = skeletons.get(vocabulary)
  if (!known) {
    known = new Skeletons(vocabulary)
    skeletons.set(vocabulary, known)
  }
  return known.catchUp()
}

/** Words of the vocabulary that a word in Latin letters may be a transliteration of, the nearest first; forms of them count as they do. */
export function findTransliterations(
  vocabulary: Vocabulary,
  latin: string,
  limit: number,
  typos: boolean,
): { word: string; distance: number }[] {
  const readings = readTransliteration(latin)
  const direct = readings.filter(reading => isFunctionWord(reading) || vocabulary.has(reading))
  if (direct.length > 0) return direct.slice(0, limit).map(word => ({ word, distance: 0 }))
  const list = skeletonsOf(vocabulary)
  const mine = skeleton(latin)
  const same = alive(vocabulary, list.find(mine))
  if (same.length > 0) return same.slice(0, limit).map(word => ({ word, distance: 0.1 }))
  const forms = readings.filter(reading => reading.length > 3 && vocabulary.findKey(stem(reading)) !== undefined)
  if (forms.length > 0) return forms.slice(0, limit).map(word => ({ word, distance: 0.2 }))
  if (!typos) return []
  return findTypos(list, mine, limit, usualSlips(mine))
    .flatMap(({ word, distance }) => alive(vocabulary, list.wordsOf[word]!).map(found => ({ word: found, distance: distance + 0.1 })))
    .slice(0, limit)
}

function alive(vocabulary: Vocabulary, numbers: readonly number[]): string[] {
  return numbers
    .filter(number => vocabulary.documents[number]! > 0)
    .sort((a, b) => vocabulary.documents[b]! - vocabulary.documents[a]! || (vocabulary.words[a]! < vocabulary.words[b]! ? -1 : 1))
    .map(number => vocabulary.words[number]!)
}
