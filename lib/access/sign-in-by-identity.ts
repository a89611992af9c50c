import { and, eq } from 'drizzle-orm'
import { identity, user } from '#db/schema/access.ts'
import { type Transaction, write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { anonymous, type Role } from './actor.ts'
import { recordAudit } from './record-audit.ts'
import type { SignedIn } from './sign-in.ts'
import { type SessionPlace, startSession } from './start-session.ts'
import { isEmail, normalEmail } from './user-input.ts'

/** What the organisation's sign-in service says of somebody. Its word on the address counts only when it has verified it. */
export interface ForeignIdentity {
  issuer: string
  subject: string
  email: string
  isEmailVerified: boolean
  name: string
}

type UserRow = typeof user.$inferSelect

/**
 * Lets somebody in whom the organisation's sign-in service vouches for: whoever came with this identity before; else the user with the same verified address;
 * else, where OIDC_ROLE says so, a new user. Begins a session. Throws unauthenticated for everybody else and for who is disabled.
 */
export async function signInByIdentity(istok: Istok, input: ForeignIdentity & SessionPlace): Promise<SignedIn> {
  const found = await write(istok.database, async tx => {
    const row = (await knownUser(tx, input)) ?? (await userByAddress(tx, input)) ?? (await newcomer(istok, tx, input))
    if (row && row.disabledAt === null) return { row, sessionId: await startSession(tx, row.id, input) }
    await recordAudit(tx, anonymous, 'session.refused', row ? `user:${row.id}` : 'user:unknown', {
      address: input.address,
      issuer: input.issuer,
    })
    return null
  })
  if (!found) throw new IstokError('unauthenticated', 'This person is not known here')
  const { id, email, name, roles, locale, sessionVersion } = found.row
  return { id, email, name, roles: roles as Role[], locale, sessionVersion, sessionId: found.sessionId }
}

async function knownUser(tx: Transaction, { issuer, subject }: ForeignIdentity): Promise<UserRow | undefined> {
  const row = await tx.orm
    .select({ user })
    .from(identity)
    .innerJoin(user, eq(user.id, identity.userId))
    .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
    .get()
  return row?.user
}

async function userByAddress(tx: Transaction, input: ForeignIdentity): Promise<UserRow | undefined> {
  if (!input.isEmailVerified || input.subject === '') return undefined
  const row = await tx.orm
    .select()
    .from(user)
    .where(eq(user.email, normalEmail(input.email)))
    .get()
  if (row && row.disabledAt === null) await bind(tx, row.id, input)
  return row
}

async function newcomer({ env }: Istok, tx: Transaction, input: ForeignIdentity): Promise<UserRow | undefined> {
  const role = env.oidc?.role
  if (role === undefined || !input.isEmailVerified || input.subject === '') return undefined
  const email = normalEmail(input.email)
  if (!isEmail(email)) return undefined
  // No half of a sign of two units stays at the cut.
  const name = (input.name.trim() || email).slice(0, 100).replace(/\p{Cs}$/u, '')
  const row: UserRow = {
    ...{ id: newId(), email, name, passwordHash: null, roles: [role], grants: [], locale: env.locales[0] ?? 'ru' },
    ...{ sessionVersion: 1, disabledAt: null, createdAt: tx.now, updatedAt: tx.now },
  }
  await tx.orm.insert(user).values(row)
  await recordAudit(tx, { id: `user:${row.id}` }, 'user.created', `user:${row.id}`, { email, roles: row.roles, issuer: input.issuer })
  await bind(tx, row.id, input)
  return row
}

async function bind(tx: Transaction, userId: string, { issuer, subject }: ForeignIdentity): Promise<void> {
  await tx.orm.insert(identity).values({ issuer, subject, userId, createdAt: tx.now })
  await recordAudit(tx, { id: `user:${userId}` }, 'identity.bound', `user:${userId}`, { issuer })
}
