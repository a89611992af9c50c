import type { CategoryEntry } from '#lib/authoring/list-categories.ts'
import type { CategoryPlace } from '#lib/authoring/place-category.ts'

type Node = Pick<CategoryEntry, 'slug' | 'parent'>
export type Move = 'up' | 'down' | 'in' | 'out'

/** The categories below one (null: the top), in their order. */
export function childrenOf<T extends Node>(all: readonly T[], parent: string | null): T[] {
  return all.filter(node => node.parent === parent)
}

/** Where a category goes with one step; null: there is nowhere to go. */
export function placeAfterMove(all: readonly Node[], slug: string, move: Move): CategoryPlace | null {
  const node = all.find(candidate => candidate.slug === slug)
  if (!node) return null
  const { parent } = node
  const neighbours = childrenOf(all, parent)
  const at = neighbours.findIndex(candidate => candidate.slug === slug)
  const before = neighbours[at - 1]
  if (move === 'up') return before ? { parent, after: neighbours[at - 2]?.slug ?? null } : null
  if (move === 'down') return neighbours[at + 1] ? { parent, after: neighbours[at + 1]?.slug ?? null } : null
  if (move === 'in') return before ? { parent: before.slug, after: childrenOf(all, before.slug).at(-1)?.slug ?? null } : null
  const above = all.find(candidate => candidate.slug === parent)
  return above ? { parent: above.parent, after: above.slug } : null
}

/** Where a category goes that is dropped on another: before it, after it, or into it as the last. */
export function placeAfterDrop(
  all: readonly Node[],
  slug: string,
  target: string,
  where: 'before' | 'into' | 'after',
): CategoryPlace | null {
  const goal = all.find(candidate => candidate.slug === target)
  if (!goal || slug === target || isBelow(all, target, slug)) return null
  if (where === 'into')
    return {
      parent: target,
      after:
        childrenOf(all, target)
          .filter(one => one.slug !== slug)
          .at(-1)?.slug ?? null,
    }
  const neighbours = childrenOf(all, goal.parent).filter(one => one.slug !== slug)
  const at = neighbours.findIndex(one => one.slug === target)
  return { parent: goal.parent, after: (where === 'after' ? neighbours[at] : neighbours[at - 1])?.slug ?? null }
}

/** The tree as it would be with a category at another place. */
export function treeAfter<T extends Node>(all: readonly T[], slug: string, { parent, after }: CategoryPlace): T[] {
  const node = all.find(one => one.slug === slug)
  if (!node) return [...all]
  const others = all.filter(one => one !== node)
  const at = after === null ? 0 : others.findIndex(one => one.slug === after) + 1
  return others.toSpliced(at, 0, { ...node, parent })
}

/** Where a category stands now. */
export function placeOf(all: readonly Node[], slug: string): CategoryPlace {
  const parent = all.find(one => one.slug === slug)?.parent ?? null
  const neighbours = childrenOf(all, parent)
  return { parent, after: neighbours[neighbours.findIndex(one => one.slug === slug) - 1]?.slug ?? null }
}

/** Whether a category stands somewhere below another. */
export function isBelow(all: readonly Node[], slug: string, above: string): boolean {
  const seen = new Set<string>()
  for (
    let at = all.find(node => node.slug === slug);
    at?.parent != null && !seen.has(at.slug);
    at = all.find(node => node.slug === at?.parent)
  ) {
    if (at.parent === above) return true
    seen.add(at.slug)
  }
  return false
}

/** Slugs of the categories that are looked for and of those above them, so that each is seen at its place. */
export function withAncestors<T extends { slug: string; parent: string | null }>(
  all: readonly T[],
  isSought: (one: T) => boolean,
): Set<string> {
  const bySlug = new Map(all.map(one => [one.slug, one]))
  const shown = new Set<string>()
  for (const one of all.filter(isSought))
    for (let up: T | undefined = one; up && !shown.has(up.slug); up = bySlug.get(up.parent ?? '')) shown.add(up.slug)
  return shown
}
