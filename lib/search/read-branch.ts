import { memoryOf } from '#lib/delivery/memory.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'

/** Branches that are known until a category changes; above it all are forgotten. */
const mostBranches = 500

const branchesOf = perIstok('search-branches', ({ database }) => ({
  epoch: -1,
  known: new Map<string, readonly string[]>(),
  /** Slugs of the categories right below each one. */
  below: new Map<string, string[]>(),
  select: database.reader.sqlite.prepare('SELECT c.slug, p.slug AS parent FROM category c JOIN category p ON p.id = c.parent_id'),
}))

/**
 * Slugs of a category and of everything below it in the tree; the slug alone where there is no such category. The whole tree is read at once, so that nobody
 * can tell by the work whether there is a category that he does not see.
 */
export function readBranch(istok: Istok, slug: string): readonly string[] {
  const branches = branchesOf(istok)
  const epoch = memoryOf(istok).fresh()
  if (branches.epoch !== epoch) {
    branches.known.clear()
    branches.below.clear()
    for (const row of branches.select.all() as { slug: string; parent: string }[]) {
      branches.below.set(row.parent, [...(branches.below.get(row.parent) ?? []), row.slug])
    }
    branches.epoch = epoch
  }
  const known = branches.known.get(slug)
  if (known) return known
  if (branches.known.size >= mostBranches) branches.known.clear()
  const all = new Set([slug])
  for (const one of all) for (const below of branches.below.get(one) ?? []) all.add(below)
  const branch = [...all]
  branches.known.set(slug, branch)
  return branch
}
