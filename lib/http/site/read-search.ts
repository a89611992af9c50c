import { anonymous } from '#lib/access/actor.ts'
import { tryQuestion } from '#lib/answering/try-question.ts'
import { type SearchReply, searchAnswers } from '#lib/search/search-answers.ts'
import type { Istok } from '../../istok.ts'
import type { SearchRequest } from './parse-search.ts'
import { readTopics } from './read-answers.ts'
import type { Category } from './views.ts'

/** What the page of results shows. */
export interface SearchView {
  asked: SearchRequest
  /** null: nothing was asked yet. */
  found: SearchReply | null
  topics: Category[]
  /** Answers that a question without hits may mean. */
  meant: { slug: string; title: string }[]
}

/** Results on one page, and when the reader wants more of them. */
const usual = 15
const more = 50

/** What the website says to a search. Never anything that it does not show to everybody. */
export async function readSearch(istok: Istok, asked: SearchRequest): Promise<SearchView> {
  const { locale, q, category, repair } = asked
  const topics = await readTopics(istok, locale)
  if (q.trim() === '') return { asked, found: null, topics, meant: [] }
  const request = { channel: 'website', locale, q, category, limit: asked.all ? more : usual, repair }
  const found = await searchAnswers(istok, anonymous, request)
  const tried = found.items.length > 0 ? null : await tryQuestion(istok, anonymous, { channel: 'website', locale, question: q })
  return { asked, found, topics, meant: tried?.answers.map(({ slug, title }) => ({ slug, title })) ?? [] }
}
