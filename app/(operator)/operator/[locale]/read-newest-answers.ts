import { countAnswers } from '#lib/delivery/count-answers.ts'
import { listAnswers } from '#lib/delivery/list-answers.ts'
import type { Istok } from '#lib/istok.ts'

export interface AnswerItem {
  slug: string
  title: string
  shortAnswer: string
  category: string | null
  tags: string[]
}
/** What a panel begins with. `total`: answers of the language in all; those that are not among the newest are asked for when they are wanted. */
export interface AnswersAtHand {
  newest: AnswerItem[]
  total: number
}

/** Answers that the panel keeps at hand, as many as its list draws; a bigger base is searched, or gone through by category. */
const most = 200

/** The operators' answers of a language, newest change first. */
export async function readNewestAnswers(istok: Istok, locale: string): Promise<AnswersAtHand> {
  const place = { channel: 'operator', locale }
  const reply = await listAnswers(istok, { ...place, category: null, tag: null, limit: most, cursor: null })
  return { newest: itemsOf(JSON.parse(reply.body.toString())), total: countAnswers(istok, place) }
}

/** The answers of a list's reply. */
export function itemsOf({ items }: { items: AnswerItem[] }): AnswerItem[] {
  return items.map(({ slug, title, shortAnswer, category, tags }) => ({ slug, title, shortAnswer, category, tags }))
}
