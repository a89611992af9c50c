import type { Classification } from './classify-question.ts'

/** From which confidence a channel answers, and from which it asks back. Probabilities, 0 to 1; `clarify` is at most `answer`. */
export interface Thresholds {
  answer: number
  clarify: number
}

/** `confidence`: the probability that the likeliest article is the answer. `options`: two to four articles, the likeliest first. */
export type Decision =
  | { status: 'answered'; key: string; confidence: number }
  | { status: 'clarify'; options: string[]; confidence: number }
  | { status: 'unanswered'; confidence: number }

/** Where nothing is set: a voice that says the wrong thing costs most, an operator sees at a glance what is wrong. */
const usualThresholds: Record<string, Thresholds> = {
  ivr: { answer: 0.55, clarify: 0.35 },
  operator: { answer: 0.35, clarify: 0.15 },
}
const otherThresholds: Thresholds = { answer: 0.45, clarify: 0.25 }

const mostOptions = 4
/** An option must be this likely beside the likeliest one. */
const leastShare = 0.08

/** The thresholds of a channel of this kind when nobody set others. */
export function thresholdsOf(kind: string): Thresholds {
  return usualThresholds[kind] ?? otherThresholds
}

/** Whether to answer, to ask which of some articles is meant, or to admit that there is no answer. */
export function decide({ candidates, inScope }: Classification, { answer, clarify }: Thresholds): Decision {
  const [likeliest] = candidates
  if (!likeliest) return { status: 'unanswered', confidence: 0 }
  const confidence = inScope * likeliest.probability
  if (confidence >= answer) return { status: 'answered', key: likeliest.key, confidence }
  const among = candidates.slice(0, mostOptions)
  const together = inScope * among.reduce((sum, { probability }) => sum + probability, 0)
  const options = among.filter(({ probability }, at) => at < 2 || probability >= leastShare * likeliest.probability).map(({ key }) => key)
  if (together >= clarify && options.length >= 2) return { status: 'clarify', options, confidence }
  return { status: 'unanswered', confidence }
}
