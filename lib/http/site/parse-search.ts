import { searchPath } from './paths.ts'

/** What somebody searches for on the site. */
export interface SearchRequest {
  locale: string
  /** As typed, at most 1000 UTF-16 units of it. */
  q: string
  /** Slug of a topic. */
  category: string | null
  /** false: search for exactly what was typed. */
  repair: boolean
  /** More results than usual. */
  all: boolean
}

const longest = 1000

/** Reads the query of a search page; what means nothing to us is passed over. */
export function parseSearch(locale: string, query: URLSearchParams): SearchRequest {
  const category = query.get('category')
  return {
    locale,
    q: (query.get('q') ?? '').slice(0, longest).toWellFormed(),
    category: category !== null && /^[a-z0-9][a-z0-9-]{0,119}$/.test(category) ? category : null,
    repair: query.get('repair') !== 'false',
    all: query.get('all') === 'true',
  }
}

/** The address of a search. */
export function searchAddress({ locale, q, category, repair, all }: SearchRequest): string {
  const query = new URLSearchParams({ q })
  if (category !== null) query.set('category', category)
  if (!repair) query.set('repair', 'false')
  if (all) query.set('all', 'true')
  return `${searchPath(locale)}?${query}`
}
