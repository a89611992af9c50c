import type { SearchIndex } from './engine/search-index.ts'

/** How many answers that say enough of a question stand in each category and under each tag; each kind without the filter of its own kind. */
export interface Facets {
  categories: Record<string, number>
  tags: Record<string, number>
}

/** Counts documents of an index by category and tag. */
export interface FacetCounts {
  /** Whether the document is in the branch and under the tag. */
  admits(document: number): boolean
  count(document: number): void
  facets(): Facets
}

/** `branch`: slugs of categories of which a document's must be one; `tag`: what it must have; null: any. */
export function openFacets({ answers, labels }: SearchIndex, branch: readonly string[] | null, tag: string | null): FacetCounts {
  const counts = new Uint32Array(labels.texts.length * 2)
  const half = labels.texts.length
  const asked = branch && new Set(branch.map(slug => labels.find(slug)))
  asked?.delete(-1)
  const tagged = tag === null ? null : labels.find(tag)
  const inBranch = (category: number) => asked === null || asked.has(category)
  const inTag = (tags: readonly number[]) => tagged === null || tags.includes(tagged)
  return {
    admits(document) {
      const { category, tags } = answers[document]!
      return inBranch(category) && inTag(tags)
    },
    count(document) {
      const { category, tags } = answers[document]!
      if (category >= 0 && inTag(tags)) counts[category]!++
      if (inBranch(category)) for (let at = 0; at < tags.length; at++) counts[half + tags[at]!]!++
    },
    facets() {
      const facets: Facets = { categories: {}, tags: {} }
      for (let label = 0; label < half; label++) {
        if (counts[label]! > 0) facets.categories[labels.texts[label]!] = counts[label]!
        if (counts[half + label]! > 0) facets.tags[labels.texts[label]!] = counts[half + label]!
      }
      return facets
    },
  }
}
