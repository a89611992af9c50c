import { eq, isNull } from 'drizzle-orm'
import { dataVersion } from '#db/data-version.ts'
import { apiKey } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { type Actor, type Scope, scopes } from './actor.ts'
import { hashOfKey, isKeyShaped } from './key-token.ts'

interface KnownKey {
  actor: Actor
  /** Null: the key of the environment, which has no row. */
  id: string | null
  expiresAt: number
  /** When the use of this key was last written down. */
  usedAt: number
}

interface KeyRing {
  keys: Map<string, KnownKey>
  /** The same by the token itself, for tokens that came since the keys were read. */
  presented: Map<string, KnownKey>
  /** The state of the database in which the keys were read. */
  seen: number | null
}

/** How exact `lastUsedAt` is, in milliseconds. */
const useInterval = 60_000
const rings = new WeakMap<Istok, KeyRing>()

/**
 * Whoever presents this key, or null when it is unknown, expired or revoked. Looks into memory, which is read again as soon as any connection, of this or
 * another process, has committed something; so a revocation works with the next request. `at`: the instant of the request in milliseconds.
 */
export function findKeyActor(istok: Istok, token: string, at = now()): Actor | null {
  const ring = currentRing(istok)
  const known = ring.presented.get(token) ?? lookUp(istok, ring, token)
  if (known === undefined || known.expiresAt <= at) return null
  noteUse(istok, known, at)
  return known.actor
}

/** Hashes a token that was not presented since the keys were read, which takes longer than the rest of a request; only tokens that hold are remembered. */
function lookUp(istok: Istok, ring: KeyRing, token: string): KnownKey | undefined {
  const mine = token.startsWith('istok_')
  if (token.length > 512 || (mine && !isKeyShaped(token) && token !== istok.env.adminKey)) return undefined
  const known = ring.keys.get(hashOfKey(token))
  if (known !== undefined) ring.presented.set(token, known)
  return known
}

function currentRing(istok: Istok): KeyRing {
  let ring = rings.get(istok)
  if (ring === undefined) {
    ring = { keys: new Map(), presented: new Map(), seen: null }
    rings.set(istok, ring)
  }
  const version = dataVersion(istok.database)
  if (version !== ring.seen) {
    ring.seen = version
    ring.keys = readKeys(istok, ring.keys)
    ring.presented.clear()
  }
  return ring
}

function readKeys(istok: Istok, before: Map<string, KnownKey>): Map<string, KnownKey> {
  const rows = istok.database.reader.orm.select().from(apiKey).where(isNull(apiKey.revokedAt)).all()
  const keys = new Map(
    rows.map(({ id, name, hash, scopes, channel, expiresAt, lastUsedAt }): [string, KnownKey] => {
      const actor: Actor = { kind: 'key', id: `key:${id}`, name, scopes: new Set(scopes as Scope[]), channel }
      const usedAt = Math.max(lastUsedAt ?? 0, before.get(hash)?.usedAt ?? 0)
      return [hash, { actor, id, expiresAt: expiresAt ?? Number.POSITIVE_INFINITY, usedAt }]
    }),
  )
  if (istok.env.adminKey !== undefined) {
    const actor: Actor = { kind: 'key', id: 'key:environment', name: 'ISTOK_ADMIN_KEY', scopes: new Set(scopes), channel: null }
    keys.set(hashOfKey(istok.env.adminKey), { actor, id: null, expiresAt: Number.POSITIVE_INFINITY, usedAt: 0 })
  }
  return keys
}

/** Written without waiting: a use that is lost when the disk is full costs a minute of exactness, not the request. */
function noteUse(istok: Istok, known: KnownKey, at: number): void {
  const { id } = known
  if (id === null || at - known.usedAt < useInterval) return
  known.usedAt = at
  write(istok.database, async tx => {
    await tx.orm.update(apiKey).set({ lastUsedAt: at }).where(eq(apiKey.id, id))
  }).catch((error: unknown) => istok.log.warn({ err: error }, 'the use of a key was not written down'))
}
