import type { Content } from '#lib/document/content.ts'

/** What somebody who begins a translation begins with. */
export const emptyContent: Content = { title: '', shortAnswer: [], questions: [], document: { type: 'doc', content: [] }, variations: {} }

/** What of a translation is its content. */
export function contentOf({ title, shortAnswer, questions, document, variations }: Content): Content {
  return { title, shortAnswer, questions, document, variations }
}
