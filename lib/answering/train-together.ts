import { type Classifier, owned, sharpness } from './classifier.ts'
import { shuffle } from './random.ts'
import { softmax } from './softmax.ts'
import { classSizes, eachText, featuresOf, rateAt, smoothingFor, subtractTruth, type TrainingSet } from './training-set.ts'
import type { WeighedText } from './weigh.ts'

/** Weights that move no score and are left out. */
const nothing = 0.0003

/**
 * Softmax regression over all classes at once by stochastic gradient descent with a falling rate, from the classes' mean vectors on: for few classes, as each
 * feature has a weight for every class. Deterministic. `epochs` 0: the mean vectors.
 */
export function trainTogether(set: TrainingSet, epochs: number): Classifier {
  const { classes, chosen, labels, weights: shares } = set
  const { weights, own } = meanVectors(set)
  const steps = epochs * chosen.length
  const state: State = { weights, errors: new Float64Array(classes), moved: new Int32Array(classes) }
  const order = chosen.slice()
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1)
    eachText(set, (text, weighed) => learn(state, weighed, labels[text]!, rateAt(step++, steps, shares[text]!)), order)
  }
  return sparse(weights, own, classes)
}

/** The mean vector of each class, and which of its weights come from its own texts. */
function meanVectors(set: TrainingSet): { weights: Float32Array; own: Uint8Array } {
  const { classes, labels, weights: shares } = set
  const weights = new Float32Array(featuresOf(set) * classes)
  const own = new Uint8Array(weights.length)
  const sizes = classSizes(set)
  eachText(set, (text, { length, ids, values }) => {
    const label = labels[text]!
    const share = shares[text]! / sizes[label]!
    for (let at = 0; at < length; at++) {
      if (values[at] === 0) continue
      const place = ids[at]! * classes + label
      weights[place]! += values[at]! * share
      own[place] = 1
    }
  })
  return { weights, own }
}

interface State {
  weights: Float32Array
  errors: Float64Array
  /** The classes whose weights one step changes. */
  moved: Int32Array
}

/** One step of descent on one text. */
function learn({ weights, errors, moved }: State, weighed: WeighedText, label: number, rate: number): void {
  const { length, ids, values } = weighed
  const classes = errors.length
  addScores(weights, weighed, errors)
  softmax(errors, classes)
  subtractTruth(errors, classes, label, smoothingFor(classes))
  let count = 0
  for (let index = 0; index < classes; index++) if (errors[index] !== 0) moved[count++] = index
  for (let at = 0; at < length; at++) {
    const row = ids[at]! * classes
    const change = values[at]! * rate
    for (let turn = 0; turn < count; turn++) weights[row + moved[turn]!]! -= errors[moved[turn]!]! * change
  }
}

/** The scores of all classes. Most of the time of training is spent here: four features at a time take half as long as one by one. */
function addScores(weights: Float32Array, { length, ids, values }: WeighedText, scores: Float64Array): void {
  const classes = scores.length
  scores.fill(0)
  let at = 0
  for (; at + 3 < length; at += 4) {
    const [one, two, three, four] = [ids[at]! * classes, ids[at + 1]! * classes, ids[at + 2]! * classes, ids[at + 3]! * classes]
    const [a, b, c, d] = [values[at]!, values[at + 1]!, values[at + 2]!, values[at + 3]!]
    for (let index = 0; index < classes; index++)
      scores[index]! += weights[one + index]! * a + weights[two + index]! * b + weights[three + index]! * c + weights[four + index]! * d
  }
  for (; at < length; at++) {
    const row = ids[at]! * classes
    for (let index = 0; index < classes; index++) scores[index]! += weights[row + index]! * values[at]!
  }
  for (let index = 0; index < classes; index++) scores[index]! *= sharpness
}

/** The weights that count, row by row. */
function sparse(weights: Float32Array, own: Uint8Array, classes: number): Classifier {
  const starts = new Int32Array(classes === 0 ? 1 : weights.length / classes + 1)
  const counts = (at: number) => own[at] === 1 || weights[at]! >= nothing || weights[at]! <= -nothing
  let size = 0
  for (let at = 0; at < weights.length; at++) if (counts(at)) size++
  const labels = new Uint16Array(size)
  const kept = new Float32Array(size)
  let entry = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let label = 0; label < classes; label++) {
      const at = row * classes + label
      if (!counts(at)) continue
      labels[entry] = own[at] === 1 ? label | owned : label
      kept[entry++] = weights[at]!
    }
    starts[row + 1] = entry
  }
  return { classes, starts, labels, weights: kept }
}
