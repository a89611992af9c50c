import type { CategoryNode } from '#lib/delivery/read-category-tree.ts'
import type { AnswerItem } from './read-newest-answers.ts'

/** The answers of a category (with everything below it) that have every word of `filter` in title, short answer or tags. */
export function findAnswers(answers: AnswerItem[], { filter, category }: { filter: string; category: CategoryNode | null }): AnswerItem[] {
  const words = fold(filter).split(/\s+/).filter(Boolean)
  const slugs = category && new Set(slugsOf(category))
  return answers.filter(answer => {
    if (slugs && !(answer.category !== null && slugs.has(answer.category))) return false
    const text = fold(`${answer.title} ${answer.shortAnswer} ${answer.tags.join(' ')}`)
    return words.every(word => text.includes(word))
  })
}

/** A category in the tree, by slug. */
export function findCategory(nodes: CategoryNode[], slug: string | null): CategoryNode | null {
  for (const node of nodes) {
    if (node.slug === slug) return node
    const below = findCategory(node.children, slug)
    if (below) return below
  }
  return null
}

function slugsOf({ slug, children }: CategoryNode): string[] {
  return [slug, ...children.flatMap(slugsOf)]
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
