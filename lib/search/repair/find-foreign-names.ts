import type { Vocabulary } from '../engine/vocabulary.ts'
import { editDistance } from './edit-distance.ts'
import { consonantsOf, soundOf } from './sounds.ts'

/** Shortest words that are compared, in UTF-16 units, and consonants that they must have. */
const shortest = { word: 3, consonants: 2 }

/** Endings that Russian gives to a foreign name: аутлука, в тимсе. A noun like «линия» ends otherwise, and is none. */
const nameEndings = /^(а|у|е|ом|ем|ы|и|ой|ою|ов|ам|ами|ах)$/

/** Words in Latin letters by the consonants that one hears. */
interface Names {
  seen: number
  byConsonants: Map<string, number[]>
}

const known = new WeakMap<Vocabulary, Names>()

/** Of every Latin word of the vocabulary; made for those that are new. */
export function namesOf(vocabulary: Vocabulary): Names {
  let names = known.get(vocabulary)
  if (!names) {
    names = { seen: 0, byConsonants: new Map() }
    known.set(vocabulary, names)
  }
  for (const { words } = vocabulary; names.seen < words.length; names.seen++) {
    const word = words[names.seen]!
    if (word.length < shortest.word || !/^[a-z]+$/.test(word)) continue
    const heard = consonantsOf(soundOf(word))
    const same = names.byConsonants.get(heard)
    if (same) same.push(names.seen)
    else names.byConsonants.set(heard, [names.seen])
  }
  return names
}

/** Latin words of the vocabulary that a Cyrillic word writes by ear, with or without an ending: аутлук, в тимсе, фейсбук. The nearest first. */
export function findForeignNames(
  vocabulary: Vocabulary,
  surface: string,
  key: string,
  limit: number,
): { word: string; distance: number }[] {
  if (surface.length < shortest.word || !/^[а-я]+$/.test(surface)) return []
  // A word that goes on as one of the base is unfinished, not foreign.
  if (vocabulary.startingWith(surface, 1).length > 0) return []
  const { byConsonants } = namesOf(vocabulary)
  const found = new Map<number, number>()
  const forms = key !== surface && nameEndings.test(surface.slice(key.length)) ? [surface, key] : [surface]
  for (const form of forms) {
    const sound = soundOf(form)
    const heard = consonantsOf(sound)
    if (heard.length < shortest.consonants) continue
    const most = heard.length < 3 || sound.length < 6 ? 0 : sound.length < 9 ? 1 : 2
    for (const number of byConsonants.get(heard) ?? []) {
      if (vocabulary.documents[number] === 0) continue
      const distance = editDistance(sound, soundOf(vocabulary.words[number]!), most)
      if (distance <= most) found.set(number, Math.min(found.get(number) ?? most, distance))
    }
  }
  return Array.from(found, ([number, distance]) => ({ number, distance }))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        vocabulary.documents[b.number]! - vocabulary.documents[a.number]! ||
        (vocabulary.words[a.number]! < vocabulary.words[b.number]! ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ number, distance }) => ({ word: vocabulary.words[number]!, distance: distance * 0.4 }))
}
