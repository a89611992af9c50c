import type { TextFeatures } from './features.ts'

/** The features that a set of texts knows, in arrays that another thread can be given without copying. */
export interface FeatureSpace {
  /** Of each feature its hash. */
  hashes: Int32Array
  /** In how many of `size` texts each occurs. */
  frequencies: Int32Array
  size: number
  /** The feature's number + 1 at the place of its hash or after it; 0: nothing. As long as a power of two. */
  places: Int32Array
}

/** The number of a feature; −1: the space does not know it. */
export function findFeature({ hashes, places }: FeatureSpace, hash: number): number {
  const mask = places.length - 1
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const found = places[place]! - 1
    if (found < 0 || hashes[found] === hash) return found
  }
}

/** Collects the features of all texts. At most `most` of them are kept, the frequent first. */
export function buildFeatureSpace(texts: readonly TextFeatures[], most: number): FeatureSpace {
  let space = emptySpace(4096)
  let known = 0
  for (const { hashes } of texts) {
    for (const hash of hashes) {
      let feature = findFeature(space, hash)
      if (feature < 0) {
        if (known === space.hashes.length) space = grown(space, known)
        feature = known++
        space.hashes[feature] = hash
        enter(space, feature)
      }
      space.frequencies[feature]!++
    }
  }
  return kept(space, known, most, texts.length)
}

/** Half of the places stay free, so that a feature is found after one or two looks. */
function emptySpace(features: number): FeatureSpace {
  let places = 16
  while (places < 2 * features) places *= 2
  return { hashes: new Int32Array(features), frequencies: new Int32Array(features), size: 0, places: new Int32Array(places) }
}

function enter({ hashes, places }: FeatureSpace, feature: number): void {
  const mask = places.length - 1
  let place = hashes[feature]! & mask
  while (places[place] !== 0) place = (place + 1) & mask
  places[place] = feature + 1
}

function grown(space: FeatureSpace, known: number): FeatureSpace {
  const larger = emptySpace(2 * known)
  larger.hashes.set(space.hashes)
  larger.frequencies.set(space.frequencies)
  for (let feature = 0; feature < known; feature++) enter(larger, feature)
  return larger
}

function kept(space: FeatureSpace, known: number, most: number, size: number): FeatureSpace {
  const chosen = Int32Array.from({ length: known }, (_, feature) => feature)
  if (known > most) chosen.sort((one, other) => space.frequencies[other]! - space.frequencies[one]! || one - other)
  const exact = emptySpace(Math.max(1, Math.min(known, most)))
  exact.size = size
  for (let feature = 0; feature < Math.min(known, most); feature++) {
    exact.hashes[feature] = space.hashes[chosen[feature]!]!
    exact.frequencies[feature] = space.frequencies[chosen[feature]!]!
    enter(exact, feature)
  }
  return exact
}
