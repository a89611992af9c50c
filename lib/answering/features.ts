import { tokenise } from '#lib/search/analyser/tokens.ts'

/** A question as counted features, not yet weighed. Ids are those of the space; `unseen` counts words and pieces that the space does not know, per kind. */
export interface FeatureCounts {
  ids: Int32Array
  counts: Uint8Array
  /** Where the ids of each kind begin; one entry more than there are kinds. */
  starts: Int32Array
  unseen: Int32Array
}

/** A weighed question of length 1 (shorter when it holds unknown features). `unknown`: the share, 0 to 1, of its words' weight that the space does not know. */
export interface SparseVector {
  ids: Int32Array
  values: Float32Array
  unknown: number
}

/** The features that a set of phrasings knows. */
export interface FeatureSpace {
  ids: ReadonlyMap<string, number>
  /** In how many of `size` phrasings each feature occurs. */
  frequencies: Int32Array
  size: number
}

/** How much words, pairs of neighbours and pieces of letters count. Chosen on held-out phrasings, like the next two. */
const kindWeights = [1, 0.6, 1]
const pieceLengths = [2, 3, 4]
/** The power to which rarity is taken: rare words count less than their full rarity says, as few phrasings cannot tell names from subjects. */
const rarityPower = 0.85
/** Words that are read of one question; the rest says nothing new. */
const mostWords = 60

/** Every feature of a text by kind: stems, pairs of neighbouring stems with the ends marked, pieces of 2 to 4 letters, also over the space between two words. Of numbers only their length counts. */
export function readFeatures(text: string): Map<string, number>[] {
  const words: Map<string, number> = new Map()
  const pairs: Map<string, number> = new Map()
  const pieces: Map<string, number> = new Map()
  let previous = '<'
  let line = ' '
  for (const token of tokenise(text.slice(0, 1000)).slice(0, mostWords)) {
    const plain = /^\p{N}+$/u.test(token.surface)
    const key = plain ? `#${Math.min(token.surface.length, 5)}` : token.key
    add(words, `w${key}`)
    if (token.joined) continue
    add(pairs, `b${previous} ${key}`)
    previous = key
    line += `${plain ? key : token.surface} `
  }
  if (previous !== '<') add(pairs, `b${previous} >`)
  if (previous !== '<') addPieces(pieces, line)
  return [words, pairs, pieces]
}

/** The stems of a text in their order: two texts with the same ones ask the same. */
export function wordsOf(text: string): string {
  return tokenise(text)
    .filter(({ joined }) => !joined)
    .map(({ key }) => key)
    .join(' ')
}

function addPieces(pieces: Map<string, number>, line: string): void {
  for (const length of pieceLengths) {
    for (let from = 0; from + length <= line.length; from++) add(pieces, line.slice(from, from + length))
  }
}

function add(features: Map<string, number>, feature: string): void {
  features.set(feature, (features.get(feature) ?? 0) + 1)
}

/** Collects the features of all phrasings. At most `most` of them are kept, the frequent first. */
export function buildFeatureSpace(phrasings: readonly Map<string, number>[][], most: number): FeatureSpace {
  const frequency = new Map<string, number>()
  for (const kinds of phrasings) for (const kind of kinds) for (const feature of kind.keys()) add(frequency, feature)
  let entries = [...frequency]
  if (entries.length > most) entries = entries.sort((a, b) => b[1] - a[1]).slice(0, most)
  return {
    ids: new Map(entries.map(([feature], id) => [feature, id])),
    frequencies: Int32Array.from(entries, ([, count]) => count),
    size: phrasings.length,
  }
}

/** The features of a question as ids of `space`. */
export function countFeatures(space: FeatureSpace, kinds: readonly Map<string, number>[]): FeatureCounts {
  const ids: number[] = []
  const counts: number[] = []
  const starts = [0]
  const unseen = new Int32Array(kinds.length)
  for (const [kind, features] of kinds.entries()) {
    for (const [feature, count] of features) {
      const id = space.ids.get(feature)
      if (id === undefined) {
        unseen[kind]!++
        continue
      }
      ids.push(id)
      counts.push(Math.min(count, 255))
    }
    starts.push(ids.length)
  }
  return { ids: Int32Array.from(ids), counts: Uint8Array.from(counts), starts: Int32Array.from(starts), unseen }
}

function rarityOf(frequency: number, size: number): number {
  return Math.log(1 + size / frequency) ** rarityPower
}

/** Weighs counted features by how rare they are among `size` phrasings with these `frequencies`; a feature of frequency 0 counts as unknown. */
export function weighFeatures(question: FeatureCounts, frequencies: Int32Array, size: number): SparseVector {
  const { ids, counts, starts, unseen } = question
  const values = new Float32Array(ids.length)
  const rarest = rarityOf(1, size)
  let total = 0
  let unknown = 0
  for (let kind = 0; kind + 1 < starts.length; kind++) {
    let square = unseen[kind]! * rarest * rarest
    let missing = square
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) {
      const frequency = frequencies[ids[at]!]!
      const value = (1 + Math.log(counts[at]!)) * (frequency === 0 ? rarest : rarityOf(frequency, size))
      square += value * value
      if (frequency === 0) missing += value * value
      else values[at] = value
    }
    if (square === 0) continue
    if (kind === 0) unknown = missing / square
    total += kindWeights[kind]! ** 2
    const factor = kindWeights[kind]! / Math.sqrt(square)
    for (let at = starts[kind]!; at < starts[kind + 1]!; at++) values[at]! *= factor
  }
  if (total > 0) for (let at = 0; at < values.length; at++) values[at]! /= Math.sqrt(total)
  return { ids, values, unknown }
}
