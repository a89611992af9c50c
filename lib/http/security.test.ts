import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { type Role, scopes, system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSession } from '#lib/access/end-session.ts'
import { revokeKey } from '#lib/access/revoke-key.ts'
import { signIn } from '#lib/access/sign-in.ts'
import { updateUser } from '#lib/access/update-user.ts'
import type { Istok } from '../istok.ts'
import { createdAtItsAddress, openHouse, send, stored } from './operations.fixture.ts'
import { openTestWire } from './test-wire.ts'

const password = 'correct horse battery'
async function signedIn(istok: Istok, roles: Role[]) {
  const user = await createUser(istok, system, { email: `${roles.join('-')}@bank.example`, name: 'A', roles, password })
  const { sessionVersion, sessionId } = await signIn(istok, { email: user.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: user.id, sessionVersion, sessionId }, secret: istok.secret })
  return { user, sessionId, cookie: { Cookie: `next-auth.session-token=${token}` } }
}

const ours = { 'Sec-Fetch-Site': 'same-origin' }

test('without a key every route that is not open is 401, with a wrong key every route; nothing changes', async () => {
  const house = await openHouse()
  const before = stored(house.istok)
  const wrong: string[] = []
  const open: string[] = []
  for (const operation of house.operations) {
    const status = await send(house, operation)
    if (operation.isOpen) open.push(`${operation.name}: ${status}`)
    else if (status !== 401) wrong.push(`${operation.name} without a key: ${status}`)
    const guessed = await send(house, operation, `istok_${'a'.repeat(43)}`)
    if (guessed !== 401) wrong.push(`${operation.name} with a wrong key: ${guessed}`)
  }
  expect(house.operations.length).toBeGreaterThan(100)
  expect(wrong).toEqual([])
  expect(open.sort()).toEqual(anonymous)
  expect(stored(house.istok)).toBe(before)
})

test('a key without the scope is 403 on every route that asks for one; nothing changes', async () => {
  const house = await openHouse()
  const keys = { ack: await house.makeKey(['ack']), events: await house.makeKey(['events']) }
  const before = stored(house.istok)
  const passed: string[] = []
  for (const operation of house.operations) {
    if (operation.isOpen) continue
    for (const [scope, key] of Object.entries(keys)) {
      const status = await send(house, operation, key)
      if (status !== 403) passed.push(`${scope}: ${operation.name}`)
    }
  }
  expect(passed.sort()).toEqual(allowed)
  expect(stored(house.istok)).toBe(before)
})

test('a key with every scope but the one that a route names is 403 there, whatever the route is asked for; nothing changes', async () => {
  const house = await openHouse()
  const closed = house.operations.filter(({ isOpen }) => !isOpen)
  const keys = new Map<string, string>()
  for (const missing of closed.map(one => one.scopes))
    if (!keys.has(missing.join())) keys.set(missing.join(), await house.makeKey(scopes.filter(scope => !missing.includes(scope))))
  const before = stored(house.istok)
  const passed: string[] = []
  for (const operation of closed) {
    const status = await send(house, operation, keys.get(operation.scopes.join()))
    if (status !== 403 || operation.scopes.length === 0) passed.push(`${operation.name}: ${status}`)
  }
  expect(passed).toEqual([])
  expect(stored(house.istok)).toBe(before)
})

