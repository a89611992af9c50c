import { isFunctionWord } from '../analyser/function-words.ts'
import { wordWeight } from './gather.ts'
import { Letters } from './letters.ts'
import type { QueryWord } from './query.ts'
import { type LookScratch, lookScratchOf } from './scratch.ts'
import type { IndexedAnswer, SearchIndex } from './search-index.ts'
import { rankWeights } from './weights.ts'

/** What the closer look needs of the query. */
export interface Reader {
  words: readonly WordOfQuery[]
  /** Weight of all words together. */
  whole: number
  /** Every word that a key may stand for, by the place that `scratch.ways` names. */
  ways: readonly (readonly Way[])[]
  /** Every word that says something is in some answer. */
  complete: boolean
  scratch: LookScratch
  /** Under which the query's part of the scratch counts. */
  stamp: number
  /** By word of the query: where the text in hand says it, and how well. */
  places: Int32Array
  weights: Float64Array
  /** By place of the text in hand: 1 where the query says it. */
  here: Uint8Array
  letters: Letters
  look: AnswerLook
  /** What the nearest texts are worth, the best first. */
  near: Float64Array
}

/** A word of the query that a key may stand for, and how well. */
interface Way {
  number: number
  weight: number
}

interface WordOfQuery {
  weight: number
  surface: number | undefined
}

/** Makes the words of a query ready for the closer look; `joined` words do not belong to it. */
export function readerOf(index: SearchIndex, plain: readonly QueryWord[]): Reader {
  const scratch = lookScratchOf(index)
  const stamp = ++scratch.stamp
  const ways: Way[][] = []
  for (let number = 0; number < plain.length; number++) {
    for (const { keys, weight: whole } of plain[number]!.options) {
      const weight = keys.length === 1 ? whole : whole / Math.sqrt(keys.length)
      for (let at = 0; at < keys.length; at++) addWay(scratch, stamp, ways, keys[at]!, number, weight)
    }
  }
  const words = plain.map(word => ({ weight: wordWeight(index, word), surface: index.vocabulary.find(word.surface) }))
  const surfaces = plain.filter(word => !word.empty).map(word => word.surface)
  return {
    letters: new Letters(index, surfaces, scratch, stamp),
    look: { value: 0, queryShare: 0, textShare: 0, others: 0, exact: false, short: 0, letters: 0 },
    near: new Float64Array(1 + mostOthers),
    ...{ words, ways, scratch, stamp, whole: words.reduce((sum, { weight }) => sum + weight, 0) || 1 },
    complete: plain.every(word => word.empty || word.options.length > 0),
    ...{ places: new Int32Array(words.length), weights: new Float64Array(words.length), here: new Uint8Array(64) },
  }
}

/** Notes that the key says the word; where it does so in several ways the best counts. */
function addWay(scratch: LookScratch, stamp: number, ways: Way[][], key: number, number: number, weight: number): void {
  if (scratch.wayStamps[key] !== stamp) {
    scratch.wayStamps[key] = stamp
    scratch.ways[key] = ways.push([{ number, weight }]) - 1
    return
  }
  const known = ways[scratch.ways[key]!]!
  const same = known.at(-1)!
  if (same.number !== number) known.push({ number, weight })
  else if (weight > same.weight) same.weight = weight
}

/** How much a key of a text weighs; as long as no answer comes or goes. */
function weightOf(index: SearchIndex, key: number, { weightStamps, weights }: LookScratch): number {
  if (weightStamps[key] !== index.generation) {
    weightStamps[key] = index.generation
    weights[key] = Math.log(1 + index.size / (index.postings.count(key) + 0.5))
  }
  return weights[key]!
}

/** By text of an answer: what all its words weigh together. */
function sumsOf(index: SearchIndex, document: number, { texts, ends }: IndexedAnswer, scratch: LookScratch): Float64Array {
  if (scratch.generation !== index.generation) {
    scratch.generation = index.generation
    scratch.sums = []
  }
  const known = scratch.sums[document]
  if (known !== undefined) return known
  const { keyOf } = index.vocabulary
  const sums = new Float64Array(ends.length)
  let at = 0
  for (let text = 0; text < ends.length; text++) {
    let sum = 0
    for (; at < ends[text]!; at++) sum += weightOf(index, keyOf[texts[at]!]!, scratch)
    sums[text] = sum
  }
  scratch.sums[document] = sums
  return sums
}

/** How many questions beside the nearest one count. */
export const mostOthers = 3

