import { readSynonyms } from '../analyser/synonyms.ts'
import { readQuery } from '../repair/read-query.ts'
import type { AnswerText } from './answer-text.ts'
import { rank } from './rank.ts'
import { SearchIndex } from './search-index.ts'

/** For tests: an answer with nothing but what is given. */
export function answer(slug: string, title: string, rest: Partial<AnswerText> = {}): AnswerText {
  return { slug, articleId: slug, title, questions: [], shortAnswer: '', headings: [], body: '', category: null, tags: [], ...rest }
}

/** An index of these answers. */
export function indexOf(...answers: AnswerText[]): SearchIndex {
  const index = new SearchIndex()
  for (const one of answers) index.put(one)
  return index
}

const synonyms = readSynonyms([])

/** What the index finds for the question. */
export function search(index: SearchIndex, text: string, typing = false) {
  const query = readQuery(index.vocabulary, text, { synonyms, typing })
  return { ...rank(index, query, 10), query }
}

/** Slugs of what is found. */
export function found(index: SearchIndex, text: string): string[] {
  return search(index, text).hits.map(hit => hit.slug)
}
