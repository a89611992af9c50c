import { asc, isNull } from 'drizzle-orm'
import { user } from '#db/schema.ts'
import type { Istok } from '../istok.ts'
import { type Actor, type Role, scopesOf } from './actor.ts'
import { requireScope } from './policies.ts'

/** Somebody who may look after an article. */
export interface Person {
  /** As in the audit log and in an article's owner: `user:…`. */
  id: string
  name: string
}

/** Everybody who may write and is not disabled, by name; to whom an article may be given. Throws unauthenticated, forbidden (needs write). */
export async function listPeople({ database }: Istok, actor: Actor): Promise<Person[]> {
  requireScope(actor, 'write')
  const rows = await database.reader.orm
    .select({ id: user.id, name: user.name, roles: user.roles })
    .from(user)
    .where(isNull(user.disabledAt))
    .orderBy(asc(user.name), asc(user.id))
  return rows.filter(({ roles }) => scopesOf(roles as Role[]).has('write')).map(({ id, name }) => ({ id: `user:${id}`, name }))
}
