import type { Synonyms } from '#lib/search/analyser/synonyms.ts'
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

/** Features of a text and how much each counts by itself: its stems, and pieces of four letters of its words. Synonyms are the same word. */
export function wordingFeatures(text: string, synonyms: Synonyms | null = null): Map<string, number> {
  const features = new Map<string, number>()
  const add = (feature: string, weight: number) => features.set(feature, Math.max(features.get(feature) ?? 0, weight))
  const words = tokenise(text)
    .filter(({ joined }) => !joined)
    .slice(0, mostWords)
  const keys = words.map(({ key }) => key)
  for (let at = 0; at < words.length; ) {
    const { name, length } = nameAt(synonyms, keys, at)
    const said = words.slice(at, at + length)
    const weight = Math.max(...said.map(({ empty, surface }) => (empty ? emptyShare : isAct(surface) ? actShare : 1)))
    add(`w${name ?? keys[at]}`, weight)
    const padded = ` ${name ?? words[at]!.surface} `
    for (let from = 0; from + pieceLength <= padded.length; from++) add(padded.slice(from, from + pieceLength), weight * pieceShare)
    at += length
  }
  return features
}

/** What the words that begin at `at` are called where the table has other names for them, the same for all of these; null: it has none. */
function nameAt(synonyms: Synonyms | null, keys: readonly string[], at: number): { name: string | null; length: number } {
  const [longest] = synonyms?.expand(keys, at) ?? []
  if (!longest) return { name: null, length: 1 }
  const own = keys.slice(at, at + longest.length).join(' ')
  const others = longest.expansions.map(({ keys }) => keys.join(' '))
  const isMutual = (other: string) =>
    synonyms!.expand(other.split(' '), 0).some(({ expansions }) => expansions.some(({ keys }) => keys.join(' ') === own))
  return { name: others.find(other => !isMutual(other)) ?? [own, ...others].sort()[0]!, length: longest.length }
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
