import { type Classifier, coverage } from './classifier.ts'
import type { WeighedText } from './weigh.ts'

/** How much it counts, beside a score, that the article's own texts hold what a question says. Fitted on questions of held-out articles. */
const coverageWeight = 1.7

/** What speaks for a question being answered at all. */
export interface Evidence {
  /** The highest score, and the share of the question that the texts of its class hold. */
  sum: number
  /** That share alone, 0 to 1. */
  covered: number
}

/** How much speaks for a question being answered by the class of the highest score. */
export function evidenceOf(classifier: Classifier, weighed: WeighedText, scores: Float64Array): Evidence {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label
  const covered = coverage(classifier, weighed, best)
  return { sum: scores[best]! + coverageWeight * covered, covered }
}
