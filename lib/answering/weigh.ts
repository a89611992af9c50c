import type { Corpus } from './corpus.ts'
import { kinds } from './features.ts'

/** How much each feature of a space counts, by how rare it is. */
export interface Rarity {
  /** 0 of a feature that none of the texts has: it counts as unknown. */
  byFeature: Float32Array
  /** Of what is not known. */
  rarest: number
}

/** A weighed text of length 1 (shorter when it holds unknown features): the values of its first `length` features. Lives until the next text is weighed into the same arrays. */
export interface WeighedText {
  length: number
  ids: Int32Array
  values: Float32Array
}

/** How much words, pairs of neighbours and pieces of letters count. Chosen on held-out phrasings, like the next one. */
const kindWeights = [1, 0.5, 1]
/** The power to which rarity is taken: rare words count less than their full rarity says, as few phrasings cannot tell names from subjects. */
const rarityPower = 0.85
/** What a feature counts that occurs so many times in one text. */
const countWeights = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)))

/** How rare each feature is among `size` texts with these frequencies. */
export function rarityOf(frequencies: Int32Array, size: number): Rarity {
  const byFeature = Float32Array.from(frequencies, frequency => (frequency === 0 ? 0 : rarity(frequency, size)))
  return { byFeature, rarest: rarity(1, Math.max(1, size)) }
}

function rarity(frequency: number, size: number): number {
  return Math.log(1 + size / frequency) ** rarityPower
}

/** Room for weighed texts of at most so many features. */
export function roomFor(features: number): WeighedText {
  return { length: 0, ids: new Int32Array(features), values: new Float32Array(features) }
}

/** Room for any text of a corpus. */
export function roomForTextsOf({ size, starts }: Corpus): WeighedText {
  let longest = 0
  for (let text = 0; text < size; text++) longest = Math.max(longest, starts[(text + 1) * kinds]! - starts[text * kinds]!)
  return roomFor(longest)
}

/** Weighs a text of a corpus into `room`. */
export function weigh({ starts, ids, counts, unseen }: Corpus, text: number, { byFeature, rarest }: Rarity, room: WeighedText): void {
  const from = starts[text * kinds]!
  room.length = starts[(text + 1) * kinds]! - from
  let total = 0
  for (let kind = 0; kind < kinds; kind++) {
    const first = starts[text * kinds + kind]!
    const end = starts[text * kinds + kind + 1]!
    let square = unseen[text * kinds + kind]! * rarest * rarest
    for (let at = first; at < end; at++) {
      const known = byFeature[ids[at]!]!
      const value = countWeights[counts[at]!]! * (known === 0 ? rarest : known)
      square += value * value
      room.ids[at - from] = ids[at]!
      room.values[at - from] = known === 0 ? 0 : value
    }
    if (square === 0) continue
    total += kindWeights[kind]! ** 2
    const factor = kindWeights[kind]! / Math.sqrt(square)
    for (let at = first; at < end; at++) room.values[at - from]! *= factor
  }
  if (total > 0) for (let at = 0; at < room.length; at++) room.values[at]! /= Math.sqrt(total)
}
