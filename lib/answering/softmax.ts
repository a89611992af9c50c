/** Turns the first `length` scores into probabilities in place; each is divided by `temperature` first. */
export function softmax(scores: Float64Array, length = scores.length, temperature = 1): void {
  let highest = Number.NEGATIVE_INFINITY
  for (let at = 0; at < length; at++) if (scores[at]! > highest) highest = scores[at]!
  let sum = 0
  for (let at = 0; at < length; at++) {
    scores[at] = Math.exp((scores[at]! - highest) / temperature)
    sum += scores[at]!
  }
  for (let at = 0; at < length; at++) scores[at]! /= sum
}

/** The logarithm of the sum of the exponentials of all scores, each divided by `temperature`. */
export function softmaxSum(scores: Float64Array, temperature: number): number {
  let highest = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > highest) highest = score
  let sum = 0
  for (const score of scores) sum += Math.exp((score - highest) / temperature)
  return Math.log(sum) + highest / temperature
}
