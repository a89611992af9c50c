import type { NextApiRequest, NextApiResponse } from 'next'
import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { expect, onTestFinished, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { findSessionActor } from '#lib/access/find-session-actor.ts'
import { listSessions } from '#lib/access/list-sessions.ts'
import { updateUser } from '#lib/access/update-user.ts'
import type { Istok } from '#lib/istok.ts'
import { openTestIstok } from '#lib/test-istok.ts'
import { authOptions } from './auth-options.ts'
import { client, openIssuer } from './oidc-issuer.fixture.ts'

const home = 'http://127.0.0.1:3000'
const place = { address: '10.0.0.9', agent: 'test' }

async function openHouse(variables: Record<string, string> = {}) {
  const issuer = await openIssuer(`${home}/api/auth/callback/oidc`)
  onTestFinished(() => issuer.close())
  const istok = openTestIstok({
    ...{ ISTOK_PUBLIC_URL: home, OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    ...variables,
  })
  process.env.NEXTAUTH_URL = home
  return { issuer, istok, browser: openBrowser(istok) }
}

/** A browser that keeps cookies and asks next-auth as Next would. */
function openBrowser(istok: Istok) {
  const jar = new Map<string, string>()
  async function ask(method: string, path: string, body: Record<string, string> = {}) {
    const url = new URL(path, home)
    const reply = { status: 200, location: '', body: undefined as unknown }
    const headers = new Map<string, string[]>()
    const response = {
      getHeader: (name: string) => headers.get(name.toLowerCase()),
      setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), [value].flat()),
      status: (status: number) => {
        reply.status = status
        return response
      },
      json: (body: unknown) => void Object.assign(reply, { body }),
      send: (body: unknown) => void Object.assign(reply, { body }),
      end: () => undefined,
      redirect: (status: number, location: string) => void Object.assign(reply, { status, location }),
    }
    const request = {
      method,
      url: url.pathname + url.search,
      headers: { host: url.host },
      query: { ...Object.fromEntries(url.searchParams), nextauth: url.pathname.split('/').slice(3) },
      cookies: Object.fromEntries(jar),
      body,
    }
    await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions(istok, place))
    for (const cookie of headers.get('set-cookie') ?? []) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, decodeURIComponent(value))
    }
    if (headers.get('location')) reply.location = headers.get('location')?.[0] ?? ''
    return reply
  }
  /** Goes to the service and comes back; returns where the browser ends up. */
  async function enter(tamper: (address: string) => string = address => address): Promise<string> {
    const { body } = await ask('GET', '/api/auth/csrf')
    const { csrfToken } = body as { csrfToken: string }
    const start = await ask('POST', '/api/auth/signin/oidc', { csrfToken, json: 'true', callbackUrl: '/studio' })
    const there = await fetch((start.body as { url: string }).url, { redirect: 'manual' })
    expect(there.status, await there.text()).toBe(302)
    const back = new URL(tamper(there.headers.get('location') ?? ''))
    return (await ask('GET', back.pathname + back.search)).location
  }
  const claims = async (): Promise<Record<string, unknown> | null> =>
    decode({ token: jar.get('next-auth.session-token') ?? '', secret: istok.secret }).catch(() => null)
  return { ask, enter, claims }
}

test('whoever the service vouches for comes in as the user with that address, and again when the address has changed', async () => {
  const { issuer, istok, browser } = await openHouse()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'] })
  issuer.person = { sub: 's-1', email: 'Anna@bank.example', email_verified: true, name: 'Anna' }
  expect(await browser.enter()).toMatch(/\/studio$/)
  const claims = await browser.claims()
  expect(findSessionActor(istok, claims ?? {})?.name).toBe('Анна')
  expect((await listSessions(istok, system, {})).items[0]).toMatchObject(place)
  issuer.person = { sub: 's-1', email: 'new@bank.example', email_verified: false }
  const again = openBrowser(istok)
  expect(await again.enter()).toMatch(/\/studio$/)
  expect((await again.claims())?.userId).toBe(claims?.userId)
})

