import { eq } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import type { Actor, Role } from './actor.ts'
import { type Grant, keepGrants } from './grants.ts'
import { hashPassword } from './password.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'
import { entryOf, normalEmail, requireGrantable, requireUserFields, type UserEntry } from './user-input.ts'

export interface NewUser {
  email: string
  name: string
  roles: Role[]
  /** Roles that he has besides, in some categories; none when not given. */
  grants?: Grant[]
  /** Language of the interface; the organisation's first when not given. */
  locale?: string
  /** Without one the user cannot sign in with a password. At least 10 characters. */
  password?: string
}

/** Adds a user. Throws forbidden (needs admin; nobody gives more than he has), invalid (names the field), conflict (the address is taken). */
export async function createUser(istok: Istok, actor: Actor, input: NewUser): Promise<UserEntry> {
  requireScope(actor, 'admin')
  requireUserFields(input)
  requireGrantable(actor, input)
  const email = normalEmail(input.email)
  const passwordHash = input.password === undefined ? null : await hashPassword(input.password)
  return write(istok.database, async tx => {
    const taken = await tx.orm.select({ id: user.id }).from(user).where(eq(user.email, email)).get()
    if (taken)
      throw new IstokError('conflict', `There is a user with the address ${email}`, {
        reason: 'address-taken',
        arguments: { value: email },
        errors: [{ pointer: '/email', message: 'is taken', reason: 'taken', arguments: { value: email } }],
      })
    const row = {
      id: newId(),
      email,
      name: input.name.trim(),
      passwordHash,
      roles: [...new Set(input.roles)],
      locale: input.locale ?? istok.env.locales[0] ?? 'ru',
      grants: keepGrants(tx.orm, input.grants ?? []),
      sessionVersion: 1,
      disabledAt: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    }
    await tx.orm.insert(user).values(row)
    await recordAudit(tx, actor, 'user.created', `user:${row.id}`, {
      email,
      roles: row.roles,
      ...(input.grants?.length && { grants: input.grants }),
    })
    return entryOf(tx.orm, row)
  })
}
