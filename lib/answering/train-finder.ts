import { type Calibration, calibrate, quality, type Trial, usualCalibration } from './calibrate.ts'
import {
  buildFeatureSpace,
  countFeatures,
  type FeatureCounts,
  type FeatureSpace,
  readFeatures,
  weighFeatures,
  wordsOf,
} from './features.ts'
import { type Classifier, scoreClasses, trainClassifier } from './train-classifier.ts'

/** An article as the finder learns it. */
export interface TaughtArticle {
  /** The caller's name for it. */
  key: string
  title: string
  /** The phrasings in which customers ask for it. */
  questions: readonly string[]
  /** What it says: short answer, headings, paragraphs. They teach its words, but count less than a phrasing. */
  passages?: readonly string[]
  /** Questions that it answered with confidence. Nobody checked them, so they count less, too. */
  heard?: readonly string[]
}

/** Everything that finding an answer needs; made by `trainFinder`, read by `classifyQuestion`. */
export interface AnswerFinder {
  keys: string[]
  space: FeatureSpace
  classifier: Classifier
  calibration: Calibration
  /** The class of each title and phrasing by its words (`wordsOf`); −1 where several articles share it. */
  exact: Map<string, number>
  /** Whether what was heard was learned: only where it made held-out phrasings no worse understood. */
  usesHeard: boolean
}

/** Weights of one finder, 4 bytes each. Beyond it rare features are left out. */
const mostWeights = 24_000_000
const epochs = { few: 8, many: 5 }
/** Of more texts than this each is looked at less often, and one fold is tried out. */
const manyTexts = 4000
/** Held-out questions are asked of quicker classifiers. */
const trialEpochs = 3
/** What share of the phrasings, and of the articles, is held out in one trial. */
const folds = 4
/** Held-out questions of one fold that are asked, at most. */
const mostTrials = 1200
/** How much a passage or a heard question counts beside a phrasing, and how many of them an article is taught by. */
const uncheckedWeight = 0.5
const mostPassages = 12
const mostHeard = 12

/** Learns articles by their titles, questions and passages, with a calibration on held-out phrasings and held-out articles. Deterministic; about a second of one core per thousand phrasings. */
export function trainFinder(articles: readonly TaughtArticle[]): AnswerFinder {
  const exact = exactPhrasings(articles)
  const { lesson, trials, usesHeard } = chooseLesson(articles, exact)
  const everyText = lesson.texts.map((_, at) => at)
  const { classifier } = teach(lesson, everyText, lesson.texts.length > manyTexts ? epochs.many : epochs.few)
  return {
    keys: articles.map(({ key }) => key),
    space: lesson.space,
    classifier,
    calibration: calibrate(trials),
    exact,
    usesHeard,
  }
}

/** A finder of few articles that compares questions with the mean of each article's texts; nothing is trained or tried out. About 10 ms for thirty articles of ten phrasings. */
export function compareArticles(articles: readonly TaughtArticle[]): AnswerFinder {
  const lesson = readLesson(articles.map(({ passages, heard: _, ...article }) => ({ ...article, passages: passages?.slice(0, 1) })))
  const everyText = lesson.texts.map((_, at) => at)
  const { classifier } = teach(lesson, everyText, 0)
  return {
    ...{ keys: articles.map(({ key }) => key), space: lesson.space, classifier },
    ...{ calibration: usualCalibration, exact: exactPhrasings(articles), usesHeard: false },
  }
}

/** Fewest heard questions that are worth a trial of their own. */
const fewestHeard = 20

/**
 * Self-training where it is measured to help: with what was heard, if held-out phrasings are understood as well with it as without. What is a phrasing
 * already is left out: it would be measured by itself.
 */
