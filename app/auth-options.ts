import type { CookieOption, NextAuthOptions, Profile } from 'next-auth'
import { encode } from 'next-auth/jwt'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig, UserinfoEndpointHandler } from 'next-auth/providers/oauth'
import { endSession } from '#lib/access/end-session.ts'
import { findSessionActor, type SessionClaims } from '#lib/access/find-session-actor.ts'
import { idleSession as idle, longestSession as longest } from '#lib/access/session-limits.ts'
import { type SignedIn, signIn } from '#lib/access/sign-in.ts'
import { signInByIdentity } from '#lib/access/sign-in-by-identity.ts'
import type { SessionPlace } from '#lib/access/start-session.ts'
import { now } from '#lib/clock.ts'
import type { OidcEnvironment } from '#lib/env.ts'
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
export function authOptions(istok: Istok, place: SessionPlace): NextAuthOptions {
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
        authorize: input => authorize(istok, input, place),
      }),
      ...(istok.env.oidc ? [oidcProvider(istok.env.oidc)] : []),
    ],
    callbacks: {
      signIn: ({ user, account, profile }) => account?.provider !== oidcId || enterByIdentity(istok, user, profile, place),
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

/** Where a request to next-auth comes from, as the server in front of it wrote it into its headers. */
export function placeOf(headers: Headers): SessionPlace {
  return { address: headers.get('x-istok-address') ?? 'unknown', agent: headers.get('user-agent') ?? '' }
}

const oidcId = 'oidc'

/** The organisation's own sign-in service, by what it publishes of itself; code flow with PKCE, state and nonce. */
function oidcProvider({ issuer, clientId, clientSecret, name }: OidcEnvironment): OAuthConfig<OidcProfile> {
  return {
    id: oidcId,
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    checks: ['pkce', 'state', 'nonce'],
    idToken: true,
    userinfo: { request: ({ client, tokens }) => readProfile(client, tokens) },
    clientId,
    clientSecret,
    profile: ({ sub }) => ({ id: sub }),
  }
}

type OidcCall = Parameters<NonNullable<UserinfoEndpointHandler['request']>>[0]

/** What the checked id token says; a service that says no more in it than who it is, as the standard lets it, is asked for the rest (and must speak of the same person). */
async function readProfile(client: OidcCall['client'], tokens: OidcCall['tokens']): Promise<OidcProfile> {
  const claims = claimsIn(tokens.id_token)
  if (claims.email !== undefined || tokens.access_token === undefined || client.issuer.metadata.userinfo_endpoint === undefined)
    return claims
  return { ...claims, ...(await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])) }
}

/** The claims of an id token that next-auth has checked. */
function claimsIn(token = ''): OidcProfile {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as OidcProfile
}

interface OidcProfile {
  sub: string
  email?: string
  email_verified?: boolean
  name?: string
}

/** Puts what the session carries on the user that next-auth hands on; false: he is not let in. */
async function enterByIdentity(istok: Istok, user: object, profile: Profile | undefined, place: SessionPlace): Promise<boolean> {
  const { sub = '', email = '', email_verified: isVerified = false, name = '' } = (profile ?? {}) as Partial<OidcProfile>
  try {
    const claims = { issuer: istok.env.oidc?.issuer ?? '', subject: sub, email, isEmailVerified: isVerified === true, name }
    Object.assign(user, await signInByIdentity(istok, { ...claims, ...place }))
    return true
  } catch (error) {
    if (isIstokError(error)) return false
    throw error
  }
}

function cookieName(name: string, publicUrl: string): string {
  return `${publicUrl.startsWith('https:') ? '__Host-' : ''}next-auth.${name}`
}

function cookie(name: string, publicUrl: string): CookieOption {
  const secure = publicUrl.startsWith('https:')
  return { name: cookieName(name, publicUrl), options: { httpOnly: true, sameSite: 'lax', path: '/', secure } }
}
