/** Of each class the features that it has weights for, class after class: those of class `c` stand from `starts[c]` to `starts[c + 1]`. */
export interface ClassLists {
  starts: Int32Array
  features: Int32Array
  weights: Float32Array
  /** 1 where a text of the class itself has the feature. */
  own: Uint8Array
}

/** One weight of a class. */
export interface ClassEntry {
  feature: number
  weight: number
  own: boolean
}

/** Puts the entries of all classes one after the other. */
export function joinLists(entries: readonly (readonly ClassEntry[])[]): ClassLists {
  const starts = new Int32Array(entries.length + 1)
  for (const [label, { length }] of entries.entries()) starts[label + 1] = starts[label]! + length
  const length = starts[entries.length]!
  const lists = { starts, features: new Int32Array(length), weights: new Float32Array(length), own: new Uint8Array(length) }
  let at = 0
  for (const list of entries) {
    for (const { feature, weight, own } of list) {
      lists.features[at] = feature
      lists.weights[at] = weight
      lists.own[at++] = own ? 1 : 0
    }
  }
  return lists
}