test('a revoked key, an ended session and a disabled user are 401 on every route that is not open; nothing changes', async () => {
  const house = await openHouse()
  const revoked = await createKey(house.istok, system, { name: 'old', scopes: [...scopes], channel: null })
  const ended = await signedIn(house.istok, ['admin'])
  const disabled = await signedIn(house.istok, ['admin', 'author'])
  const works = async (key: string | undefined, headers = {}) => (await house.ask('GET', '/users', { ...(key && { key }), headers })).status
  const callers = [
    { name: 'key', key: revoked.key, headers: {} },
    { name: 'session', key: undefined, headers: { ...ended.cookie, ...ours } },
    { name: 'user', key: undefined, headers: { ...disabled.cookie, ...ours } },
  ]
  for (const { key, headers } of callers) expect(await works(key, headers)).toBe(200)
  await revokeKey(house.istok, system, { id: revoked.id })
  await endSession(house.istok, system, { id: ended.sessionId })
  await updateUser(house.istok, system, { id: disabled.user.id, disabled: true })
  const before = stored(house.istok)
  const wrong: string[] = []
  for (const operation of house.operations.filter(({ isOpen }) => !isOpen)) {
    for (const { name, key, headers } of callers) {
      const status = await send(house, operation, key, headers)
      if (status !== 401) wrong.push(`${name}: ${operation.name}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(stored(house.istok)).toBe(before)
})

test('what belongs to one person is not there for another, not even for an administrator: views, favourites', async () => {
  const house = await openHouse()
  const one = await signedIn(house.istok, ['author', 'operator'])
  const other = await signedIn(house.istok, ['admin'])
  const as = ({ cookie }: { cookie: Record<string, string> }, method: string, path: string, body?: unknown) =>
    house.ask(method, path, { headers: { ...cookie, ...ours }, ...(body === undefined ? {} : { body }) })
  const made = await as(one, 'POST', '/views', { list: 'articles', name: 'Мои', query: 'status=draft' })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  expect((await as(other, 'PATCH', `/views/${id}`, { name: 'Чужие' })).status).toBe(404)
  expect((await as(other, 'DELETE', `/views/${id}`)).status).toBe(404)
  expect(await (await as(other, 'GET', '/views?list=articles')).json()).toMatchObject({ items: [] })
  expect(await (await as(one, 'GET', '/views?list=articles')).json()).toMatchObject({ items: [{ id, name: 'Мои' }] })
  const keeps = async (who: typeof one) =>
    ((await (await as(who, 'GET', '/operator/favourites?locale=ru')).json()) as { items: string[] }).items
  expect((await as(one, 'PUT', '/operator/favourites/card', {})).status).toBeLessThan(300)
  expect((await as(other, 'DELETE', '/operator/favourites/card')).status).toBeLessThan(500)
  expect([await keeps(one), await keeps(other)]).toEqual([['card'], []])
})

test('an id that nobody has is refused on every route, even to an administrator; nothing changes', async () => {
  const house = await openHouse()
  const before = stored(house.istok)
  const wrong: string[] = []
  for (const operation of house.operations.filter(({ hasParameters }) => hasParameters)) {
    const status = await send(house, operation, house.admin)
    const isRight = status === 404 || (createdAtItsAddress.has(operation.name) && status === 422)
    if (!isRight) wrong.push(`${operation.name}: ${status}`)
  }
  expect(wrong.sort()).toEqual(harmless)
  expect(stored(house.istok)).toBe(before)
})

test('an administrator’s session changes nothing for a foreign page, and shows it nothing', async () => {
  const house = await openHouse()
  const { cookie } = await signedIn(house.istok, ['admin'])
  const before = stored(house.istok)
  const wrong: string[] = []
  const foreign: Record<string, string>[] = [
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
  ]
  for (const operation of house.operations) {
    if (operation.method === 'GET') {
      const status = await send(house, operation, undefined, { ...cookie, 'Sec-Fetch-Site': 'cross-site' })
      if (!operation.isOpen && status !== 401) wrong.push(`${operation.name}: ${status}`)
      continue
    }
    for (const headers of foreign) {
      const status = await send(house, operation, undefined, { ...cookie, ...headers })
      if (status !== 403) wrong.push(`${operation.name} ${JSON.stringify(headers)}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(stored(house.istok)).toBe(before)
})

test('guesses of keys cost the address its allowance; whoever has a key goes on', async () => {
  const { ask, admin } = await openTestWire({ ISTOK_RATE_LIMIT: '5' })
  const statuses: number[] = []
  for (let guess = 0; guess < 7; guess += 1) statuses.push((await ask('GET', '/keys', { key: `istok_${String(guess).repeat(43)}` })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect((await ask('GET', '/keys', { key: admin })).status).toBe(200)
})

test('guesses of a password close the account for that address, and the right one does not open it then', async () => {
  const { istok } = await openTestWire()
  await createUser(istok, system, { email: 'anna@bank.example', name: 'A', roles: ['admin'], password })
  const attempt = (given: string, address = '10.0.0.1') =>
    signIn(istok, { email: 'anna@bank.example', password: given, address }).then(
      () => 'in',
      (error: { code: string }) => error.code,
    )
  const codes: string[] = []
  for (let guess = 0; guess < 6; guess += 1) codes.push(await attempt(`guess number ${guess}`))
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'unauthenticated'), 'rate_limited'])
  expect(await attempt(password)).toBe('rate_limited')
  expect(await attempt(password, '10.0.0.2')).toBe('in')
})

test('an ended session, other roles and a disabled user are felt with the next request', async () => {
  const { istok, ask } = await openTestWire()
  const one = await signedIn(istok, ['admin'])
  const read = async ({ cookie }: { cookie: Record<string, string> }) =>
    (await ask('GET', '/users', { headers: { ...cookie, ...ours } })).status
  expect(await read(one)).toBe(200)
  await endSession(istok, system, { id: one.sessionId })
  expect(await read(one)).toBe(401)
  const two = await signedIn(istok, ['author', 'admin'])
  expect(await read(two)).toBe(200)
  await updateUser(istok, system, { id: two.user.id, roles: ['author'] })
  expect(await read(two)).toBe(401)
  const { sessionVersion, sessionId } = await signIn(istok, { email: two.user.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: two.user.id, sessionVersion, sessionId }, secret: istok.secret })
  const again = { cookie: { Cookie: `next-auth.session-token=${token}` } }
  expect(await read(again)).toBe(403)
  await updateUser(istok, system, { id: two.user.id, disabled: true })
  expect(await read(again)).toBe(401)
})

/** What routes that some may ask without a key answer to a stranger. */
const anonymous = [
  'GET /channels/{channel}/answers/{slug}: 404',
  'GET /channels/{channel}/answers: 404',
  'GET /channels/{channel}/categories: 404',
  'GET /channels/{channel}/changes/stream: 404',
  'GET /channels/{channel}/changes: 404',
  'GET /channels/{channel}/search: 404',
  'GET /channels/{channel}/suggest: 404',
  'GET /releases/current: 200',
  'GET /releases/{n}: 404',
  'GET /releases: 200',
  'POST /channels/{channel}/ask: 404',
  'POST /channels/{channel}/openings: 404',
  // It takes a one-time token.
  'POST /embeddings/{id}/sessions: 401',
]

/** Routes that a key of only `ack` or only `events` may use. */
const allowed = [
  'ack: POST /channels/{channel}/acks',
  'events: POST /embeddings/{id}/renewals',
  'events: POST /reports',
  'events: PUT /operator/shift',
]

/** Asked about what does not exist these answer with nothing instead of 404. */
const harmless = [
  // An article that no channel says and one that does not exist look the same to a reader.
  'GET /articles/{id}/renditions: 200',
  'GET /releases/{n}/acks: 200',
  // These take a token of the embedded page instead of a key.
  'POST /embeddings/{id}/renewals: 401',
  'POST /embeddings/{id}/sessions: 401',
]
