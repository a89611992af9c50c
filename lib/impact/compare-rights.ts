import { isNull } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { user } from '#db/schema/access.ts'
import { type Actor, grantsOf, type Role, scopesOf } from '#lib/access/actor.ts'
import { canIn, canSomewhere } from '#lib/access/policies.ts'
import { type ArticleScope, articleScopes } from '#lib/authoring/article-rights.ts'

/** Somebody who may do other things with the articles of a category. */
export interface ChangedRights {
  name: string
  gains: ArticleScope[]
  loses: ArticleScope[]
}

/** Whose roles in categories reach one way of the tree and not another (ids of categories), by name. Only to somebody who may write himself: others are not told who does. */
export function compareRights(
  orm: BetterSQLite3Database,
  actor: Actor,
  before: readonly string[],
  after: readonly string[],
): ChangedRights[] {
  if (!canSomewhere(actor, 'write')) return []
  const people = orm.select({ name: user.name, roles: user.roles, grants: user.grants }).from(user).where(isNull(user.disabledAt)).all()
  return people
    .filter(({ grants }) => grants.length > 0)
    .map(({ name, roles, grants }): ChangedRights => {
      const one: Actor = { ...actor, scopes: scopesOf(roles as Role[]), grants: grantsOf(grants) }
      const [had, has] = [before, after].map(way => articleScopes.filter(scope => canIn(one, scope, way)))
      return { name, gains: minus(has, had), loses: minus(had, has) }
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name))
}

function minus<T>(all: readonly T[] = [], without: readonly T[] = []): T[] {
  return all.filter(one => !without.includes(one))
}
