/** What became of an attempt to sign in; `seconds`: when the next one is allowed. */
export type SignInResult = { kind: 'done' } | { kind: 'refused' } | { kind: 'throttled'; seconds: number } | { kind: 'offline' }

/** Signs in by next-auth's own addresses. */
export async function signInWith(email: string, password: string): Promise<SignInResult> {
  try {
    const response = await post('/api/auth/callback/credentials', { email, password })
    const { url } = (await response.json()) as { url?: string }
    if (response.ok) return { kind: 'done' }
    const error = new URL(url ?? '/', location.origin).searchParams.get('error') ?? ''
    const [code, seconds] = error.split(':')
    if (code === 'rate_limited') return { kind: 'throttled', seconds: Number(seconds) || 60 }
    return code === 'unauthenticated' ? { kind: 'refused' } : { kind: 'offline' }
  } catch {
    return { kind: 'offline' }
  }
}

/** The address of the organisation's own sign-in service to go to; null when it cannot be reached. */
export async function oidcAddress(from: string | null): Promise<string | null> {
  try {
    const response = await post('/api/auth/signin/oidc', { callbackUrl: from ?? '/sign-in' })
    const { url } = (await response.json()) as { url?: string }
    return url === undefined || new URL(url, location.origin).searchParams.has('error') ? null : url
  } catch {
    return null
  }
}

/** Ends this session, here and on the server. */
export async function signOut(): Promise<void> {
  await post('/api/auth/signout', {}).catch(() => undefined)
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = (await (await fetch('/api/auth/csrf', { cache: 'no-store' })).json()) as { csrfToken: string }
  return fetch(path, { method: 'POST', body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }) })
}
