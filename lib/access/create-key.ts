import { apiKey } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { channels } from '#lib/compile/channels.ts'
import { now } from '../clock.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { lengthReason } from '../length-reason.ts'
import { type Actor, scopes as knownScopes, type Scope } from './actor.ts'
import { hashOfKey, makeKey } from './key-token.ts'
import { requireScope } from './policies.ts'
import { recordAudit } from './record-audit.ts'

export interface NewKey {
  name: string
  scopes: Scope[]
  /** Channel id to which the key is bound; null: every channel that its scopes allow. */
  channel?: string | null
  /** Milliseconds since the epoch; null: until it is revoked. */
  expiresAt?: number | null
}

/**
 * Makes an API key. `key` is shown here once and never again: only its SHA-256 is stored. Throws forbidden (needs admin; a key never has more scopes
 * or another channel than its maker), invalid (name, scopes, channel, expiresAt).
 */
export async function createKey(istok: Istok, actor: Actor, input: NewKey): Promise<{ id: string; key: string }> {
  requireScope(actor, 'admin')
  const errors = faultsOf(input)
  if (errors.length > 0) throw new IstokError('invalid', 'The key cannot be made like this', { errors })
  for (const scope of input.scopes) requireScope(actor, scope)
  const channel = input.channel ?? actor.channel
  if (actor.channel !== null && channel !== actor.channel)
    throw new IstokError('forbidden', `This key is bound to the channel "${actor.channel}"`)
  const { id, token } = makeKey()
  await write(istok.database, async tx => {
    const scopes = knownScopes.filter(scope => input.scopes.includes(scope))
    const row = { id, name: input.name.trim(), hash: hashOfKey(token), scopes, channel, expiresAt: input.expiresAt ?? null }
    await tx.orm.insert(apiKey).values({ ...row, createdAt: tx.now, createdBy: actor.id })
    await recordAudit(tx, actor, 'key.created', `key:${id}`, { name: row.name, scopes, channel, expiresAt: row.expiresAt })
  })
  return { id, key: token }
}

function faultsOf({ name, scopes, channel, expiresAt }: NewKey): FieldError[] {
  const errors: FieldError[] = []
  if (name.trim() === '' || name.length > 100)
    errors.push({ pointer: '/name', message: 'has 1 to 100 characters', ...lengthReason(1, 100) })
  if (scopes.length === 0)
    errors.push({ pointer: '/scopes', message: 'names at least one scope', reason: 'too-few', arguments: { minimum: 1 } })
  scopes.forEach((scope, index) => {
    if (!knownScopes.includes(scope))
      errors.push({
        pointer: `/scopes/${index}`,
        message: `is one of ${knownScopes.join(', ')}`,
        reason: 'not-one-of',
        arguments: { values: knownScopes.join(', ') },
      })
  })
  if (channel != null && !Object.hasOwn(channels, channel))
    errors.push({ pointer: '/channel', message: 'is not a channel', reason: 'missing', arguments: { value: channel } })
  if (expiresAt != null && !(expiresAt > now())) errors.push({ pointer: '/expiresAt', message: 'lies in the past', reason: 'past' })
  return errors
}
