import type { Field } from './fields.ts'

/** What each field counts, and how much of its length is held against it (BM25's b). Found on one half of the development queries, checked on the other. */
export const fieldWeights: Record<Field, { weight: number; b: number }> = {
  title: { weight: 0.8, b: 0.3 },
  questions: { weight: 1.3, b: 0.5 },
  short: { weight: 0.4, b: 0.5 },
  headings: { weight: 0.7, b: 0.3 },
  body: { weight: 1, b: 0.85 },
  tags: { weight: 0.5, b: 0.3 },
}

/** BM25's k1, and the closer look's weights, in units of the question's whole weight. */
export const rankWeights = {
  k1: 1.2,
  /** A function word counts this much. */
  empty: 0.4,
  code: 1,
  /** Share of the title, or of the best question, that the query says. */
  titleShare: 1.6,
  /** The next questions that are near it beside the nearest one. */
  others: 0.8,
  /** Neighbours of the query that are neighbours in the title. */
  pairs: 0.6,
  /** Share of the query that the title says. */
  queryShare: 0.45,
  /** Share of the query that the whole answer says. */
  coverage: 0.95,
  /** Words of the title in the very form of the query. */
  surface: 0.2,
  /** Share of the query that the short answer says. */
  short: 0.15,
  /** Four-letter pieces shared with the title. */
  grams: 0.7,
}
