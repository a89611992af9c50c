import type { Trial } from './calibrate.ts'
import { scoreClasses } from './classifier.ts'
import { evidenceOf } from './evidence.ts'
import { highest } from './highest.ts'
import { type Lesson, selectTexts } from './lesson.ts'
import { manyTexts, trainClassifier } from './train-classifier.ts'
import { weigh } from './weigh.ts'

/** Held-out questions are asked of quicker classifiers. */
const trialEpochs = 3
/** What share of the phrasings, and of the articles, is held out in one trial. */
const folds = 4
/** Held-out questions of one fold that are asked, at most. */
const mostTrials = 1200
/** Scores that are kept of a trial; lower ones are no share of anything. */
const mostScores = 256

/** Asks held-out phrasings, of taught articles and of articles that are held out whole, of classifiers that know neither. */
export function tryOut(lesson: Lesson): Trial[] {
  const { labels, turns, articles } = lesson
  const every = Int32Array.from(turns, (_, text) => text)
  const trials: Trial[] = []
  if (!turns.some(turn => turn >= 0)) return trials
  for (let fold = 0; fold < roundsOf(turns.length); fold++) {
    const isForeign = (text: number) => labels[text]! < articles && labels[text]! % folds === fold
    // Foreign questions are never asked, but as many of them stay away as of the phrasings, so that they count no more than otherwise.
    const turnOf = (text: number) => (labels[text] === articles ? text : turns[text]!)
    const isHeldOut = (text: number) => isForeign(text) || (turnOf(text) >= 0 && turnOf(text) % folds === fold)
    const chosen = every.filter(text => !isHeldOut(text))
    if (chosen.length < 2) continue
    const asked = every.filter(text => turns[text]! >= 0 && isHeldOut(text))
    const step = Math.ceil(asked.length / mostTrials)
    trials.push(
      ...ask(
        lesson,
        chosen,
        asked.filter((_, at) => at % step === 0),
        isForeign,
      ),
    )
  }
  return trials
}

function ask(lesson: Lesson, chosen: Int32Array, asked: Int32Array, isForeign: (text: number) => boolean): Trial[] {
  const set = selectTexts(lesson, chosen)
  const classifier = trainClassifier(set, trialEpochs)
  const scores = new Float64Array(lesson.classes)
  return Array.from(asked, text => {
    weigh(lesson.corpus, text, set.rarity, lesson.room)
    scoreClasses(classifier, lesson.room, scores)
    const best = highest(scores.subarray(0, lesson.articles), mostScores)
    const { sum, covered } = evidenceOf(classifier, lesson.room, scores, lesson.articles)
    return {
      scores: Float64Array.from(best, label => scores[label]!),
      ...{ evidence: sum, covered },
      own: isForeign(text) ? null : scores[lesson.labels[text]!]!,
    }
  })
}

/** The more texts, the fewer folds are tried out: further trials make the calibration no better. */
function roundsOf(texts: number): number {
  if (texts > manyTexts) return 1
  return texts > 1000 ? 2 : folds
}
