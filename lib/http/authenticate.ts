import { LRUCache } from 'lru-cache'
import { decode } from 'next-auth/jwt'
import { type Actor, anonymous } from '#lib/access/actor.ts'
import { findKeyActor } from '#lib/access/find-key-actor.ts'
import { findSessionActor, type SessionClaims } from '#lib/access/find-session-actor.ts'
import { findFrameActor } from '#lib/embedding/find-frame-actor.ts'
import { isFrameSecret } from '#lib/embedding/frame-token.ts'
import { now } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

interface Session extends SessionClaims {
  /** Milliseconds since the epoch. */
  expiresAt: number
}

/** Sessions whose cookie was decrypted before; whether they still hold is asked at every request. */
const decrypted = new LRUCache<string, Session>({ max: 1000 })

/**
 * Who asks: the key of `Authorization: Bearer`, else the session cookie when the request comes from our own pages, else anonymous. Throws
 * unauthenticated for a key that does not hold, forbidden for a change that a foreign page asks for in a user's name.
 */
export async function authenticate(istok: Istok, request: Request): Promise<Actor> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return authenticateKey(istok, authorization)
  const cookie = request.headers.get('cookie')
  const token = cookie === null ? null : sessionToken(cookie, istok.env.publicUrl)
  if (token === null) return anonymous
  const session = await readSession(istok, token)
  const actor = session ? findSessionActor(istok, session) : null
  if (!actor) return anonymous
  if (isSafe(request.method)) return request.headers.get('sec-fetch-site') === 'cross-site' ? anonymous : actor
  if (comesFromOurPages(request, istok.env.publicUrl)) return actor
  throw new IstokError('forbidden', 'A session may change things from Istok’s own pages only; programs use an API key')
}

/**
 * The same for a reading request without `Authorization`, as far as nothing has to be waited for: whoever holds the session of the cookie, asked of the
 * database now. Null: the cookie names a session that was never decrypted here, or that does not hold.
 */
export function authenticateKnown(istok: Istok, cookie: string, fetchSite: string | undefined): Actor | null {
  const token = sessionToken(cookie, istok.env.publicUrl)
  if (token === null) return anonymous
  const session = decrypted.get(token)
  if (session === undefined || session.expiresAt <= now()) return null
  const actor = findSessionActor(istok, session)
  return actor !== null && fetchSite === 'cross-site' ? anonymous : actor
}

/** The actor of an `Authorization` header. Throws unauthenticated when it is not the Bearer form or the key does not hold (unknown, expired, revoked). `at`: milliseconds. */
export function authenticateKey(istok: Istok, authorization: string, at = now()): Actor {
  const token = authorization.startsWith('Bearer istok_') ? authorization.slice(7) : /^Bearer +(\S{1,512})$/i.exec(authorization)?.[1]
  const actor = token === undefined ? null : isFrameSecret(token) ? findFrameActor(istok, token) : findKeyActor(istok, token, at)
  if (actor) return actor
  throw new IstokError('unauthenticated', 'The API key is unknown, expired or revoked', {
    headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
  })
}

/** The value of next-auth's session cookie. Over https only the names that browsers protect against being set by others count. */
function sessionToken(cookie: string, publicUrl: string): string | null {
  const names = publicUrl.startsWith('https:')
    ? ['__Host-next-auth.session-token', '__Secure-next-auth.session-token']
    : ['next-auth.session-token']
  for (const pair of cookie.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2)
    if (names.includes(name)) return value
  }
  return null
}

async function readSession(istok: Istok, token: string): Promise<Session | null> {
  const known = decrypted.get(token)
  if (known) return known.expiresAt > now() ? known : null
  const payload = await decode({ token, secret: istok.secret }).catch(() => null)
  if (typeof payload?.userId !== 'string' || typeof payload.sessionVersion !== 'number' || typeof payload.exp !== 'number') return null
  if (typeof payload.sessionId !== 'string') return null
  const { userId, sessionVersion, sessionId, exp } = payload
  const session = { userId, sessionVersion, sessionId, expiresAt: exp * 1000 }
  decrypted.set(token, session)
  return session.expiresAt > now() ? session : null
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** Browsers say where a request comes from and pages cannot forge it; one of the two headers must be there. */
function comesFromOurPages(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const origin = request.headers.get('origin')
  if (origin === null) return false
  return origin === new URL(publicUrl).origin || origin === new URL(request.url).origin
}

const secretParameters = ['key', 'token', 'access_token', 'api_key', 'apikey']

/** Throws invalid (400) when the address holds what looks like a key: addresses end in logs and histories. */
export function refuseKeyInAddress(url: string): void {
  const query = url.indexOf('?')
  if (query < 0) return
  const parameters = new URLSearchParams(url.slice(query))
  const name = secretParameters.find(one => parameters.has(one))
  if (name === undefined) return
  throw new IstokError(
    'invalid',
    'Keys are sent as “Authorization: Bearer …”, never in an address; change this one, it may be in a log by now',
    {
      status: 400,
      errors: [{ pointer: `?${name}`, message: 'is not accepted', reason: 'secret-in-address' }],
    },
  )
}
