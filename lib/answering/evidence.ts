import { type Classifier, coverage } from './classifier.ts'
import type { WeighedText } from './weigh.ts'

/** How much it counts, beside a score, that the article's own texts hold what a question says. Fitted on questions of held-out articles. */
const coverageWeight = 1.7

/** How much speaks for a question being answered at all: the highest score, and the share of the question that the texts of its class hold. */
export function evidenceOf(classifier: Classifier, weighed: WeighedText, scores: Float64Array): number {
  let best = 0
  for (let label = 1; label < scores.length; label++) if (scores[label]! > scores[best]!) best = label
  return scores[best]! + coverageWeight * coverage(classifier, weighed, best)
}
