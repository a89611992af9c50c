import { and, eq } from 'drizzle-orm'
import { user } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { anonymous, type Role } from './actor.ts'
import { countAttempt } from './login-throttle.ts'
import { hashPassword, isOutdated, verifyPassword } from './password.ts'
import { recordAudit } from './record-audit.ts'
import { type SessionPlace, startSession } from './start-session.ts'
import { normalEmail } from './user-input.ts'

/** What a session carries. It is valid as long as `findSessionActor` knows it. */
export interface SignedIn {
  id: string
  email: string
  name: string
  roles: Role[]
  locale: string
  sessionVersion: number
  sessionId: string
}

/** Verified when nobody has the address, so that an unknown account takes as long as a wrong password. */
let decoy: Promise<string> | undefined

/**
 * Checks an address and a password and begins a session. `address` is the network address of the caller, `agent` his browser. Throws unauthenticated (one message for unknown, disabled and wrong),
 * rate_limited with Retry-After.
 */
export async function signIn(istok: Istok, input: { email: string; password: string } & SessionPlace): Promise<SignedIn> {
  const email = normalEmail(input.email).slice(0, 254)
  const attempt = countAttempt(istok, email, input.address)
  const row = await istok.database.reader.orm.select().from(user).where(eq(user.email, email)).get()
  decoy ??= hashPassword('nobody has this password')
  const matches = await verifyPassword(input.password.slice(0, 1000), row?.passwordHash ?? (await decoy))
  if (!row || row.passwordHash === null || row.disabledAt !== null || !matches) {
    await write(istok.database, tx =>
      recordAudit(tx, anonymous, 'session.refused', row ? `user:${row.id}` : 'user:unknown', { address: input.address }),
    )
    throw new IstokError('unauthenticated', 'The address or the password is wrong')
  }
  attempt.succeed()
  const fresh = isOutdated(row.passwordHash) ? await hashPassword(input.password) : null
  const sessionId = await write(istok.database, async tx => {
    if (fresh !== null)
      await tx.orm
        .update(user)
        .set({ passwordHash: fresh })
        // Unless the password was changed meanwhile.
        .where(and(eq(user.id, row.id), eq(user.passwordHash, row.passwordHash as string)))
    return startSession(tx, row.id, input)
  })
  const { id, name, roles, locale, sessionVersion } = row
  return { id, email, name, roles: roles as Role[], locale, sessionVersion, sessionId }
}
