import { listAnswers } from '#lib/delivery/list-answers.ts'
import type { Istok } from '#lib/istok.ts'

export interface AnswerItem {
  slug: string
  title: string
  shortAnswer: string
  category: string | null
  tags: string[]
}

/** Titles that the panel keeps at hand; a bigger base is searched, not browsed. */
const most = 2000

/** The operators' answers of a language, newest change first. */
export async function readAllAnswers(istok: Istok, locale: string): Promise<AnswerItem[]> {
  const answers: AnswerItem[] = []
  let cursor: string | null = null
  do {
    const reply = await listAnswers(istok, { channel: 'operator', locale, category: null, tag: null, limit: 200, cursor })
    const page = JSON.parse(reply.body.toString()) as { items: AnswerItem[]; nextCursor: string | null }
    answers.push(...page.items.map(({ slug, title, shortAnswer, category, tags }) => ({ slug, title, shortAnswer, category, tags })))
    cursor = page.nextCursor
  } while (cursor !== null && answers.length < most)
  return answers
}
