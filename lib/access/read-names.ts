import { inArray } from 'drizzle-orm'
import { apiKey, user } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import { system } from './actor.ts'

/** The names of those who acted (`user:…`, `key:…`, `system`), by id; somebody unknown has none. For use cases that have checked the right to know. */
export async function readNames({ database }: Istok, ids: readonly string[]): Promise<Record<string, string>> {
  const { orm } = database.reader
  const of = (kind: string) => [...new Set(ids)].filter(id => id.startsWith(kind)).map(id => id.slice(kind.length))
  const users = of('user:')
  const keys = of('key:')
  const people = users.length === 0 ? [] : await orm.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, users))
  const programs =
    keys.length === 0 ? [] : await orm.select({ id: apiKey.id, name: apiKey.name }).from(apiKey).where(inArray(apiKey.id, keys))
  return Object.fromEntries([
    [system.id, system.name],
    ...people.map(({ id, name }) => [`user:${id}`, name]),
    ...programs.map(({ id, name }) => [`key:${id}`, name]),
  ])
}
