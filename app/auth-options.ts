import type { CookieOption, NextAuthOptions } from 'next-auth'
import { encode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import { endSessions } from '#lib/access/end-sessions.ts'
import { readUserActor } from '#lib/access/read-user-actor.ts'
import { type SignedIn, signIn } from '#lib/access/sign-in.ts'
import { now } from '#lib/clock.ts'
import { isIstokError } from '#lib/errors.ts'
import type { Istok } from '#lib/istok.ts'

/** Seconds (HARDENING.md B4): a session ends after this long without use, */
const idle = 30 * 60
/** and after this long in any case. */
const longest = 12 * 60 * 60

interface Claims {
  userId: string
  sessionVersion: number
  email: string
  /** Milliseconds since the epoch. */
  startedAt: number
}

/** Name of the session cookie; over https the prefix binds it to this very host. */
export function sessionCookie(publicUrl: string): string {
  return cookieName('session-token', publicUrl)
}

/** next-auth for this process: our own sign-in with its throttle, sessions that hold as long as `readUserActor` knows their version. */
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
        authorize: (input, request) => authorize(istok, input, addressOf(request.headers)),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? claimsOf(user as unknown as SignedIn) : stillValid(istok, token as unknown as Claims)) as never,
      session: ({ session }) => ({ expires: session.expires }) as never,
      redirect: ({ url }) => (url.startsWith('/') && !url.startsWith('//') ? url : '/studio'),
    },
    events: { signOut: ({ token }) => endOwnSessions(istok, token as unknown as Claims) },
  }
}

async function authorize(istok: Istok, input: Record<string, string> | undefined, address: string) {
  try {
    return await signIn(istok, { email: input?.email ?? '', password: input?.password ?? '', address })
  } catch (error) {
    if (!isIstokError(error)) throw error
    // next-auth hands only the message on, in the address of the reply.
    throw new Error([error.code, error.details.headers?.['Retry-After']].filter(Boolean).join(':'))
  }
}

function claimsOf({ id, email, sessionVersion }: SignedIn): Claims {
  return { userId: id, email, sessionVersion, startedAt: now() }
}

/** Throws when the session has ended: next-auth then takes the cookie away instead of renewing it. */
function stillValid(istok: Istok, token: Claims): Claims {
  const isKnown = typeof token.userId === 'string' && readUserActor(istok, token.userId, token.sessionVersion) !== null
  if (!isKnown || leftOf(token) <= 0) throw new Error('The session has ended')
  return token
}

function leftOf({ startedAt = now() }: Partial<Claims>): number {
  return Math.floor(longest - (now() - startedAt) / 1000)
}

/** Whoever signs out ends every session of his, so that a copied cookie is worth nothing. */
async function endOwnSessions(istok: Istok, { userId, sessionVersion }: Claims): Promise<void> {
  const actor = readUserActor(istok, userId, sessionVersion)
  if (actor) await endSessions(istok, actor, { id: userId })
}

function addressOf(headers: Record<string, unknown> | undefined): string {
  return String(headers?.['x-istok-address'] ?? 'unknown')
}

function cookieName(name: string, publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Host-' : ''}next-auth.${name}`
}

function cookie(name: string, publicUrl: string): CookieOption {
  const secure = publicUrl.startsWith('https:')
  return { name: cookieName(name, publicUrl), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}
