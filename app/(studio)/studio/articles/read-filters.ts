import { type Query, readValue } from '#app/_ui/query.ts'
import type { ArticleConditions } from '#lib/authoring/article-conditions.ts'
import { type ArticleSort, articleSorts } from '#lib/authoring/list-articles.ts'
import { standings } from '#lib/authoring/review-standing.ts'
import { statuses } from '#lib/authoring/status.ts'

/** The filters that stand in the address of the list. */
export const filterNames = ['q', 'state', 'category', 'tag', 'locale', 'audience', 'owner', 'sort'] as const
export type Filters = Partial<Record<(typeof filterNames)[number], string>>

/** What needs to be seen to. */
const attentions = ['outdated', 'due', 'losses'] as const

/** The filters of an address; what it names and does not exist is left out by the list itself. */
export function readFilters(query: Query): Filters {
  return Object.fromEntries(filterNames.flatMap(name => [[name, readValue(query, name)]]).filter(([, value]) => value !== undefined))
}

/** Filters as conditions of the list. `state` is a status, a standing or something to see to; `owner=me` is whoever looks, by name or address. */
export function conditionsOf(filters: Filters, me: { name: string; email: string }): ArticleConditions {
  const { q, state, category, tag, locale, audience, owner } = filters
  return {
    ...{ q, category, tag, locale },
    status: statuses.find(known => known === state),
    standing: standings.find(known => `review-${known}` === state),
    attention: attentions.find(known => known === state),
    audience: audience === 'internal' || audience === 'public' ? audience : undefined,
    owner: owner === undefined ? undefined : owner === 'me' ? [me.name, me.email] : owner === 'nobody' ? '' : owner,
  }
}

export function sortOf(filters: Filters): ArticleSort {
  return articleSorts.find(known => known === filters.sort) ?? 'updated'
}
