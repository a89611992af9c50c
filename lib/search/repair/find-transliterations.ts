import { isFunctionWord } from '../analyser/function-words.ts'
import { stem } from '../analyser/stem.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { editDistance } from './edit-distance.ts'
import { editsFor } from './find-typos.ts'
import { readTransliteration, skeleton } from './transliterate.ts'

interface Skeletons {
  seen: number
  byText: Map<string, number[]>
  byLength: string[][]
}
const skeletons = new WeakMap<Vocabulary, Skeletons>()

function skeletonsOf(vocabulary: Vocabulary): Skeletons {
  let known = skeletons.get(vocabulary)
  if (!known) {
    known = { seen: 0, byText: new Map(), byLength: [] }
    skeletons.set(vocabulary, known)
  }
  for (; known.seen < vocabulary.words.length; known.seen++) {
    const word = vocabulary.words[known.seen]!
    if (!/^[а-я]+$/.test(word)) continue
    const text = skeleton(word)
    const same = known.byText.get(text)
    if (same) same.push(known.seen)
    else {
      known.byText.set(text, [known.seen])
      known.byLength[text.length] ??= []
      known.byLength[text.length]!.push(text)
    }
  }
  return known
}

/** Words of the vocabulary that a word in Latin letters may be a transliteration of, the nearest first; forms of them count as they do. */
export function findTransliterations(vocabulary: Vocabulary, latin: string, limit: number): { word: string; distance: number }[] {
  const readings = readTransliteration(latin)
  const direct = readings.filter(reading => isFunctionWord(reading) || vocabulary.has(reading))
  if (direct.length > 0) return direct.slice(0, limit).map(word => ({ word, distance: 0 }))
  const { byText, byLength } = skeletonsOf(vocabulary)
  const mine = skeleton(latin)
  const same = alive(vocabulary, byText.get(mine) ?? [])
  if (same.length > 0) return same.slice(0, limit).map(word => ({ word, distance: 0.1 }))
  const forms = readings.filter(reading => reading.length > 3 && vocabulary.findKey(stem(reading)) !== undefined)
  if (forms.length > 0) return forms.slice(0, limit).map(word => ({ word, distance: 0.2 }))
  const edits = Math.min(editsFor(mine.length), 2)
  const near: { word: string; distance: number }[] = []
  let nearest = edits
  for (let length = mine.length - edits; edits > 0 && length <= mine.length + edits; length++) {
    for (const text of byLength[length] ?? []) {
      const distance = editDistance(mine, text, nearest)
      if (distance > nearest) continue
      nearest = distance
      for (const word of alive(vocabulary, byText.get(text)!)) near.push({ word, distance: distance + 0.1 })
    }
  }
  return near
    .filter(({ distance }) => distance <= nearest + 0.2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
}

function alive(vocabulary: Vocabulary, numbers: readonly number[]): string[] {
  return numbers
    .filter(number => vocabulary.documents[number]! > 0)
    .sort((a, b) => vocabulary.documents[b]! - vocabulary.documents[a]!)
    .map(number => vocabulary.words[number]!)
}
