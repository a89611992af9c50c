import { type Classifier, mostClasses } from './classifier.ts'
import { highest } from './highest.ts'
import { eachText, type TrainingSet } from './training-set.ts'
import type { WeighedText } from './weigh.ts'

/** Of each taught text the `most` classes that it is taught against, its own first. */
export interface Rivals {
  most: number
  classes: Int32Array
}

/** Of a text, the features by which these are found. */
const tellingFeatures = 40

/** The classes that resemble each text most by its most telling features, and always that of foreign questions: else it would never learn what it is not. */
export function findRivals(set: TrainingSet, classifier: Classifier, most: number): Rivals {
  const { classes } = classifier
  const found = new Int32Array(set.chosen.length * most)
  const scores = new Float64Array(classes)
  const met = new Int32Array(classes)
  const values = new Float64Array(classes)
  let from = 0
  eachText(set, (text, weighed) => {
    const own = set.labels[text]!
    const count = addScores(classifier, weighed, scores, met)
    for (let at = 0; at < count; at++) {
      values[at] = met[at] === own ? -1 : scores[met[at]!]!
      scores[met[at]!] = 0
    }
    found[from] = own
    const best = highest(values.subarray(0, count), most - 1)
    for (let at = 0; at + 1 < most; at++) {
      const place = best[at]
      // Where fewer classes resemble a text at all, the next ones by number stand in for the rest.
      found[from + 1 + at] = place !== undefined && values[place]! > 0 ? met[place]! : (own + 1 + at) % classes
    }
    const isLeftOut = set.articles < classes && own !== set.articles && !found.subarray(from, from + most).includes(set.articles)
    if (isLeftOut) found[from + most - 1] = set.articles
    from += most
  })
  return { most, classes: found }
}

/** Adds up the scores of the classes that a text meets, lists these in `met`, and returns how many they are. */
function addScores(
  { starts, labels, weights }: Classifier,
  { length, ids, values }: WeighedText,
  scores: Float64Array,
  met: Int32Array,
): number {
  let count = 0
  for (const at of highest(Float64Array.from(values.subarray(0, length)), tellingFeatures)) {
    const value = values[at]!
    if (value === 0) continue
    const end = starts[ids[at]! + 1]!
    for (let entry = starts[ids[at]!]!; entry < end; entry++) {
      const label = labels[entry]! & mostClasses
      if (scores[label] === 0) met[count++] = label
      scores[label]! += weights[entry]! * value
    }
  }
  return count
}
