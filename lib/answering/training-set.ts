import type { Corpus } from './corpus.ts'
import { type Rarity, type WeighedText, weigh } from './weigh.ts'

/** What a classifier is taught. */
export interface TrainingSet {
  corpus: Corpus
  /** The texts of the corpus that are taught. */
  chosen: Int32Array
  /** Of each text of the corpus its class, 0 to `classes` − 1. */
  labels: Int32Array
  /** How much each text of the corpus counts, 0 to 1. */
  weights: Float32Array
  rarity: Rarity
  /** Classes that are articles; the one after them, where there is one, are foreign questions. */
  articles: number
  classes: number
  /** In which one text after the other is weighed. */
  room: WeighedText
}

/** The share of certainty that is spread over the classes, at most, so that few phrasings do not make a classifier too sure of itself; and what one class gets of it. */
const mostSmoothing = 0.4
const smoothingPerClass = 1 / 375
/** Differences to the truth that are too small to learn from, in shares of what smoothing gives to each class. */
const negligible = 1.5
const learningRate = 0.3

/** How far a text is to be moved at a step of descent: the rate falls to nothing. */
export function rateAt(step: number, steps: number, weight: number): number {
  return learningRate * (1 - step / steps) * weight
}

/** What is spread over all classes. */
export function smoothingFor(classes: number): number {
  return Math.min(mostSmoothing, classes * smoothingPerClass)
}

/**
 * Turns the first `length` probabilities into their differences to the truth, which is at place `label`; what is too small to learn from becomes 0.
 */
export function subtractTruth(errors: Float64Array, length: number, label: number, smoothing: number): void {
  const share = smoothing / length
  for (let at = 0; at < length; at++) {
    const error = errors[at]! - share - (at === label ? 1 - smoothing : 0)
    errors[at] = Math.abs(error) > negligible * share ? error : 0
  }
}

/** Calls `visit` with each taught text, weighed; the room is the same for all of them. */
export function eachText(
  { corpus, chosen, rarity, room }: TrainingSet,
  visit: (text: number, weighed: WeighedText) => void,
  order: Int32Array = chosen,
): void {
  for (const text of order) {
    weigh(corpus, text, rarity, room)
    visit(text, room)
  }
}

/** How much the taught texts of each class count together. */
export function classSizes({ chosen, labels, weights, classes }: TrainingSet): Float32Array {
  const sizes = new Float32Array(classes)
  for (const text of chosen) sizes[labels[text]!]! += weights[text]!
  return sizes
}

/** The taught texts by class: those of class `c` stand in `texts` from `starts[c]` on. */
export function textsByClass({ chosen, labels, classes }: TrainingSet): { starts: Int32Array; texts: Int32Array } {
  const starts = new Int32Array(classes + 1)
  for (const text of chosen) starts[labels[text]! + 1]!++
  for (let label = 0; label < classes; label++) starts[label + 1]! += starts[label]!
  const next = starts.slice()
  const texts = new Int32Array(chosen.length)
  for (const text of chosen) texts[next[labels[text]!]!++] = text
  return { starts, texts }
}

/** The number of features of the texts' space. */
export function featuresOf({ rarity }: TrainingSet): number {
  return rarity.byFeature.length
}
