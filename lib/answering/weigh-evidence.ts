/** How much the nearest phrasing counts beside the classifier's own score. */
const nearestWeight = 2

/**
 * How much speaks for a question being one that the articles answer: the score of the likeliest class and the cosine of its nearest phrasing. A score and a
 * cosine measure how well the question is covered at all; the share of the likeliest class would only measure how far ahead of the others it is.
 */
export function weighEvidence(scores: Float64Array, cosines: Float32Array, labels: Int32Array): number {
  let first = 0
  for (let at = 1; at < scores.length; at++) if (scores[at]! > scores[first]!) first = at
  let nearest = 0
  for (let at = 0; at < cosines.length; at++) if (labels[at] === first && cosines[at]! > nearest) nearest = cosines[at]!
  return scores[first]! + nearestWeight * nearest
}
