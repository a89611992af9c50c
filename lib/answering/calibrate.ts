import { softmaxSum } from './softmax.ts'

/** What was seen when a held-out question was put to a classifier that did not know it. */
export interface Trial {
  /** The highest scores, the highest first. */
  scores: Float64Array
  /** How well any article covers the question (`evidenceOf`). How far the first leads the others says little of that. */
  evidence: number
  /** Which share of its words the texts of the likeliest article hold, 0 to 1. */
  covered: number
  /** The score of its own class; null where the classifier was not taught it. */
  own: number | null
}

/** How scores become probabilities. */
export interface Calibration {
  /** Scores are divided by it before they become shares. */
  temperature: number
  /** The log odds of a question being within the articles' scope are `slope · evidence + offset`. */
  slope: number
  offset: number
}

/** What came out on public sets of none and three phrasings per article; it holds where a base has too few phrasings to try itself out. */
export const usualCalibration: Calibration = { temperature: 0.4, slope: 1, offset: -2.8 }

/** Fewest held-out questions of either kind that say more than the usual calibration. */
const fewest = 30
/**
 * A question of which an article says more than this says nothing of where the scope ends: in new words nobody asks so, and where it was to be foreign,
 * another article says the same.
 */
const mostCovered = 0.9

/** Fits the temperature to held-out questions, and the scope to those of taught against those of untaught articles. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const taught = trials.filter(({ own }) => own !== null)
  const temperature = taught.length >= fewest ? fitTemperature(taught) : usualCalibration.temperature
  const telling = trials.filter(({ covered }) => covered <= mostCovered)
  const known = telling.filter(({ own }) => own !== null)
  const foreign = telling.filter(({ own }) => own === null)
  const { slope, offset } = known.length >= fewest && foreign.length >= fewest ? fitScope(known, foreign) : usualCalibration
  return { temperature, slope, offset }
}

/** The probability, 0 to 1, that a question of this evidence is within scope. */
export function scopeProbability({ slope, offset }: Calibration, evidence: number): number {
  return logistic(slope * evidence + offset)
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}

/** The temperature under which the true classes of held-out questions are likeliest, by golden section between 1/10 and 10. */
function fitTemperature(trials: readonly Trial[]): number {
  const ratio = (Math.sqrt(5) - 1) / 2
  let low = Math.log(0.1)
  let high = Math.log(10)
  for (let step = 0; step < 16; step++) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (surprise(trials, Math.exp(left)) < surprise(trials, Math.exp(right))) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}

/** The mean negative logarithm of the probability of the true class. */
function surprise(trials: readonly Trial[], temperature: number): number {
  let sum = 0
  for (const { scores, own } of trials) sum += softmaxSum(scores, temperature) - own! / temperature
  return sum / trials.length
}

/** Logistic regression on one number by Newton's method; both sides weigh the same, and a little weight holds the line near the usual one. */
function fitScope(known: readonly Trial[], foreign: readonly Trial[]): { slope: number; offset: number } {
  let { slope, offset } = usualCalibration
  const hold = 4
  for (let step = 0; step < 20; step++) {
    const sums = {
      slope: hold * (usualCalibration.slope - slope),
      offset: hold * (usualCalibration.offset - offset),
      ss: hold,
      so: 0,
      oo: hold,
    }
    for (const side of [known, foreign]) {
      const share = (known.length + foreign.length) / 2 / side.length
      for (const { evidence, own } of side) {
        const probability = logistic(slope * evidence + offset)
        const error = share * ((own === null ? 0 : 1) - probability)
        const bend = share * probability * (1 - probability)
        sums.slope += error * evidence
        sums.offset += error
        sums.ss += bend * evidence * evidence
        sums.so += bend * evidence
        sums.oo += bend
      }
    }
    const determinant = sums.ss * sums.oo - sums.so * sums.so
    const cut = (move: number) => Math.max(-0.5, Math.min(0.5, move))
    slope = Math.max(0.05, slope + cut((sums.slope * sums.oo - sums.offset * sums.so) / determinant))
    offset += cut((sums.offset * sums.ss - sums.slope * sums.so) / determinant)
  }
  return { slope, offset }
}

/** How well held-out questions were understood: the mean of the share that found its article and of the probability that one of the scope has more evidence than a foreign one. 0 to 1. */
export function quality(trials: readonly Trial[]): number {
  const known = trials.filter(({ own }) => own !== null)
  const foreign = trials.filter(({ own }) => own === null)
  const right = known.filter(({ scores, own }) => own! >= scores[0]!).length
  const accuracy = known.length === 0 ? 0 : right / known.length
  if (known.length === 0 || foreign.length === 0) return accuracy
  const inOrder = [...trials].sort((a, b) => a.evidence - b.evidence)
  let below = 0
  let wins = 0
  for (const { own } of inOrder) {
    if (own === null) below++
    else wins += below
  }
  return (accuracy + wins / (known.length * foreign.length)) / 2
}
