import { classifyQuestion } from '#lib/answering/classify-question.ts'
import { findPhrasing } from '#lib/answering/exact-phrasings.ts'
import type { AnswerFinder } from '#lib/answering/train-finder.ts'

/** What the finder makes of a wording. */
export interface Judgement {
  /** The likeliest articles with the probability, 0 to 1, that they answer it; at most three. */
  likely: { articleId: string; probability: number }[]
  /** 0 to 1: how little the best reading leads the next, "no article" being one of them. What is most uncertain teaches most. */
  uncertainty: number
  /** A title or phrasing says exactly this already. */
  isKnown: boolean
}

/** What is known of a wording before it was judged. */
export const unjudged: Judgement = { likely: [], uncertainty: 0, isKnown: false }

const judged = new WeakMap<AnswerFinder, Map<string, Judgement>>()

/** What `finder` makes of a wording; remembered as long as the finder is. */
export function judgeWording(finder: AnswerFinder, { key, text }: { key: string; text: string }): Judgement {
  const known = judged.get(finder) ?? new Map<string, Judgement>()
  judged.set(finder, known)
  const judgement = known.get(key) ?? judge(finder, key, text)
  known.set(key, judgement)
  return judgement
}

function judge(finder: AnswerFinder, key: string, text: string): Judgement {
  const { candidates, inScope } = classifyQuestion(finder, text, 3)
  const likely = candidates.map(candidate => ({ articleId: candidate.key, probability: inScope * candidate.probability }))
  const [first = 0, second = 0] = [...likely.map(({ probability }) => probability), 1 - inScope].sort((a, b) => b - a)
  return { likely, uncertainty: candidates.length === 0 ? 0 : 1 - (first - second), isKnown: findPhrasing(finder.exact, key) >= 0 }
}
