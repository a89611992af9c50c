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
  const weights = meanVectors(set)
  const own = new Uint8Array(weights.length)
  for (let at = 0; at < own.length; at++) if (weights[at] !== 0) own[at] = 1
  const steps = epochs * chosen.length
  const errors = new Float64Array(classes)
  const order = chosen.slice()
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1)
    eachText(set, (text, weighed) => learn(weights, weighed, labels[text]!, rateAt(step++, steps, shares[text]!), errors), order)
  }
  return sparse(weights, own, classes)
}

function meanVectors(set: TrainingSet): Float32Array {
  const { classes, labels, weights: shares } = set
  const weights = new Float32Array(featuresOf(set) * classes)
  const sizes = classSizes(set)
  eachText(set, (text, { length, ids, values }) => {
    const label = labels[text]!
    const share = shares[text]! / sizes[label]!
    for (let at = 0; at < length; at++) weights[ids[at]! * classes + label]! += values[at]! * share
  })
  return weights
}

/** One step of descent on one text. */
function learn(weights: Float32Array, { length, ids, values }: WeighedText, label: number, rate: number, errors: Float64Array): void {
  const classes = errors.length
  errors.fill(0)
  for (let at = 0; at < length; at++) {
    const row = ids[at]! * classes
    const value = values[at]! * sharpness
    for (let index = 0; index < classes; index++) errors[index]! += weights[row + index]! * value
  }
  softmax(errors, classes)
  subtractTruth(errors, classes, label, smoothingFor(classes))
  const moved: number[] = []
  for (let index = 0; index < classes; index++) if (errors[index] !== 0) moved.push(index)
  for (let at = 0; at < length; at++) {
    const row = ids[at]! * classes
    const change = values[at]! * rate
    for (const index of moved) weights[row + index]! -= errors[index]! * change
  }
}

/** The weights that count, row by row. */
function sparse(weights: Float32Array, own: Uint8Array, classes: number): Classifier {
  const starts = new Int32Array(classes === 0 ? 1 : weights.length / classes + 1)
  const labels = new Uint16Array(weights.length)
  const kept = new Float32Array(weights.length)
  let entry = 0
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let label = 0; label < classes; label++) {
      const at = row * classes + label
      const weight = weights[at]!
      if (own[at] === 0 && weight < nothing && weight > -nothing) continue
      labels[entry] = own[at] === 1 ? label | owned : label
      kept[entry++] = weight
    }
    starts[row + 1] = entry
  }
  return { classes, starts, labels: labels.slice(0, entry), weights: kept.slice(0, entry) }
}
