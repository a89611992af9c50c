import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { user } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import { type Actor, grantsOf, type Role, scopesOf } from './actor.ts'

const byId = (orm: BetterSQLite3Database) =>
  orm
    .select({
      id: user.id,
      name: user.name,
      roles: user.roles,
      sessionVersion: user.sessionVersion,
      disabledAt: user.disabledAt,
      grants: user.grants,
    })
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare()

/**
 * Whoever holds a session of this version, or null when it has ended: signed out, disabled, other roles, other password. Asks the database at each call
 * (about 5 µs by primary key), so an end, and a role given or taken in a category, is felt with the next request, in every process.
 */
export function readUserActor(istok: Istok, userId: string, sessionVersion: number): Actor | null {
  const row = prepared(istok.database.reader.orm, byId).get({ id: userId })
  if (row === undefined || row.disabledAt !== null || row.sessionVersion !== sessionVersion) return null
  const actor: Actor = { kind: 'user', id: `user:${row.id}`, name: row.name, scopes: scopesOf(row.roles as Role[]), channel: null }
  return row.grants.length === 0 ? actor : { ...actor, grants: grantsOf(row.grants) }
}
