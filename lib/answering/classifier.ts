import type { WeighedText } from './weigh.ts'

/**
 * A linear classifier, feature by feature: the entries of feature `f` stand from `starts[f]` to `starts[f + 1]`, in the order of their classes. The score of
 * a class is `sharpness` times the sum of a text's values with its weights. Arrays only, so that another thread can be given them without copying.
 */
export interface Classifier {
  classes: number
  starts: Int32Array
  /** The class of each entry; `owned` is added where a text of that class has the feature. */
  labels: Uint16Array
  weights: Float32Array
}

/** The mark of an entry whose class has its feature in a text of its own; the rest of the number is the class. */
export const owned = 0x8000
/** Classes that a classifier can tell apart. */
export const mostClasses = 0x7fff

/** By how much a score is sharper than a cosine; with it the first weights, the classes' mean vectors, already tell classes apart. */
export const sharpness = 10

/** The scores of all classes, written into `scores`. */
export function scoreClasses({ starts, labels, weights }: Classifier, { length, ids, values }: WeighedText, scores: Float64Array): void {
  scores.fill(0)
  for (let at = 0; at < length; at++) {
    const value = values[at]! * sharpness
    if (value === 0) continue
    const end = starts[ids[at]! + 1]!
    for (let entry = starts[ids[at]!]!; entry < end; entry++) scores[labels[entry]! & mostClasses]! += weights[entry]! * value
  }
}

/** Which share, 0 to 1, of what a text says occurs in the texts of a class. */
export function coverage(classifier: Classifier, { length, ids, values }: WeighedText, label: number): number {
  let covered = 0
  for (let at = 0; at < length; at++) if (owns(classifier, ids[at]!, label)) covered += values[at]! * values[at]!
  return covered
}

/** Whether a text of the class has the feature. */
export function owns({ starts, labels }: Classifier, feature: number, label: number): boolean {
  let low = starts[feature]!
  let high = starts[feature + 1]!
  const end = high
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((labels[middle]! & mostClasses) < label) low = middle + 1
    else high = middle
  }
  return low < end && labels[low] === (label | owned)
}
