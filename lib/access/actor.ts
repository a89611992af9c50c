/** What a caller may do; keys carry scopes, people's roles are translated into them. */
export const scopes = ['read', 'read:internal', 'ack', 'events', 'write', 'approve', 'publish', 'admin'] as const
export type Scope = (typeof scopes)[number]

export const roles = ['viewer', 'operator', 'author', 'approver', 'publisher', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who acts. `id` is stable and goes into the audit log: `user:…`, `key:…`, `system`, `anonymous`. */
export interface Actor {
  kind: 'user' | 'key' | 'system' | 'anonymous'
  id: string
  name: string
  scopes: ReadonlySet<Scope>
  /** A key may be bound to one channel; null: every channel that its scopes allow. */
  channel: string | null
  /** What somebody may do besides in the articles of a category and of those below it, by the category's id. */
  grants?: ReadonlyMap<string, ReadonlySet<Scope>>
}

/** The roles that can be given in a category: those that do something with articles. Reading is not divided by category. */
export const grantableRoles = ['author', 'approver', 'publisher'] as const
export type GrantableRole = (typeof grantableRoles)[number]

const scopesOfRole: Record<Role, Scope[]> = {
  viewer: ['read', 'read:internal'],
  operator: ['read', 'read:internal', 'events'],
  author: ['read', 'read:internal', 'events', 'write'],
  approver: ['read', 'read:internal', 'events', 'write', 'approve'],
  publisher: ['read', 'read:internal', 'events', 'write', 'publish'],
  admin: [...scopes],
}

/** The scopes of somebody who has these roles. */
export function scopesOf(given: readonly Role[]): Set<Scope> {
  return new Set(given.flatMap(role => scopesOfRole[role]))
}

/** What these roles allow besides, by category. */
export function grantsOf(given: readonly { category: string; role: string }[]): Map<string, Set<Scope>> {
  const byCategory = Map.groupBy(
    given.filter(({ role }) => (grantableRoles as readonly string[]).includes(role)),
    ({ category }) => category,
  )
  return new Map([...byCategory].map(([id, grants]) => [id, scopesOf(grants.map(({ role }) => role as Role))]))
}

export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous', name: 'anonymous', scopes: new Set(), channel: null }

/** The process itself: the scheduler, the first start, the command line on the server. */
export const system: Actor = { kind: 'system', id: 'system', name: 'Istok', scopes: new Set(scopes), channel: null }
