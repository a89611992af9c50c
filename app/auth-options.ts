import type { CookieOption, NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { endSession } from '#lib/access/end-session.ts'
import { findSessionActor, type SessionClaims } from '#lib/access/find-session-actor.ts'
import { idleSession as idle, longestSession as longest } from '#lib/access/session-limits.ts'
import { type SignedIn, signIn } from '#lib/access/sign-in.ts'
import type { SessionPlace } from '#lib/access/start-session.ts'
import { now } from '#lib/clock.ts'
import { isIstokError } from '#lib/errors.ts'
import type { Istok } from '#lib/istok.ts'

interface Claims extends SessionClaims {
  email: string
  /** Milliseconds since the epoch. */
  startedAt: number
}

/** Name of the session cookie; over https the prefix binds it to this very host. */
export function sessionCookie(publicUrl: string): string {
  return cookieName('session-token', publicUrl)
}

/** next-auth for this process: our own sign-in with its throttle, sessions that hold as long as `findSessionActor` knows them. */
export function authOptions(istok: Istok): NextAuthOptions {
  const { publicUrl } = istok.env
  const secure = publicUrl.startsWith('https:')
  // next-auth takes the site's address from the environment only.
  process.env.NEXTAUTH_URL ??= publicUrl
  return {
    secret: istok.secret,
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: idle },
    jwt: { encode: given => encode({ ...given, maxAge: Math.min(given.maxAge ?? idle, leftOf(given.token as Partial<Claims>)) }) },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: cookie('session-token', publicUrl),
      csrfToken: cookie('csrf-token', publicUrl),
      callbackUrl: cookie('callback-url', publicUrl),
    },
    logger: {
      error: (code, details) => istok.log.debug({ code, details: String(details) }, 'next-auth'),
      warn: code => istok.log.debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (input, request) => authorize(istok, input, placeOf(request.headers)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? claimsOf(user as unknown as SignedIn) : stillValid(istok, token as unknown as Claims)) as never,
      session: ({ session }) => ({ expires: session.expires }) as never,
      redirect: ({ url }) => (url.startsWith('/') && !url.startsWith('//') ? url : '/studio'),
    },
    events: { signOut: ({ token }) => endOwnSession(istok, token as unknown as Claims) },
  }
}

async function authorize(istok: Istok, input: Record<string, string> | undefined, place: SessionPlace) {
  try {
    return await signIn(istok, { email: input?.email ?? '', password: input?.password ?? '', ...place })
  } catch (error) {
    if (!isIstokError(error)) throw error
    // next-auth hands only the message on, in the address of the reply.
    throw new Error([error.code, error.details.headers?.['Retry-After']].filter(Boolean).join(':'))
  }
}

function claimsOf({ id, email, sessionVersion, sessionId }: SignedIn): Claims {
  return { userId: id, email, sessionVersion, sessionId, startedAt: now() }
}

/** Throws when the session has ended: next-auth then takes the cookie away instead of renewing it. */
function stillValid(istok: Istok, token: Claims): Claims {
  if (findSessionActor(istok, token) === null || leftOf(token) <= 0) throw new Error('The session has ended')
  return token
}

function leftOf({ startedAt = now() }: Partial<Claims>): number {
  return Math.floor(longest - (now() - startedAt) / 1000)
}

/** Whoever signs out ends this session on the server, too, so that a copied cookie is worth nothing. */
async function endOwnSession(istok: Istok, claims: Claims): Promise<void> {
  const actor = findSessionActor(istok, claims)
  if (actor) await endSession(istok, actor, { id: claims.sessionId })
}

function placeOf(headers: Record<string, unknown> | undefined): SessionPlace {
  return { address: String(headers?.['x-istok-address'] ?? 'unknown'), agent: String(headers?.['user-agent'] ?? '') }
}

function cookieName(name: string, publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Host-' : ''}next-auth.${name}`
}

function cookie(name: string, publicUrl: string): CookieOption {
  const secure = publicUrl.startsWith('https:')
  return { name: cookieName(name, publicUrl), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}
