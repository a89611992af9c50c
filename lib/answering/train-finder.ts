import { type Calibration, calibrate, type Trial } from './calibrate.ts'
import { buildFeatureSpace, countFeatures, type FeatureCounts, type FeatureSpace, readFeatures, weighFeatures } from './features.ts'
import { comparePhrasings, indexPhrasings, type PhrasingIndex } from './nearest-phrasing.ts'
import { type Classifier, scoreClasses, trainClassifier } from './train-classifier.ts'
import { weighEvidence } from './weigh-evidence.ts'

/** An article as the finder learns it: a key of the caller's, its title, and the phrasings in which customers ask for it. */
export interface TaughtArticle {
  key: string
  title: string
  questions: readonly string[]
}

/** Everything that finding an answer needs; made by `trainFinder`, read by `classifyQuestion`. */
export interface AnswerFinder {
  keys: string[]
  space: FeatureSpace
  classifier: Classifier
  phrasings: PhrasingIndex
  /** The class of each phrasing. */
  labels: Int32Array
  calibration: Calibration
}

/** Weights of one finder, 4 bytes each. Beyond it rare features are left out. */
const mostWeights = 24_000_000
const epochs = 6
/** Held-out questions are asked of quicker classifiers. */
const trialEpochs = 3
const folds = 4
/** Of more phrasings than this only one fold is tried out; further trials make the calibration no better. */
const manyPhrasings = 4000

/** Learns articles by their titles and questions, with a calibration on held-out phrasings and held-out articles. Deterministic; about a second per thousand phrasings. */
export function trainFinder(articles: readonly TaughtArticle[]): AnswerFinder {
  const phrasings = articles.flatMap(({ title, questions }, label) => [...new Set([title, ...questions])].map(text => ({ text, label })))
  const features = phrasings.map(({ text }) => readFeatures(text))
  const space = buildFeatureSpace(features, Math.floor(mostWeights / Math.max(1, articles.length)))
  const counts = features.map(kinds => countFeatures(space, kinds))
  const labels = Int32Array.from(phrasings, ({ label }) => label)
  const everyOne = counts.map((_, at) => at)
  const taught = teach({ space, counts, labels, classes: articles.length }, everyOne, epochs)
  return {
    keys: articles.map(({ key }) => key),
    space,
    classifier: taught.classifier,
    phrasings: taught.phrasings,
    labels,
    calibration: calibrate(tryOut({ space, counts, labels, classes: articles.length })),
  }
}

interface Lesson {
  space: FeatureSpace
  counts: readonly FeatureCounts[]
  labels: Int32Array
  classes: number
}

/** A classifier and an index of some of the phrasings; features that occur in none of them count as unknown. */
function teach({ space, counts, labels, classes }: Lesson, chosen: readonly number[], rounds: number) {
  const frequencies = new Int32Array(space.frequencies.length)
  for (const at of chosen) for (const id of counts[at]!.ids) frequencies[id]!++
  const vectors = chosen.map(at => weighFeatures(counts[at]!, frequencies, chosen.length))
  const own = Int32Array.from(chosen, at => labels[at]!)
  const classifier = trainClassifier({ vectors, labels: own, classes, features: frequencies.length }, rounds)
  return { frequencies, classifier, own, phrasings: indexPhrasings(vectors, frequencies.length) }
}

/** Asks held-out phrasings, of taught articles and of articles that are held out whole, of classifiers that know neither. */
function tryOut(lesson: Lesson): Trial[] {
  const { counts, labels, classes } = lesson
  const turns = turnsOf(labels, classes)
  const trials: Trial[] = []
  const rounds = counts.length > manyPhrasings ? 1 : folds
  for (let fold = 0; fold < rounds; fold++) {
    const isForeign = (at: number) => labels[at]! % folds === fold
    const isHeldOut = (at: number) => turns[at]! > 0 && turns[at]! % folds === fold
    const chosen = [...counts.keys()].filter(at => !isForeign(at) && !isHeldOut(at))
    if (chosen.length < 2) continue
    const taught = teach(lesson, chosen, trialEpochs)
    const scores = new Float64Array(classes)
    for (const at of counts.keys()) {
      if (!isForeign(at) && !isHeldOut(at)) continue
      const vector = weighFeatures(counts[at]!, taught.frequencies, chosen.length)
      scoreClasses(taught.classifier, vector, scores)
      const evidence = weighEvidence(scores, comparePhrasings(taught.phrasings, vector), taught.own)
      trials.push({ scores: scores.slice(), evidence, label: isForeign(at) ? -1 : labels[at]! })
    }
  }
  return trials
}

/** For each phrasing, the how-manieth of its article it is; the title is 0. */
function turnsOf(labels: Int32Array, classes: number): Int32Array {
  const next = new Int32Array(classes)
  return labels.map(label => next[label]!++)
}
