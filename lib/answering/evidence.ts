import { type Classifier, coverage } from './classifier.ts'
import type { WeighedText } from './weigh.ts'

/** How much it counts, beside a score, that the article's own texts hold what a question says. Fitted on questions of held-out articles. */
const coverageWeight = 1.7
/** How much it counts against a question that those which people ask everybody resemble it more than any article. Chosen on the mean of fifteen sets in two languages, far and near; from 0.3 to 0.6 none of them moves by more than 0.7. */
const foreignWeight = 0.5

/** What speaks for a question being answered at all. */
export interface Evidence {
  /** The highest score of an article, the share of the question that its texts hold, and how far foreign questions score above it. */
  sum: number
  /** That share alone, 0 to 1. */
  covered: number
}

/** How much speaks for a question being answered by the article of the highest score. `scores`: those of the articles first, then that of foreign questions where these were taught. */
export function evidenceOf(classifier: Classifier, weighed: WeighedText, scores: Float64Array, articles: number): Evidence {
  let best = 0
  for (let label = 1; label < articles; label++) if (scores[label]! > scores[best]!) best = label
  const covered = coverage(classifier, weighed, best)
  const foreign = Math.max(0, (scores[articles] ?? 0) - scores[best]!)
  return { sum: scores[best]! + coverageWeight * covered - foreignWeight * foreign, covered }
}
