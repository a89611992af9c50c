import { inArray } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { apiKey, user } from '#db/schema/access.ts'

/** Actors without a row: the process itself, and the key that the environment gives. */
const ownNames: Record<string, string> = { system: 'Istok', 'key:environment': 'ISTOK_ADMIN_KEY' }

/** Names by the ids that rows keep (`user:…`, `key:…`); whoever is unknown by now is named by the id. */
export function namePeople(orm: BetterSQLite3Database, ids: Iterable<string | null>): Map<string, string> {
  const wanted = [...new Set(ids)].filter(id => id !== null)
  const idsOf = (kind: string) => wanted.filter(id => id.startsWith(kind)).map(id => id.slice(kind.length))
  const people = orm
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, idsOf('user:')))
    .all()
  const keys = orm
    .select({ id: apiKey.id, name: apiKey.name })
    .from(apiKey)
    .where(inArray(apiKey.id, idsOf('key:')))
    .all()
  const known = new Map([
    ...people.map(({ id, name }): [string, string] => [`user:${id}`, name]),
    ...keys.map(({ id, name }): [string, string] => [`key:${id}`, name]),
  ])
  return new Map(wanted.map(id => [id, known.get(id) ?? ownNames[id] ?? id]))
}
