import type { ClassLists } from './class-lists.ts'
import { type Classifier, owned, sharpness } from './classifier.ts'
import { findRivals } from './find-rivals.ts'
import { meanLists, widenLists } from './mean-lists.ts'
import { shuffle } from './random.ts'
import { softmax } from './softmax.ts'
import { eachText, featuresOf, rateAt, smoothingFor, subtractTruth, type TrainingSet } from './training-set.ts'
import type { WeighedText } from './weigh.ts'

/** Classes that a text is taught against: its own and those that resemble it most. */
const rivals = 32

/**
 * Softmax regression for many classes: a class has weights only for the features of its own texts and of those for which it is the strongest rival, and each
 * text is taught against the classes that resemble it most. Time and memory grow with the texts, not with texts × classes. Deterministic.
 */
export function trainApart(set: TrainingSet, epochs: number): Classifier {
  const { chosen, weights: shares, classes } = set
  const means = meanLists(set)
  const against = findRivals(set, byFeature(means, featuresOf(set)), Math.min(rivals, classes))
  const lists = widenLists(set, means, against)
  const steps = epochs * chosen.length
  const question = new Float32Array(featuresOf(set))
  const state: State = { lists, question, errors: new Float64Array(against.most), smoothing: smoothingFor(classes) }
  const order = Int32Array.from(chosen, (_, at) => at)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1)
    let turn = 0
    const visit = (text: number, weighed: WeighedText) => {
      const from = order[turn++]! * against.most
      learn(state, weighed, against.classes.subarray(from, from + against.most), rateAt(step++, steps, shares[text]!))
    }
    eachText(
      set,
      visit,
      order.map(at => chosen[at]!),
    )
  }
  return byFeature(lists, featuresOf(set))
}

interface State {
  lists: ClassLists
  /** The values of one text by feature, 0 of all others. */
  question: Float32Array
  errors: Float64Array
  smoothing: number
}

/** One step of descent on one text; its own class is the first of `among`. */
function learn({ lists, question, errors, smoothing }: State, { length, ids, values }: WeighedText, among: Int32Array, rate: number): void {
  const { starts, features, weights } = lists
  for (let at = 0; at < length; at++) question[ids[at]!] = values[at]!
  for (let index = 0; index < among.length; index++) {
    const end = starts[among[index]! + 1]!
    let sum = 0
    for (let entry = starts[among[index]!]!; entry < end; entry++) sum += weights[entry]! * question[features[entry]!]!
    errors[index] = sum * sharpness
  }
  softmax(errors, among.length)
  subtractTruth(errors, among.length, 0, smoothing)
  for (let index = 0; index < among.length; index++) {
    const change = errors[index]! * rate
    if (change === 0) continue
    const end = starts[among[index]! + 1]!
    for (let entry = starts[among[index]!]!; entry < end; entry++) weights[entry]! -= change * question[features[entry]!]!
  }
  for (let at = 0; at < length; at++) question[ids[at]!] = 0
}

/** The same weights feature by feature. */
function byFeature({ starts, features, weights, own }: ClassLists, count: number): Classifier {
  const rows = new Int32Array(count + 1)
  for (const feature of features) rows[feature + 1]!++
  for (let feature = 0; feature < count; feature++) rows[feature + 1]! += rows[feature]!
  const classifier = {
    ...{ classes: starts.length - 1, starts: rows },
    ...{ labels: new Uint16Array(features.length), weights: new Float32Array(features.length) },
  }
  const next = rows.slice()
  for (let label = 0; label + 1 < starts.length; label++) {
    for (let at = starts[label]!; at < starts[label + 1]!; at++) {
      const entry = next[features[at]!]!++
      classifier.labels[entry] = label | (own[at] === 1 ? owned : 0)
      classifier.weights[entry] = weights[at]!
    }
  }
  return classifier
}
