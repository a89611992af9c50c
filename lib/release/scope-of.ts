import type { Change } from './change.ts'

/** What a release or a schedule names: ids of articles, keys of facts and snippets. */
export interface ReleaseScope {
  articles: string[]
  withdraw: string[]
  facts: string[]
  snippets: string[]
}

/** The scope of a change, each id once. */
export function scopeOf(change: Change): ReleaseScope {
  const idsWhere = (said: boolean) => [
    ...new Set(change.translations.filter(({ content }) => (content !== null) === said).map(({ articleId }) => articleId)),
  ]
  return {
    articles: idsWhere(true),
    withdraw: idsWhere(false),
    facts: [...change.facts.map(({ key }) => key), ...change.due],
    snippets: change.snippets.map(({ key }) => key),
  }
}