function chooseLesson(articles: readonly TaughtArticle[], exact: ReadonlyMap<string, number>) {
  const others = articles.map(({ heard = [], ...article }) => ({ ...article, heard: heard.filter(text => !exact.has(wordsOf(text))) }))
  const bare = articles.map(({ heard: _, ...article }) => article)
  const without = () => {
    const lesson = readLesson(bare)
    return { lesson, trials: tryOut(lesson), usesHeard: false }
  }
  if (others.reduce((sum, { heard }) => sum + heard.length, 0) < fewestHeard) return without()
  const lesson = readLesson(others)
  const trials = tryOut(lesson)
  const plain = without()
  return quality(trials) >= quality(plain.trials) ? { lesson, trials, usesHeard: true } : plain
}

function exactPhrasings(articles: readonly TaughtArticle[]): Map<string, number> {
  const exact = new Map<string, number>()
  for (const [label, { title, questions }] of articles.entries()) {
    for (const text of [title, ...questions]) {
      const words = wordsOf(text)
      exact.set(words, (exact.get(words) ?? label) === label ? label : -1)
    }
  }
  return exact
}

interface Text {
  label: number
  counts: FeatureCounts
  weight: number
  /** Of a phrasing, the how-manieth of its article it is; −1 of everything else, which is never held out. */
  turn: number
}

interface Lesson {
  space: FeatureSpace
  texts: Text[]
  classes: number
}

function readLesson(articles: readonly TaughtArticle[]): Lesson {
  const read = articles.flatMap(({ title, questions, passages = [], heard = [] }, label) => [
    { text: title, label, weight: 1, turn: -1 },
    ...[...new Set(questions)].map((text, turn) => ({ text, label, weight: 1, turn })),
    ...[...passages.slice(0, mostPassages), ...heard.slice(0, mostHeard)].map(text => ({ text, label, weight: uncheckedWeight, turn: -1 })),
  ])
  const features = read.map(({ text }) => readFeatures(text))
  const space = buildFeatureSpace(features, Math.floor(mostWeights / Math.max(1, articles.length)))
  const texts = read.map(({ label, weight, turn }, at) => ({ label, weight, turn, counts: countFeatures(space, features[at]!) }))
  return { space, texts, classes: articles.length }
}

/** A classifier of some of the texts; features that occur in none of them count as unknown. */
function teach({ space, texts, classes }: Lesson, chosen: readonly number[], rounds: number) {
  const frequencies = new Int32Array(space.frequencies.length)
  for (const at of chosen) for (const id of texts[at]!.counts.ids) frequencies[id]!++
  const vectors = chosen.map(at => weighFeatures(texts[at]!.counts, frequencies, chosen.length))
  const labels = chosen.map(at => texts[at]!.label)
  const weights = chosen.map(at => texts[at]!.weight)
  return { frequencies, classifier: trainClassifier({ vectors, labels, weights, classes, features: frequencies.length }, rounds) }
}

/** Asks held-out phrasings, of taught articles and of articles that are held out whole, of classifiers that know neither. */
function tryOut(lesson: Lesson): Trial[] {
  const { texts, classes } = lesson
  const trials: Trial[] = []
  const questions = texts.filter(({ turn }) => turn >= 0).length
  for (let fold = 0; fold < roundsOf(texts.length) && questions > 0; fold++) {
    const isForeign = (text: Text) => text.label % folds === fold
    const isHeldOut = (text: Text) => isForeign(text) || (text.turn >= 0 && text.turn % folds === fold)
    const chosen = [...texts.keys()].filter(at => !isHeldOut(texts[at]!))
    if (chosen.length < 2) continue
    const { classifier, frequencies } = teach(lesson, chosen, trialEpochs)
    const asked = texts.filter(text => text.turn >= 0 && isHeldOut(text))
    const step = Math.ceil(asked.length / mostTrials)
    for (const text of asked.filter((_, at) => at % step === 0)) {
      const scores = new Float64Array(classes)
      scoreClasses(classifier, weighFeatures(text.counts, frequencies, chosen.length), scores)
      trials.push({ scores, evidence: Math.max(...scores), label: isForeign(text) ? -1 : text.label })
    }
  }
  return trials
}

/** The more texts, the fewer folds are tried out: further trials make the calibration no better. */
function roundsOf(texts: number): number {
  if (texts > manyTexts) return 1
  return texts > 1000 ? 2 : folds
}
