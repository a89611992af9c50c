import { isFunctionWord } from '../analyser/function-words.ts'
import { wordWeight } from './gather.ts'
import { Letters } from './letters.ts'
import type { QueryWord } from './query.ts'
import { type LookScratch, lookScratchOf } from './scratch.ts'
import type { IndexedAnswer, SearchIndex } from './search-index.ts'
import { rankWeights } from './weights.ts'

/** What the closer look needs of the query. One and the same for all queries: what it holds is good until the next one. */
export interface Reader {
  /** By word of the query: what it weighs, and the number of its very form, -1 where no answer says it. */
  count: number
  wordWeights: Float64Array
  surfaces: Int32Array
  /** Weight of all words together. */
  whole: number
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

/** How many questions beside the nearest one count. */
export const mostOthers = 3

/** Every word that a key may stand for, and how well: chains in the order in which they were noted, of which `scratch.ways` names the first and last link. */
let wayNumbers = new Int32Array(256)
let wayWeights = new Float64Array(256)
let wayNexts = new Int32Array(256)
let wayCount = 0

let places = new Int32Array(64)
let weights = new Float64Array(64)
let wordWeights = new Float64Array(64)
let surfaces = new Int32Array(64)
const near = new Float64Array(1 + mostOthers)
const found: AnswerLook = { value: 0, nearest: -1, others: 0, exact: false, short: 0, letters: 0 }
const here = new Uint8Array(64)

/** Makes the words of a query ready for the closer look; `joined` words do not belong to it. */
export function readerOf(index: SearchIndex, words: readonly QueryWord[]): Reader {
  const scratch = lookScratchOf(index)
  const stamp = ++scratch.stamp
  if (places.length < words.length) {
    places = new Int32Array(words.length)
    weights = new Float64Array(words.length)
    wordWeights = new Float64Array(words.length)
    surfaces = new Int32Array(words.length)
  }
  const telling: string[] = []
  wayCount = 0
  let count = 0
  let whole = 0
  let complete = true
  for (const word of words) {
    if (word.joined) continue
    addWays(scratch, stamp, word, count)
    const weight = wordWeight(index, word)
    whole += weight
    wordWeights[count] = weight
    surfaces[count] = index.vocabulary.find(word.surface) ?? -1
    if (!word.empty) {
      telling.push(word.surface)
      if (word.options.length === 0) complete = false
    }
    count++
  }
  const letters = new Letters(index, telling, scratch, stamp)
  return { count, wordWeights, surfaces, whole: whole || 1, complete, scratch, stamp, places, weights, here, letters, look: found, near }
}

function addWays(scratch: LookScratch, stamp: number, { options }: QueryWord, number: number): void {
  for (const { keys, weight: whole } of options) {
    const weight = keys.length === 1 ? whole : whole / Math.sqrt(keys.length)
    for (let at = 0; at < keys.length; at++) addWay(scratch, stamp, keys[at]!, number, weight)
  }
}

/** Notes that the key says the word; where it does so in several ways the best counts. */
function addWay({ wayStamps, ways, lastWays }: LookScratch, stamp: number, key: number, number: number, weight: number): void {
  if (wayStamps[key] === stamp) {
    const last = lastWays[key]!
    if (wayNumbers[last] === number) {
      if (weight > wayWeights[last]!) wayWeights[last] = weight
      return
    }
    wayNexts[last] = wayCount
  } else {
    wayStamps[key] = stamp
    ways[key] = wayCount
  }
  if (wayCount === wayNumbers.length) growWays()
  lastWays[key] = wayCount
  wayNumbers[wayCount] = number
  wayWeights[wayCount] = weight
  wayNexts[wayCount++] = -1
}

function growWays(): void {
  const [numbers, ofWays, nexts] = [wayNumbers, wayWeights, wayNexts]
  wayNumbers = new Int32Array(wayCount * 2)
  wayWeights = new Float64Array(wayCount * 2)
  wayNexts = new Int32Array(wayCount * 2)
  wayNumbers.set(numbers)
  wayWeights.set(ofWays)
  wayNexts.set(nexts)
}

/** How much a key of a text weighs; as long as no answer comes or goes. */
function weightOf(index: SearchIndex, key: number, { weightStamps, weights }: LookScratch): number {
  if (weightStamps[key] !== index.generation) {
    weightStamps[key] = index.generation
    weights[key] = Math.log(1 + index.breadth / (index.postings.count(key) + 0.5))
  }
  return weights[key]!
}

/** By text of an answer: what all its words weigh together. */
function sumsOf(index: SearchIndex, document: number, { keys, ends }: IndexedAnswer, scratch: LookScratch): Float64Array {
  if (scratch.generation !== index.generation) {
    scratch.generation = index.generation
    scratch.sums = []
  }
  const known = scratch.sums[document]
  if (known !== undefined) return known
  const sums = new Float64Array(ends.length)
  let at = 0
  for (let text = 0; text < ends.length; text++) {
    let sum = 0
    for (; at < ends[text]!; at++) sum += weightOf(index, keys[at]!, scratch)
    sums[text] = sum
  }
  scratch.sums[document] = sums
  return sums
}

/** What the texts of an answer say of the query. One and the same for all answers: what it holds is good until the next look. */
export interface AnswerLook {
  /** What the title or the question that is nearest is worth. */
  value: number
  /** Which that is: 0 the title, then the questions in their order; -1: none says anything of the query. */
  nearest: number
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
  const { texts, keys, ends, pieces } = answer
  const { scratch, stamp, letters } = reader
  const { wayStamps } = scratch
  found.value = found.short = found.letters = 0
  found.exact = false
  found.nearest = -1
  near.fill(0)
  const short = ends.length - 1
  let at = 0
  for (let text = 0; text <= short; text++) {
    const from = at
    const end = ends[text]!
    let said = false
    if (text < short) {
      for (; at < end; at++) {
        if (wayStamps[keys[at]!] === stamp) said = true
        letters.add(texts[at]!)
      }
      found.letters = Math.max(found.letters, letters.take(pieces[text]!))
    } else for (; at < end; at++) if (wayStamps[keys[at]!] === stamp) said = true
    if (!said) continue
    place(keys, from, at, reader)
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
  const { texts, keys, ends } = answer
  const from = number === 0 ? 0 : ends[number - 1]!
  const to = ends[number]!
  const { count, wordWeights, surfaces: forms, whole, complete, scratch, places, weights } = reader
  const length = to - from
  if (reader.here.length < length) reader.here = new Uint8Array(length * 2)
  const here = reader.here.fill(0, 0, length)
  let said = 0
  let surfaces = 0
  let pairs = 0
  for (let word = 0; word < count; word++) {
    const place = places[word]!
    if (place < 0) continue
    const weight = wordWeights[word]!
    here[place] = 1
    said += weight * weights[word]!
    if (texts[from + place] === forms[word]) surfaces += weight
    if (word > 0 && places[word - 1]! >= 0 && place === places[word - 1]! + 1) pairs += weight
  }
  const queryShare = said / whole
  let matched = 0
  for (let place = 0; place < length; place++) if (here[place] === 1) matched += weightOf(index, keys[from + place]!, scratch)
  const textShare = matched / sumsOf(index, document, answer, scratch)[number]!
  const { titleShare, pairs: pairWeight, queryShare: queryWeight, surface } = rankWeights
  const value = titleShare * textShare * queryShare + queryWeight * queryShare + (pairWeight * pairs) / whole + (surface * surfaces) / whole
  rankNear(near, value)
  if (value > found.value) {
    found.value = value
    found.nearest = number
  }
  found.exact ||= complete && queryShare > 0.97 && saysNothingElse(index, texts.subarray(from, to), here)
}

function saidShare({ count, wordWeights, whole, places, weights }: Reader): number {
  let said = 0
  for (let word = 0; word < count; word++) if (places[word]! >= 0) said += wordWeights[word]! * weights[word]!
  return said / whole
}

/** Finds where the text says each word of the query best. */
function place(keys: Uint32Array, from: number, to: number, { count, scratch, stamp, places, weights }: Reader): void {
  const { wayStamps, ways } = scratch
  places.fill(-1, 0, count)
  weights.fill(0, 0, count)
  for (let at = from; at < to; at++) {
    const key = keys[at]!
    if (wayStamps[key] !== stamp) continue
    const place = at - from
    for (let way = ways[key]!; way >= 0; way = wayNexts[way]!) {
      const number = wayNumbers[way]!
      const weight = wayWeights[way]!
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
