import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { inLocale } from './placed-answers.ts'

/** A topic of the site that has another number of answers, itself and below; 0: readers do not see it. */
export interface TopicCount {
  /** Slug. */
  category: string
  locale: string
  title: string
  before: number
  after: number
}
type Tree = readonly { slug: string; parent: string | null; title: Record<string, string> }[]

/** What the site would count otherwise if its topics stood in another tree. */
export function compareTopicCounts(orm: BetterSQLite3Database, before: Tree, after: Tree): TopicCount[] {
  const rows = orm.all<{ locale: string; category: string; count: number }>(
    sql`SELECT locale, category, count(*) AS count FROM head WHERE channel = 'website' AND category IS NOT NULL GROUP BY locale, category`,
  )
  const counts: TopicCount[] = []
  for (const [locale, own] of [...Map.groupBy(rows, row => row.locale)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [now, then] = [before, after].map(tree => totalsIn(tree, own))
    for (const { slug, title } of before) {
      const [is, willBe] = [now?.get(slug) ?? 0, then?.get(slug) ?? 0]
      if (is !== willBe) counts.push({ category: slug, locale, title: inLocale(title, locale), before: is, after: willBe })
    }
  }
  return counts
}

/** Answers in each topic and below it. */
function totalsIn(tree: Tree, own: readonly { category: string; count: number }[]): Map<string, number> {
  const parents = new Map(tree.map(({ slug, parent }) => [slug, parent]))
  const totals = new Map<string, number>()
  for (const { category, count } of own)
    for (let at: string | null = category; at !== null; at = parents.get(at) ?? null) totals.set(at, (totals.get(at) ?? 0) + count)
  return totals
}
