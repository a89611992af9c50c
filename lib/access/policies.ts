import { IstokError } from '../errors.ts'
import type { Actor, Scope } from './actor.ts'

/** Passes when the actor has the scope. Throws unauthenticated (nobody is signed in) or forbidden (names the scope that is missing). */
export function requireScope(actor: Actor, scope: Scope): void {
  if (actor.scopes.has(scope)) return
  if (actor.kind === 'anonymous')
    throw new IstokError('unauthenticated', 'An API key or a session is needed', { headers: { 'WWW-Authenticate': 'Bearer' } })
  throw new IstokError('forbidden', `This needs the scope "${scope}"`)
}

/** True when the actor has the scope in the category that stands at the end of this path: everywhere, or given in one of the path's categories (ids, any order; empty: no category). */
export function canIn(actor: Actor, scope: Scope, path: readonly string[]): boolean {
  return actor.scopes.has(scope) || path.some(id => actor.grants?.get(id)?.has(scope) ?? false)
}

/** Passes when the actor has the scope in the category at the end of this path. Throws unauthenticated or forbidden. */
export function requireIn(actor: Actor, scope: Scope, path: readonly string[]): void {
  if (canIn(actor, scope, path)) return
  if (canSomewhere(actor, scope)) throw new IstokError('forbidden', `This needs the scope "${scope}" in the category of the article`)
  requireScope(actor, scope)
}

/** True when the actor has the scope everywhere or in some category: which, the use case asks. */
export function canSomewhere(actor: Actor, scope: Scope): boolean {
  return actor.scopes.has(scope) || [...(actor.grants?.values() ?? [])].some(scopes => scopes.has(scope))
}

/** Passes when the actor has the scope everywhere or in some category. Throws unauthenticated or forbidden. */
export function requireSomewhere(actor: Actor, scope: Scope): void {
  if (!canSomewhere(actor, scope)) requireScope(actor, scope)
}

/** True when the actor may read renditions of the channel: everybody reads the website, a key reads its channel, internal content needs its own scope. */
export function canReadChannel(actor: Actor, channel: { id: string; audience: 'public' | 'internal' }): boolean {
  if (actor.channel !== null && actor.channel !== channel.id) return false
  if (channel.audience === 'internal') return actor.scopes.has('read:internal')
  return channel.id === 'website' || actor.scopes.has('read')
}

/** Passes when the actor may read the channel. Throws unauthenticated or forbidden. */
export function requireChannel(actor: Actor, channel: { id: string; audience: 'public' | 'internal' }): void {
  if (canReadChannel(actor, channel)) return
  if (actor.kind === 'anonymous')
    throw new IstokError('unauthenticated', 'An API key or a session is needed', { headers: { 'WWW-Authenticate': 'Bearer' } })
  requireBinding(actor, channel.id)
  throw new IstokError('forbidden', `This needs the scope "${channel.audience === 'internal' ? 'read:internal' : 'read'}"`)
}

/** Passes unless the actor is a key of another channel. Throws forbidden. */
export function requireBinding(actor: Actor, channel: string): void {
  if (actor.channel !== null && actor.channel !== channel)
    throw new IstokError('forbidden', `This key is bound to the channel "${actor.channel}"`)
}
