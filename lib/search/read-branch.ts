import { memoryOf } from '#lib/delivery/memory.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'

/** Branches that are known until a category changes; above it all are forgotten. */
const mostBranches = 500

const branchesOf = perIstok('search-branches', ({ database }) => ({
  epoch: -1,
  known: new Map<string, readonly string[]>(),
  select: database.reader.sqlite
    .prepare(
      `WITH RECURSIVE below (id, slug) AS (
         SELECT id, slug FROM category WHERE slug = ? UNION SELECT c.id, c.slug FROM category c JOIN below b ON c.parent_id = b.id
       ) SELECT slug FROM below`,
    )
    .pluck(),
}))

/** Slugs of a category and of everything below it in the tree; the slug alone where there is no such category. */
export function readBranch(istok: Istok, slug: string): readonly string[] {
  const branches = branchesOf(istok)
  const epoch = memoryOf(istok).fresh()
  if (branches.epoch !== epoch || branches.known.size >= mostBranches) {
    branches.known.clear()
    branches.epoch = epoch
  }
  const known = branches.known.get(slug)
  if (known) return known
  const found = branches.select.all(slug) as string[]
  const branch = found.length === 0 ? [slug] : found
  branches.known.set(slug, branch)
  return branch
}
