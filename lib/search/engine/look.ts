import { isFunctionWord } from '../analyser/function-words.ts'
import { wordWeight } from './gather.ts'
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
  ways: readonly (readonly { number: number; weight: number }[])[]
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
}

interface WordOfQuery {
  weight: number
  surface: number | undefined
}

/** Makes the words of a query ready for the closer look; `joined` words do not belong to it. */
export function readerOf(index: SearchIndex, plain: readonly QueryWord[]): Reader {
  const scratch = lookScratchOf(index)
  const stamp = ++scratch.stamp
  const ways: { number: number; weight: number }[][] = []
  plain.forEach((word, number) => {
    const keys = new Map<number, number>()
    for (const option of word.options) {
      for (const key of option.keys) keys.set(key, Math.max(keys.get(key) ?? 0, option.weight / Math.sqrt(option.keys.length)))
    }
    for (const [key, weight] of keys) {
      if (scratch.wayStamps[key] !== stamp) {
        scratch.wayStamps[key] = stamp
        scratch.ways[key] = ways.length
        ways.push([])
      }
      ways[scratch.ways[key]!]!.push({ number, weight })
    }
  })
  const words = plain.map(word => ({ weight: wordWeight(index, word), surface: index.vocabulary.find(word.surface) }))
  return {
    ...{ words, ways, scratch, stamp, whole: words.reduce((sum, { weight }) => sum + weight, 0) || 1 },
    complete: plain.every(word => word.empty || word.options.length > 0),
    ...{ places: new Int32Array(words.length), weights: new Float64Array(words.length), here: new Uint8Array(64) },
  }
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
  let sums = scratch.sums[document]
  if (sums === undefined) {
    const { keyOf } = index.vocabulary
    sums = new Float64Array(ends.length)
    let at = 0
    for (let text = 0; text < ends.length; text++) {
      let sum = 0
      for (; at < ends[text]!; at++) sum += weightOf(index, keyOf[texts[at]!]!, scratch)
      sums[text] = sum
    }
    scratch.sums[document] = sums
  }
  return sums
}

/** What a short text of an answer says of the query. */
export interface Look {
  /** Share of the query, by weight, that the text says. */
  queryShare: number
  /** Share of the text that the query says. */
  textShare: number
  value: number
  /** Text and query say the same words. */
  exact: boolean
}

const nothing: Look = { queryShare: 0, textShare: 0, value: 0, exact: false }

/** Looks at the title (0) or a question of an answer word by word. */
export function look(index: SearchIndex, document: number, number: number, reader: Reader): Look {
  const answer = index.answers[document]!
  const { texts, ends } = answer
  const from = number === 0 ? 0 : ends[number - 1]!
  const to = ends[number]!
  if (!place(index, texts, from, to, reader)) return nothing
  const { words, whole, complete, scratch, places, weights } = reader
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
  const exact = complete && queryShare > 0.97 && saysNothingElse(index, texts.subarray(from, to), here)
  return { queryShare, textShare, value, exact }
}

/** Share of the query, by weight, that the short answer says. */
export function lookAtShort(index: SearchIndex, document: number, reader: Reader): number {
  const { texts, ends } = index.answers[document]!
  if (!place(index, texts, ends.at(-2)!, ends.at(-1)!, reader)) return 0
  const { words, whole, places, weights } = reader
  let said = 0
  for (let word = 0; word < words.length; word++) if (places[word]! >= 0) said += words[word]!.weight * weights[word]!
  return said / whole
}

/** Finds where the text says each word of the query best; false: it says none. */
function place(
  index: SearchIndex,
  texts: Uint32Array,
  from: number,
  to: number,
  { ways, scratch, stamp, places, weights }: Reader,
): boolean {
  const { keyOf } = index.vocabulary
  const { wayStamps } = scratch
  let any = false
  for (let at = from; at < to; at++) {
    const key = keyOf[texts[at]!]!
    if (wayStamps[key] !== stamp) continue
    if (!any) {
      any = true
      places.fill(-1)
      weights.fill(0)
    }
    const place = at - from
    for (const { number, weight } of ways[scratch.ways[key]!]!) {
      const closer = weight === weights[number] && number > 0 && place > 0 && places[number - 1] === place - 1
      if (weight > weights[number]! || closer) {
        weights[number] = weight
        places[number] = place
      }
    }
  }
  return any
}

/** True when the words of a text that are not among the places only hold it together. */
function saysNothingElse({ vocabulary }: SearchIndex, text: Uint32Array, here: Uint8Array): boolean {
  return text.every((word, place) => here[place] === 1 || isFunctionWord(vocabulary.words[word]!))
}
