import { eq } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { requireScope } from './policies.ts'
import { entryOf, type UserEntry } from './user-input.ts'

/** One user: an administrator reads anybody, everybody himself. Throws unauthenticated, forbidden, not_found. */
export async function readUser(istok: Istok, actor: Actor, { id }: { id: string }): Promise<UserEntry> {
  if (actor.id !== `user:${id}`) requireScope(actor, 'admin')
  const row = await istok.database.reader.orm.select().from(user).where(eq(user.id, id)).get()
  if (!row) throw new IstokError('not_found', `There is no user "${id}"`)
  return entryOf(istok.database.reader.orm, row)
}
