import { inArray } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { createUser } from './create-user.ts'
import { demoPassword, demoUsers } from './demo-users.ts'

/** Adds those people of the demo who do not exist; returns how many. Never call it where ISTOK_DEMO is 0. Throws forbidden (needs admin). */
export async function createDemoUsers(istok: Istok, actor: Actor): Promise<number> {
  const emails = demoUsers.map(({ email }) => email)
  const rows = await istok.database.reader.orm.select({ email: user.email }).from(user).where(inArray(user.email, emails))
  const missing = demoUsers.filter(({ email }) => !rows.some(row => row.email === email))
  for (const { email, name, roles } of missing) await createUser(istok, actor, { email, name, roles, password: demoPassword })
  return missing.length
}
