import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { user } from '#db/schema/access.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { lengthReason } from '../length-reason.ts'
import { type Actor, roles as knownRoles, type Role, scopesOf } from './actor.ts'
import { type Grant, showGrants } from './grants.ts'
import { requireScope } from './policies.ts'

type Reason = Pick<FieldError, 'reason' | 'arguments'>

/** A user as others may see him. Times in milliseconds since the epoch. */
export interface UserEntry {
  id: string
  email: string
  name: string
  roles: Role[]
  /** Roles that he has besides, in some categories. */
  grants: Grant[]
  /** Language of the interface. */
  locale: string
  hasPassword: boolean
  disabledAt: number | null
  createdAt: number
  updatedAt: number
}

export interface UserFields {
  email?: string
  name?: string
  roles?: Role[]
  locale?: string
  password?: string
}

export function entryOf(orm: BetterSQLite3Database, row: typeof user.$inferSelect): UserEntry {
  const { passwordHash, sessionVersion: _, roles, grants, ...entry } = row
  return { ...entry, roles: roles as Role[], grants: showGrants(orm, grants), hasPassword: passwordHash !== null }
}

/** One spelling of an address: people type it in any. */
export function normalEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

/** Passes when every given field is usable. Throws invalid with the place named. `email`: the address that the user has when it is not given. */
export function requireUserFields(fields: UserFields, email = ''): void {
  const errors: FieldError[] = []
  const refuse = (pointer: string, message: string, reason: Reason) => errors.push({ pointer, message, ...reason })
  const address = fields.email === undefined ? email : normalEmail(fields.email)
  if (fields.email !== undefined && !isEmail(address)) refuse('/email', 'is not an e-mail address', { reason: 'not-an-address' })
  if (fields.name !== undefined && (fields.name.trim() === '' || fields.name.length > 100))
    refuse('/name', 'has 1 to 100 characters', lengthReason(1, 100))
  if (fields.locale !== undefined && !/^[a-z]{2}$/.test(fields.locale))
    refuse('/locale', 'is a language code, e.g. ru', { reason: 'not-a-language' })
  if (fields.roles?.length === 0) refuse('/roles', 'names at least one role', { reason: 'too-few', arguments: { minimum: 1 } })
  fields.roles?.forEach((role, index) => {
    const values = knownRoles.join(', ')
    if (!knownRoles.includes(role)) refuse(`/roles/${index}`, `is one of ${values}`, { reason: 'not-one-of', arguments: { values } })
  })
  if (fields.password !== undefined)
    for (const { message, ...reason } of passwordFaults(fields.password, address)) refuse('/password', message, reason)
  if (errors.length > 0) throw new IstokError('invalid', 'The user cannot be saved like this', { errors })
}

/** Nobody gives a role that can do more than himself. Throws forbidden. */
export function requireGrantable(actor: Actor, { roles = [], grants = [] }: { roles?: Role[]; grants?: Grant[] }): void {
  for (const scope of scopesOf([...roles, ...grants.map(({ role }) => role)])) requireScope(actor, scope)
}

/** True for an address in its one spelling that a message could go to. */
export function isEmail(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address)
}

/** NIST SP 800-63B: length instead of character classes, and not what everybody tries first. The upper bound keeps hashing cheap. */
function passwordFaults(password: string, email: string): (Reason & { message: string })[] {
  const faults: (Reason & { message: string })[] = []
  const length = [...password].length
  if (length < 10) faults.push({ message: 'has at least 10 characters', reason: 'too-short', arguments: { minimum: 10 } })
  if (length > 200) faults.push({ message: 'has at most 200 characters', reason: 'too-long', arguments: { maximum: 200 } })
  const plain = normalEmail(password)
  if (email !== '' && (plain === email || plain === email.split('@')[0]))
    faults.push({ message: 'is not the e-mail address', reason: 'password-address' })
  if (length > 0 && new Set(password).size < 4) faults.push({ message: 'has at least four different characters', reason: 'password-poor' })
  return faults
}