/** What the texts of an answer say of the query. One and the same for all answers: what it holds is good until the next look. */
export interface AnswerLook {
  /** Of the title or the question that is nearest: what it is worth, share of the query, by weight, that it says, and share of it that the query says. */
  value: number
  queryShare: number
  textShare: number
  /** What the three next ones are worth together. */
  others: number
  /** The title or a question says the very words of the query. */
  exact: boolean
  /** Share of the query, by weight, that the short answer says. */
  short: number
  /** How like the title, or the nearest question, is letter by letter, 0 to 1. */
  letters: number
}

/** Looks at the title, the questions and the short answer of a document word by word. */
export function lookAt(index: SearchIndex, document: number, reader: Reader): AnswerLook {
  const answer = index.answers[document]!
  const { texts, ends } = answer
  const { scratch, stamp, letters, look: found, near } = reader
  const { wayStamps } = scratch
  const { keyOf } = index.vocabulary
  found.value = found.queryShare = found.textShare = found.short = found.letters = 0
  found.exact = false
  near.fill(0)
  const short = ends.length - 1
  let at = 0
  for (let text = 0; text <= short; text++) {
    const from = at
    let said = false
    for (; at < ends[text]!; at++) {
      const word = texts[at]!
      if (wayStamps[keyOf[word]!] === stamp) said = true
      if (text < short) letters.add(word)
    }
    if (text < short) found.letters = Math.max(found.letters, letters.take())
    if (!said) continue
    place(index, texts, from, at, reader)
    if (text === short) found.short = saidShare(reader)
    else look(index, document, answer, text, reader)
  }
  found.others = near[1]! + near[2]! + near[3]!
  return found
}

/** Puts what a text is worth among the best: the nearest first, the three others after it. */
function rankNear(near: Float64Array, value: number): void {
  let at = mostOthers
  if (value <= near[at]!) return
  for (; at > 0 && near[at - 1]! < value; at--) near[at] = near[at - 1]!
  near[at] = value
}

/** What the title (0) or a question says, after its places were found. */
function look(index: SearchIndex, document: number, answer: IndexedAnswer, number: number, reader: Reader): void {
  const { texts, ends } = answer
  const from = number === 0 ? 0 : ends[number - 1]!
  const to = ends[number]!
  const { words, whole, complete, scratch, places, weights, look: found, near } = reader
  const { keyOf } = index.vocabulary
  const length = to - from
  if (reader.here.length < length) reader.here = new Uint8Array(length * 2)
  const here = reader.here.fill(0, 0, length)
  let [said, surfaces, pairs] = [0, 0, 0]
  for (let word = 0; word < words.length; word++) {
    const place = places[word]!
    if (place < 0) continue
    const { weight, surface } = words[word]!
    here[place] = 1
    said += weight * weights[word]!
    if (texts[from + place] === surface) surfaces += weight
    if (word > 0 && places[word - 1]! >= 0 && place === places[word - 1]! + 1) pairs += weight
  }
  const queryShare = said / whole
  let matched = 0
  for (let place = 0; place < length; place++) {
    if (here[place] === 1) matched += weightOf(index, keyOf[texts[from + place]!]!, scratch)
  }
  const textShare = matched / sumsOf(index, document, answer, scratch)[number]!
  const { titleShare, pairs: pairWeight, queryShare: queryWeight, surface } = rankWeights
  const value = titleShare * textShare * queryShare + queryWeight * queryShare + (pairWeight * pairs) / whole + (surface * surfaces) / whole
  rankNear(near, value)
  if (value > found.value) {
    found.value = value
    found.queryShare = queryShare
    found.textShare = textShare
  }
  found.exact ||= complete && queryShare > 0.97 && saysNothingElse(index, texts.subarray(from, to), here)
}

function saidShare({ words, whole, places, weights }: Reader): number {
  let said = 0
  for (let word = 0; word < words.length; word++) if (places[word]! >= 0) said += words[word]!.weight * weights[word]!
  return said / whole
}

/** Finds where the text says each word of the query best. */
function place(index: SearchIndex, texts: Uint32Array, from: number, to: number, { ways, scratch, stamp, places, weights }: Reader): void {
  const { keyOf } = index.vocabulary
  const { wayStamps } = scratch
  places.fill(-1)
  weights.fill(0)
  for (let at = from; at < to; at++) {
    const key = keyOf[texts[at]!]!
    if (wayStamps[key] !== stamp) continue
    const place = at - from
    for (const { number, weight } of ways[scratch.ways[key]!]!) {
      const closer = weight === weights[number] && number > 0 && place > 0 && places[number - 1] === place - 1
      if (weight > weights[number]! || closer) {
        weights[number] = weight
        places[number] = place
      }
    }
  }
}

/** True when the words of a text that are not among the places only hold it together. */
function saysNothingElse({ vocabulary }: SearchIndex, text: Uint32Array, here: Uint8Array): boolean {
  return text.every((word, place) => here[place] === 1 || isFunctionWord(vocabulary.words[word]!))
}
