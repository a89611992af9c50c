import { asc, isNull } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import { type Actor, type Role, scopesOf } from './actor.ts'
import { requireSomewhere } from './policies.ts'

/** Somebody who may look after an article. */
export interface Person {
  /** Stands for the person as an article's owner: it is unique, and means the same in another installation. */
  email: string
  name: string
}

/** Everybody who may write, if only in some category, and is not disabled, by name; to whom an article may be given. Throws unauthenticated, forbidden (needs write). */
export async function listPeople({ database }: Istok, actor: Actor): Promise<Person[]> {
  requireSomewhere(actor, 'write')
  const rows = await database.reader.orm
    .select({ email: user.email, name: user.name, roles: user.roles, grants: user.grants })
    .from(user)
    .where(isNull(user.disabledAt))
    .orderBy(asc(user.name), asc(user.email))
  return rows
    .filter(({ roles, grants }) => scopesOf(roles as Role[]).has('write') || grants.length > 0)
    .map(({ email, name }) => ({ email, name }))
}
