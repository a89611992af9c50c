import type { SparseVector } from './features.ts'

/** Phrasings by the features that they hold, for cosines of a question with all of them at once. */
export interface PhrasingIndex {
  /** Where each feature's postings begin; one entry more than features. */
  starts: Int32Array
  phrasings: Int32Array
  values: Float32Array
  size: number
}

/** Turns weighed phrasings round. */
export function indexPhrasings(vectors: readonly SparseVector[], features: number): PhrasingIndex {
  const starts = new Int32Array(features + 1)
  for (const { ids } of vectors) for (const id of ids) starts[id + 1]!++
  for (let id = 0; id < features; id++) starts[id + 1]! += starts[id]!
  const next = starts.slice()
  const phrasings = new Int32Array(starts[features]!)
  const values = new Float32Array(starts[features]!)
  for (const [at, vector] of vectors.entries()) {
    for (let index = 0; index < vector.ids.length; index++) {
      const place = next[vector.ids[index]!]!++
      phrasings[place] = at
      values[place] = vector.values[index]!
    }
  }
  return { starts, phrasings, values, size: vectors.length }
}

/** The cosines of a question with every phrasing. */
export function comparePhrasings(index: PhrasingIndex, { ids, values }: SparseVector): Float32Array {
  const cosines = new Float32Array(index.size)
  for (let at = 0; at < ids.length; at++) {
    const value = values[at]!
    const end = index.starts[ids[at]! + 1]!
    for (let place = index.starts[ids[at]!]!; place < end; place++) cosines[index.phrasings[place]!]! += value * index.values[place]!
  }
  return cosines
}
