import type { SparseVector } from './features.ts'
import { highest } from './highest.ts'
import { shuffle } from './random.ts'
import { softmax } from './softmax.ts'

/** A linear classifier: the score of a class is `sharpness` times the sum of a question's values with the weights of their features (`weights[feature * classes + class]`). */
export interface Classifier {
  classes: number
  weights: Float32Array
}

export interface TrainingSet {
  vectors: readonly SparseVector[]
  /** The class of each vector, 0 to classes − 1. */
  labels: ArrayLike<number>
  /** How much each vector counts, 0 to 1; all count 1 where this is left out. */
  weights?: ArrayLike<number>
  classes: number
  features: number
}

/** By how much a score is sharper than a cosine; with it the first weights, the classes' mean vectors, already tell classes apart. */
const sharpness = 10
const learningRate = 0.3
/** The share of certainty that is spread over the classes, at most, so that few phrasings do not make it too sure of itself; and what one class gets of it. */
const mostSmoothing = 0.4
const smoothingPerClass = 1 / 375
/** Beyond this many classes a phrasing is taught only against the classes that resemble it most. */
const rivals = 32
/** Of a phrasing, the features by which these are found. */
const tellingFeatures = 40
/** Up to this many classes all of them are taught together. */
const fewClasses = 200
/** Differences to the truth that are too small to learn from, in shares of what smoothing gives to each class. */
const negligible = 1.5

/**
 * Softmax regression by stochastic gradient descent with a falling rate, from the classes' mean vectors on. Deterministic. Takes about 0.3 s per thousand
 * phrasings.
 */
export function trainClassifier(set: TrainingSet, epochs: number): Classifier {
  const classifier = { classes: set.classes, weights: meanVectors(set) }
  let shortlists: Int32Array[] | null = null
  const everyClass = Int32Array.from({ length: set.classes }, (_, index) => index)
  const order = Int32Array.from(set.vectors, (_, index) => index)
  const steps = epochs * order.length
  const errors = new Float64Array(set.classes)
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    if (set.classes > fewClasses && epoch % 3 === 0)
      shortlists = set.vectors.map((vector, at) => shortlist(classifier, vector, set.labels[at]!))
    shuffle(order, epoch + 1)
    for (const at of order) {
      const rate = learningRate * (1 - step++ / steps) * (set.weights?.[at] ?? 1)
      learn(classifier, set.vectors[at]!, set.labels[at]!, shortlists?.[at] ?? everyClass, rate, errors)
    }
  }
  return classifier
}

/** The scores of all classes, written into `scores`. */
export function scoreClasses({ classes, weights }: Classifier, { ids, values }: SparseVector, scores: Float64Array): void {
  scores.fill(0)
  for (let at = 0; at < ids.length; at++) {
    const row = ids[at]! * classes
    const value = values[at]! * sharpness
    if (value !== 0) for (let index = 0; index < classes; index++) scores[index]! += weights[row + index]! * value
  }
}

function meanVectors({ vectors, labels, weights: shares, classes, features }: TrainingSet): Float32Array {
  const weights = new Float32Array(features * classes)
  const sizes = new Float32Array(classes)
  for (let at = 0; at < vectors.length; at++) sizes[labels[at]!]! += shares?.[at] ?? 1
  for (const [at, { ids, values }] of vectors.entries()) {
    const label = labels[at]!
    const share = (shares?.[at] ?? 1) / sizes[label]!
    for (let index = 0; index < ids.length; index++) weights[ids[index]! * classes + label]! += values[index]! * share
  }
  return weights
}

/** The classes that resemble a phrasing most by its most telling features, its own first. */
function shortlist(classifier: Classifier, { ids, values, unknown }: SparseVector, label: number): Int32Array {
  const telling = highest(Float64Array.from(values), tellingFeatures)
  const vector = { ids: Int32Array.from(telling, at => ids[at]!), values: Float32Array.from(telling, at => values[at]!), unknown }
  const scores = new Float64Array(classifier.classes)
  scoreClasses(classifier, vector, scores)
  scores[label] = Number.POSITIVE_INFINITY
  return Int32Array.from(highest(scores, rivals))
}

/** One step of descent on one phrasing. */
function learn(
  { classes, weights }: Classifier,
  vector: SparseVector,
  label: number,
  among: Int32Array,
  rate: number,
  errors: Float64Array,
): void {
  const { ids, values } = vector
  errors.fill(0, 0, among.length)
  for (let at = 0; at < ids.length; at++) {
    const row = ids[at]! * classes
    const value = values[at]! * sharpness
    for (let index = 0; index < among.length; index++) errors[index]! += weights[row + among[index]!]! * value
  }
  softmax(errors, among.length)
  const smoothing = Math.min(mostSmoothing, classes * smoothingPerClass)
  const least = (negligible * smoothing) / among.length
  const moved: number[] = []
  for (let index = 0; index < among.length; index++) {
    errors[index]! -= smoothing / among.length + (among[index] === label ? 1 - smoothing : 0)
    if (Math.abs(errors[index]!) > least) moved.push(index)
  }
  for (let at = 0; at < ids.length; at++) {
    const row = ids[at]! * classes
    const change = values[at]! * rate
    for (const index of moved) weights[row + among[index]!]! -= errors[index]! * change
  }
}
