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
}

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

export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous', name: 'anonymous', scopes: new Set(), channel: null }

/** The process itself: the scheduler, the first start, the command line on the server. */
export const system: Actor = { kind: 'system', id: 'system', name: 'Istok', scopes: new Set(scopes), channel: null }
