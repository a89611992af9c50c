import { type Calibration, calibrate, quality, usualCalibration } from './calibrate.ts'
import { type Classifier, mostClasses } from './classifier.ts'
import { type ExactPhrasings, hasPhrasing, keepPhrasings } from './exact-phrasings.ts'
import type { FeatureSpace } from './feature-space.ts'
import { readFeatures, wordsOf } from './features.ts'
import { foreignTo } from './foreign-questions.ts'
import { type Lesson, readLesson, selectTexts } from './lesson.ts'
import { readArticleTexts, readForeign } from './read-article-texts.ts'
import type { TaughtArticle } from './taught-article.ts'
import { fewClasses, manyTexts, trainClassifier } from './train-classifier.ts'
import { tryOut } from './try-out.ts'
import type { Rarity } from './weigh.ts'

/** Everything that finding an answer needs; made by `trainFinder`, read by `classifyQuestion`. */
export interface AnswerFinder {
  keys: string[]
  space: FeatureSpace
  rarity: Rarity
  classifier: Classifier
  calibration: Calibration
  /** The class of each title and phrasing by its words. */
  exact: ExactPhrasings
  /** Whether what was heard was learned: only where it made held-out phrasings no worse understood. */
  usesHeard: boolean
}

/** Weights of a finder of few articles, 4 bytes each, and features of one of many. Beyond them rare features are left out. */
const mostWeights = 24_000_000
const mostFeatures = 1_500_000
const epochs = { few: 8, many: 5, most: 3 }
/** Of more texts than this each is looked at three times. */
const mostTexts = 40_000
/** By how many passages an article is taught; fewer where all articles together would have more texts than `enoughTexts`. */
const mostPassages = 12
const fewestPassages = 3
const enoughTexts = 60_000
/** How few articles are learned for a single question. */
const brief = { rounds: 4, passages: 4 }
/** These are not taught what is foreign, so less speaks for them. */
const briefCalibration: Calibration = { ...usualCalibration, offset: -3.5 }

/** Learns articles by their titles, questions and passages, with a calibration on held-out phrasings and held-out articles. Deterministic; about half a second of one core per thousand phrasings. At most 32,766 articles. */
export function trainFinder(articles: readonly TaughtArticle[], read: typeof readFeatures = readFeatures): AnswerFinder {
  if (articles.length >= mostClasses) throw new RangeError(`At most ${mostClasses - 1} articles can be learned`)
  const exact = exactPhrasings(articles)
  const { lesson, trials, usesHeard } = chooseLesson(articles, exact, read)
  return { ...teach(articles, lesson, epochsFor(lesson)), calibration: calibrate(trials), exact, usesHeard }
}

/**
 * A finder of the few articles that search proposes for one question, learned briefly and not tried out. Means of their texts alone, without a round of learning,
 * refused 53 of 100 questions of intents-en that this understands in three of four cases, and one new phrasing among ten counted a tenth. About 15 ms for
 * thirty articles of ten phrasings.
 */
export function learnBriefly(articles: readonly TaughtArticle[]): AnswerFinder {
  const read = articles.map(({ heard: _, ...article }) => readArticleTexts(article, brief.passages))
  return {
    ...teach(articles, readLesson(read, featuresFor(articles.length), false), brief.rounds),
    ...{ calibration: briefCalibration, exact: exactPhrasings(articles), usesHeard: false },
  }
}

function teach(articles: readonly TaughtArticle[], lesson: Lesson, rounds: number) {
  const every = Int32Array.from(lesson.labels, (_, text) => text)
  const set = selectTexts(lesson, every)
  const classifier = trainClassifier(set, rounds)
  return { keys: articles.map(({ key }) => key), space: lesson.space, rarity: set.rarity, classifier }
}

function epochsFor({ labels }: Lesson): number {
  if (labels.length > mostTexts) return epochs.most
  return labels.length > manyTexts ? epochs.many : epochs.few
}

function featuresFor(classes: number): number {
  return classes > fewClasses ? mostFeatures : Math.floor(mostWeights / Math.max(1, classes))
}

/** Fewest heard questions that are worth a trial of their own. */
const fewestHeard = 20

/**
 * Self-training where it is measured to help: with what was heard, if held-out phrasings are understood as well with it as without. What is a phrasing
 * already is left out: it would be measured by itself.
 */
function chooseLesson(articles: readonly TaughtArticle[], exact: ExactPhrasings, features: typeof readFeatures) {
  const phrasings = articles.reduce((sum, { questions }) => sum + questions.length + 1, 0)
  const passages = Math.floor((enoughTexts - phrasings) / Math.max(1, articles.length))
  const most = Math.max(fewestPassages, Math.min(mostPassages, passages))
  const unknown = (heard: readonly string[] = []) => heard.filter(text => !hasPhrasing(exact, wordsOf(text)))
  const read = articles.map(article => readArticleTexts({ ...article, heard: unknown(article.heard) }, most, features))
  const foreign = readForeign(foreignTo(articles), features)
  const lessonOf = (withHeard: boolean) => {
    const lesson = readLesson(read, featuresFor(articles.length), withHeard, foreign)
    return { lesson, trials: tryOut(lesson), usesHeard: withHeard }
  }
  const heard = read.reduce((sum, { texts }) => sum + texts.filter(text => text.heard).length, 0)
  if (heard < fewestHeard) return lessonOf(false)
  const plain = lessonOf(false)
  const taught = lessonOf(true)
  return quality(taught.trials) >= quality(plain.trials) ? taught : plain
}

function exactPhrasings(articles: readonly TaughtArticle[]): ExactPhrasings {
  return keepPhrasings(
    articles.flatMap(({ title, questions }, label) => [title, ...questions].map(text => ({ words: wordsOf(text), label }))),
  )
}
