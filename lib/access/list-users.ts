import { asc, gt } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from './cursor.ts'
import { requireScope } from './policies.ts'
import { entryOf, type UserEntry } from './user-input.ts'

/** All users, disabled ones too, by address. Throws unauthenticated, forbidden (needs admin), invalid (cursor). */
export async function listUsers(istok: Istok, actor: Actor, page: PageInput = {}): Promise<Page<UserEntry>> {
  requireScope(actor, 'admin')
  const limit = limitOf(page)
  const position = readCursor(page.cursor, ['string'])
  const rows = await istok.database.reader.orm
    .select()
    .from(user)
    .where(position === null ? undefined : gt(user.email, position[0] as string))
    .orderBy(asc(user.email))
    .limit(limit + 1)
  return pageOf(
    rows.map(row => entryOf(istok.database.reader.orm, row)),
    limit,
    entry => [entry.email],
  )
}