test.each([
  ['an unknown address', { sub: 's-2', email: 'nobody@bank.example', email_verified: true }],
  ['an address that nobody verified', { sub: 's-3', email: 'anna@bank.example' }],
  ['an address that is said to be verified in words', { sub: 's-4', email: 'anna@bank.example', email_verified: 'true' }],
  ['somebody who is disabled', { sub: 's-5', email: 'gone@bank.example', email_verified: true }],
])('%s stays outside', async (_, person) => {
  const { issuer, istok, browser } = await openHouse()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'] })
  const gone = await createUser(istok, system, { email: 'gone@bank.example', name: 'Г', roles: ['author'] })
  await updateUser(istok, system, { id: gone.id, disabled: true })
  issuer.person = person
  expect(await browser.enter()).toContain('error=AccessDenied')
  expect(await browser.claims()).toBeNull()
  expect((await listSessions(istok, system, {})).items).toEqual([])
})

test('a service that tells the address only when it is asked for is asked, and believed about the same person only', async () => {
  const { issuer, istok, browser } = await openHouse()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'] })
  issuer.tells = 'userinfo'
  issuer.person = { sub: 's-8', email: 'anna@bank.example', email_verified: true }
  expect(await browser.enter()).toMatch(/\/studio$/)
  expect(findSessionActor(istok, (await browser.claims()) ?? {})?.name).toBe('Анна')
  issuer.userinfoSubject = 's-9'
  const other = openBrowser(istok)
  expect(await other.enter()).toContain('error=')
  expect(await other.claims()).toBeNull()
})

test('a token that was made for another house is refused', async () => {
  const { issuer, istok, browser } = await openHouse()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'Анна', roles: ['author'] })
  issuer.person = { sub: 's-10', email: 'anna@bank.example', email_verified: true }
  issuer.audience = 'another-house'
  expect(await browser.enter()).toContain('error=')
  expect(await browser.claims()).toBeNull()
  expect((await listSessions(istok, system, {})).items).toEqual([])
})

test('newcomers get the role that the environment gives them, and no other', async () => {
  const { issuer, istok, browser } = await openHouse({ OIDC_ROLE: 'viewer' })
  issuer.person = { sub: 's-6', email: 'new@bank.example', email_verified: true, name: 'Новая', roles: ['admin'] }
  expect(await browser.enter()).toMatch(/\/studio$/)
  const actor = findSessionActor(istok, (await browser.claims()) ?? {})
  expect(actor?.name).toBe('Новая')
  expect([...(actor?.scopes ?? [])].sort()).toEqual(['read', 'read:internal'])
})

test('an answer with another state, or without the browser that asked, is refused', async () => {
  const { issuer, istok, browser } = await openHouse({ OIDC_ROLE: 'viewer' })
  issuer.person = { sub: 's-7', email: 'new@bank.example', email_verified: true }
  expect(await browser.enter(address => address.replace(/state=[^&]+/, 'state=forged'))).toContain('error=')
  const other = openBrowser(istok)
  let stolen = ''
  await browser.enter(address => {
    stolen = address
    return address.replace(/code=[^&]+/, 'code=none')
  })
  const back = new URL(stolen)
  expect((await other.ask('GET', back.pathname + back.search)).location).toContain('error=')
  expect(await other.claims()).toBeNull()
})

test('the environment names all of the service or nothing', () => {
  expect(() => openTestIstok({ OIDC_ISSUER: 'https://sso.example' })).toThrow('OIDC_CLIENT_ID: is needed')
  expect(() => openTestIstok({ OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' })).toThrow('OIDC_ISSUER: is needed')
  expect(() => openTestIstok({ OIDC_ROLE: 'admin' })).toThrow('OIDC_ROLE')
})
