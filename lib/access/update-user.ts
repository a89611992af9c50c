import { and, eq, isNull, ne } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import { type Transaction, write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Actor, Role } from './actor.ts'
import { closeSessions } from './end-sessions.ts'
import { type Grant, keepGrants, showGrants } from './grants.ts'
import { hashPassword } from './password.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'
import { entryOf, requireGrantable, requireUserFields, type UserEntry } from './user-input.ts'

export interface UserChange {
  id: string
  name?: string
  roles?: Role[]
  /** All the roles that he is to have besides, in some categories. */
  grants?: Grant[]
  locale?: string
  disabled?: boolean
  password?: string
}

type UserRow = typeof user.$inferSelect

/**
 * Changes a user. New roles, disabling and a new password end his sessions; roles in categories hold from the next request on without that. Throws forbidden (needs admin; nobody gives more than he has, nor the password of somebody who may more), not_found, invalid
 * (names the field), conflict (he is the last administrator).
 */
export async function updateUser(istok: Istok, actor: Actor, change: UserChange): Promise<UserEntry> {
  requireScope(actor, 'admin')
  requireGrantable(actor, change)
  const known = await istok.database.reader.orm.select().from(user).where(eq(user.id, change.id)).get()
  if (!known) throw new IstokError('not_found', `There is no user "${change.id}"`)
  if (change.password !== undefined) requireGrantable(actor, { roles: known.roles as Role[], grants: known.grants as Grant[] })
  requireUserFields(change, known.email)
  const passwordHash = change.password === undefined ? undefined : await hashPassword(change.password)
  return write(istok.database, async tx => {
    const before = await tx.orm.select().from(user).where(eq(user.id, change.id)).get()
    if (!before) throw new IstokError('not_found', `There is no user "${change.id}"`)
    const after = {
      ...changed(before, change, passwordHash, tx.now),
      grants: change.grants === undefined ? before.grants : keepGrants(tx.orm, change.grants),
    }
    if (isAdmin(before) && !isAdmin(after)) await requireOtherAdmin(tx, before.id)
    await tx.orm.update(user).set(after).where(eq(user.id, before.id))
    if (after.sessionVersion !== before.sessionVersion) await closeSessions(tx, before.id)
    const fields = (Object.keys(change) as (keyof UserChange)[]).filter(field => field !== 'id' && change[field] !== undefined)
    await recordAudit(tx, actor, 'user.updated', `user:${before.id}`, {
      ...{ fields, roles: change.roles, disabled: change.disabled, grants: change.grants },
      ...(change.grants && { before: { grants: showGrants(tx.orm, before.grants) } }),
    })
    return entryOf(tx.orm, after)
  })
}

function changed(before: UserRow, change: UserChange, passwordHash: string | undefined, now: number): UserRow {
  const roles = change.roles === undefined ? before.roles : [...new Set(change.roles)]
  const disabledAt = change.disabled === undefined ? before.disabledAt : change.disabled ? (before.disabledAt ?? now) : null
  const endsSessions = passwordHash !== undefined || disabledAt !== before.disabledAt || roles.join() !== before.roles.join()
  return {
    ...before,
    name: change.name?.trim() ?? before.name,
    locale: change.locale ?? before.locale,
    passwordHash: passwordHash ?? before.passwordHash,
    roles,
    disabledAt,
    sessionVersion: before.sessionVersion + (endsSessions ? 1 : 0),
    updatedAt: now,
  }
}

function isAdmin({ roles, disabledAt }: Pick<UserRow, 'roles' | 'disabledAt'>): boolean {
  return disabledAt === null && roles.includes('admin')
}

async function requireOtherAdmin(tx: Transaction, id: string): Promise<void> {
  const others = await tx.orm
    .select({ roles: user.roles, disabledAt: user.disabledAt })
    .from(user)
    .where(and(ne(user.id, id), isNull(user.disabledAt)))
  if (!others.some(isAdmin))
    throw new IstokError('conflict', 'This is the last administrator; make somebody else one first', { reason: 'last-admin' })
}
