import { tokenise } from '#lib/search/analyser/tokens.ts'

/** A wording as weighed features, of length 1. */
export type WordingVector = ReadonlyMap<string, number>

/** How much the pieces of letters count beside the words; they bring misspelled words and compounds together. */
const pieceShare = 0.5
const pieceLength = 4
/** Words that say little (how, where, please) count this much of what others do. */
const emptyShare = 0.15
/** Verbs that go with everything (buy, открыть) count this much: what is bought tells needs apart. Chosen with the likeness of gaps. */
const actShare = 0.4
const mostWords = 40

/** Features of a text and how much each counts by itself: its stems, and pieces of four letters of its words. */
export function wordingFeatures(text: string): Map<string, number> {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number) => features.set(feature, Math.max(features.get(feature) ?? 0, weight))
  for (const { key, surface, joined, empty } of tokenise(text).slice(0, mostWords)) {
    if (joined) continue
    const weight = empty ? emptyShare : isAct(surface) ? actShare : 1
    add(`w${key}`, weight)
    const padded = ` ${surface} `
    for (let from = 0; from + pieceLength <= padded.length; from++) add(padded.slice(from, from + pieceLength), weight * pieceShare)
  }
  return features
}

const acts: ReadonlySet<string> = new Set(
  'add ask buy buying cancel change check find get give know make open opening order pay put see send set show take try use using work works'.split(
    ' ',
  ),
)

/** Whether a folded word is what one does rather than what with: a Russian infinitive, or an English verb that goes with everything. */
function isAct(surface: string): boolean {
  return /(?<!ос)[аеиоуыюя]ть(?:ся)?$/.test(surface) || acts.has(surface)
}

/** Weighs features by how rare they are among `size` wordings, of which `frequency` says how many have one. */
export function weighWording(features: ReadonlyMap<string, number>, frequency: (feature: string) => number, size: number): WordingVector {
  const weighed = new Map<string, number>()
  let square = 0
  for (const [feature, weight] of features) {
    const value = weight * Math.log(1 + (size + 1) / (frequency(feature) + 0.5))
    weighed.set(feature, value)
    square += value * value
  }
  const length = Math.sqrt(square) || 1
  for (const [feature, value] of weighed) weighed.set(feature, value / length)
  return weighed
}

/** The cosine of two vectors of length 1. */
export function likeness(one: WordingVector, other: WordingVector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let sum = 0
  for (const [feature, value] of small) sum += value * (large.get(feature) ?? 0)
  return sum
}
