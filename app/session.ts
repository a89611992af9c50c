import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import type { Actor } from '#lib/access/actor.ts'
import { findSessionActor } from '#lib/access/find-session-actor.ts'
import type { Istok } from '#lib/istok.ts'
import { sharedIstok } from '#lib/shared-istok.ts'
import { sessionCookie } from './auth-options.ts'

export interface Session {
  istok: Istok
  actor: Actor
  userId: string
  /** The one that this request came with. */
  sessionId: string
  email: string
}

/** Who is signed in, or null. Asks the database each time, so a session that was ended is none. Once per request. */
export const findSession = cache(async (): Promise<Session | null> => {
  const istok = sharedIstok()
  const token = (await cookies()).get(sessionCookie(istok.env.publicUrl))?.value
  if (!token) return null
  const claims = await decode({ token, secret: istok.secret }).catch(() => null)
  const actor = claims && findSessionActor(istok, claims as Record<string, unknown>)
  if (!actor) return null
  const { userId, sessionId, email } = claims as Record<string, unknown>
  return { istok, actor, userId: String(userId), sessionId: String(sessionId), email: String(email ?? '') }
})

/** Who is signed in; sends everybody else to the sign-in page, and from there back to where they wanted to go. */
export async function requireSession(): Promise<Session> {
  const session = await findSession()
  if (session) return session
  const path = (await headers()).get('x-istok-path') ?? '/studio'
  redirect(`/sign-in?from=${encodeURIComponent(withoutFlight(path))}`)
}

/** Next's own parameter of navigations within a page is no part of the address. */
function withoutFlight(path: string): string {
  const url = new URL(path, 'http://localhost')
  url.searchParams.delete('_rsc')
  return url.pathname + url.search
}
