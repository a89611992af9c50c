import { isFunctionWord } from '../analyser/function-words.ts'
import { stem } from '../analyser/stem.ts'
import type { Synonyms } from '../analyser/synonyms.ts'
import type { Token } from '../analyser/tokens.ts'
import type { MatchedBy, Option, QueryWord } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import type { Reading } from './readings.ts'

/** The ways to find one word of a question. */

/** Which words belong to the family of one: how much of it they share, and how much they count; a word in more answers than `rarest` needs none. */
const family = { shortest: 5, least: 4, share: 0.65, most: 12, weight: 0.3, rarest: 300 }

/** Completions of an unfinished last word, and the answers with any of them that are looked through: from then on more completions tell nothing. */
const completions = { most: 24, answers: 30_000 }

/** A word of a reading, as it stands there. */
export function queryWord(
  vocabulary: Vocabulary,
  { surface, near, token }: { surface: string; near: Reading['words'][number]['near']; token: Token },
  reading: Reading,
): QueryWord {
  const options: Option[] = []
  const by: MatchedBy | null = reading.kind
  if (near.length === 0) {
    const key = vocabulary.findKey(token.key)
    if (key !== undefined)
      options.push({
        keys: [key],
        weight: 1,
        by: by ?? (vocabulary.has(surface) ? 'surface' : 'stem'),
        word: by === null ? undefined : surface,
      })
  }
  for (const { word, distance } of near) {
    const key = vocabulary.findKey(stem(word))
    const weight = 1 / (1 + 0.35 * Math.max(0, distance - near[0]!.distance) + 0.12 * near[0]!.distance)
    if (key !== undefined && !options.some(option => option.keys[0] === key)) options.push({ keys: [key], weight, by: by ?? 'typo', word })
  }
  const known = near[0]?.word ?? surface
  return { surface: known, options, empty: isFunctionWord(known), joined: token.joined, code: token.code }
}

/** What the words from `at` on are called by the base's synonyms, for each of the words that such a name replaces. */
export function addSynonymsAt(
  vocabulary: Vocabulary,
  words: readonly QueryWord[],
  keys: readonly string[],
  at: number,
  synonyms: Synonyms,
): void {
  for (const { length, expansions } of synonyms.expand(keys, at)) {
    for (const { keys: target, weight } of expansions) {
      const numbers = target.map(key => vocabulary.findKey(key))
      if (numbers.some(number => number === undefined)) continue
      for (let index = at; index < at + length; index++) words[index]!.options.push({ keys: numbers as number[], weight, by: 'synonym' })
    }
  }
}

/** Words that begin like a known word: отправитель beside отправить. They count little, and only for whole words of some length. */
export function addFamily(vocabulary: Vocabulary, word: QueryWord): void {
  const [option] = word.options
  if (!option || word.empty || word.code || word.joined || word.surface.length < family.shortest) return
  if (vocabulary.keyList.count(option.keys[0]!) > family.rarest) return
  const prefix = word.surface.slice(0, Math.max(family.least, Math.floor(word.surface.length * family.share)))
  const known = new Set(word.options.map(option => option.keys[0]))
  for (const number of vocabulary.startingWith(prefix, family.most)) {
    const key = vocabulary.keyOf[number]!
    if (known.has(key)) continue
    known.add(key)
    word.options.push({ keys: [key], weight: family.weight, by: 'stem' })
  }
}

/** Letters that a word has at least which was written together with its neighbour: самолёт is not само and лет. An abbreviation is told by having no vowel. */
const leastPart = 4
const leastAbbreviated = 3
const abbreviation = /^[бвгджзклмнпрстфхцчшщ]{2,5}$/

/** "5000" where the base writes 5 000. */
function addGroups(vocabulary: Vocabulary, word: QueryWord): void {
  if (word.options.length > 0) return
  const keys = word.surface.split(/(?=(?:\d{3})+$)/).map(group => vocabulary.findKey(group))
  if (keys.every(key => key !== undefined)) word.options.push({ keys, weight: 0.85, by: 'surface' })
}

/** "заявкана", "windows10": one word that is two words of the base. */
export function addSplit(vocabulary: Vocabulary, word: QueryWord): void {
  if (/^\d{4,9}$/.test(word.surface)) addGroups(vocabulary, word)
  if (word.options.some(option => option.weight > 0.9) || word.empty || word.surface.length < 5) return
  const { surface } = word
  for (let at = 1; at < surface.length; at++) {
    const [left, right] = [surface.slice(0, at), surface.slice(at)]
    const border = /\d/.test(left.at(-1)!) !== /\d/.test(right[0]!)
    const telling = [left, right].filter(part => !isFunctionWord(part))
    const least = telling.some(part => abbreviation.test(part)) ? leastAbbreviated : leastPart
    if (!border && telling.some(part => part.length < least)) continue
    const keys = telling.map(part => (vocabulary.has(part) ? vocabulary.findKey(stem(part)) : undefined))
    if (keys.length === 0 || keys.some(key => key === undefined)) continue
    word.options.push({ keys: keys as number[], weight: 0.85, by: 'typo', word: `${left} ${right}` })
  }
}

/** The words that the last one may become. */
export function addCompletions(vocabulary: Vocabulary, word: QueryWord, typing: boolean): void {
  const { surface } = word
  const repaired = word.options.some(option => option.word !== undefined)
  if (surface.length < (typing ? 1 : 3) || word.code || (word.empty && !typing) || (repaired && !typing)) {
    if (!(repaired && word.options.every(option => option.by === 'typo'))) return
  }
  if (!typing && vocabulary.has(surface)) return
  const known = new Set(word.options.map(option => option.keys[0]))
  const numbers = vocabulary.startingWith(surface, completions.most)
  const most = numbers.reduce((sum, number) => Math.max(sum, vocabulary.documents[number]!), 1)
  let answers = 0
  for (const number of numbers) {
    const key = vocabulary.keyOf[number]!
    if (known.has(key)) continue
    if (answers >= completions.answers) return
    known.add(key)
    answers += vocabulary.documents[number]!
    const weight = 0.8 + 0.05 * (vocabulary.documents[number]! / most)
    word.options.push({ keys: [key], weight, by: 'prefix' })
  }
}
