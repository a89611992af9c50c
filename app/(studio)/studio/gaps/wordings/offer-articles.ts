import type { WordingEntry } from '#lib/learning/list-wordings.ts'

type Likely = WordingEntry['likely']

/** Articles that are offered to somebody who may write these: `first` for one click, the likeliest of all, null where that is another's; `others` to choose from. */
export function offerArticles(likely: Likely, writable: ReadonlySet<string>): { first: Likely[number] | null; others: Likely } {
  const others = likely.filter(({ articleId }) => writable.has(articleId))
  const [likeliest] = likely
  return { first: likeliest !== undefined && writable.has(likeliest.articleId) ? likeliest : null, others }
}
