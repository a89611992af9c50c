import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { user } from '#db/schema/access.ts'
import type { Transaction } from '#db/write.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { type GrantableRole, grantableRoles } from './actor.ts'
import { readCategoryPaths } from './category-path.ts'

type Orm = BetterSQLite3Database

/** A role that somebody has besides in a category and in those below it. */
export interface Grant {
  /** Slug. */
  category: string
  role: GrantableRole
}

/** As the row of a user keeps it: the category by its id, which stays when its slug changes. */
interface KeptGrant {
  category: string
  role: string
}

/** More is a mistake: whoever has it in so many categories has the role. */
export const mostGrants = 200

/** Puts grants into the form of the row, each once. Throws invalid (names the entry: unknown category, a role that is not given in categories, too many). */
export function keepGrants(orm: Orm, grants: readonly Grant[]): KeptGrant[] {
  const ids = new Map(readCategoryPaths(orm).map(({ slug, id }) => [slug, id]))
  const errors: FieldError[] = []
  if (grants.length > mostGrants)
    errors.push({
      pointer: '/grants',
      message: `has at most ${mostGrants} entries`,
      reason: 'too-many',
      arguments: { maximum: mostGrants },
    })
  const kept = grants.map(({ category, role }, index) => {
    const id = ids.get(category)
    if (id === undefined)
      errors.push({
        pointer: `/grants/${index}/category`,
        message: `there is no category "${category}"`,
        reason: 'missing',
        arguments: { value: category },
      })
    const values = grantableRoles.join(', ')
    if (!grantableRoles.includes(role))
      errors.push({ pointer: `/grants/${index}/role`, message: `is one of ${values}`, reason: 'not-one-of', arguments: { values } })
    return { category: id ?? '', role }
  })
  if (errors.length > 0) throw new IstokError('invalid', 'The roles in categories cannot be given like this', { errors })
  return [...new Map(kept.map(grant => [`${grant.category} ${grant.role}`, grant])).values()]
}

/** Grants as others see them, by category; one of a category that is gone gives nothing and is left out. */
export function showGrants(orm: Orm, kept: readonly KeptGrant[]): Grant[] {
  if (kept.length === 0) return []
  const slugs = new Map(readCategoryPaths(orm).map(({ slug, id }) => [id, slug]))
  return kept
    .flatMap(({ category, role }) => {
      const slug = slugs.get(category)
      return slug === undefined ? [] : [{ category: slug, role: role as GrantableRole }]
    })
    .sort((a, b) => (`${a.category} ${a.role}` < `${b.category} ${b.role}` ? -1 : 1))
}

/** Takes the grants of a category that is removed from everybody who had one. */
export async function forgetGrants(tx: Transaction, categoryId: string): Promise<void> {
  const holders = await tx.orm
    .select({ id: user.id, grants: user.grants })
    .from(user)
    .where(sql`EXISTS (SELECT 1 FROM json_each(${user.grants}) AS one WHERE one.value ->> 'category' = ${categoryId})`)
  for (const { id, grants } of holders)
    await tx.orm
      .update(user)
      .set({ grants: grants.filter(({ category }) => category !== categoryId) })
      .where(eq(user.id, id))
}
