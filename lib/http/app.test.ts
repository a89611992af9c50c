import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSessions } from '#lib/access/end-sessions.ts'
import { startSession } from '#lib/access/start-session.ts'
import { openTestWire } from './test-wire.ts'

const newKey = { name: 'Bot', scopes: ['read'], channel: 'chatbot', expiresAt: null }

test('every reply is numbered, secured and never HTML below /api', async () => {
  const { ask } = await openTestWire()
  const response = await ask('GET', '/nothing/here', { headers: { 'X-Request-Id': 'mine' } })
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = await response.json()
  expect(problem).toMatchObject({ status: 404, code: 'not_found' })
  expect(problem.requestId).toBe(response.headers.get('x-request-id'))
  expect(problem.requestId).not.toBe('mine')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('a path that exists answers other methods with 405 and what it takes', async () => {
  const { ask } = await openTestWire()
  const response = await ask('PUT', '/keys')
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS')
})

test.each([
  ['malformed JSON', '{"name":', 400, /position 8/],
  ['an empty body', '', 400, /needed/],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22]), 400, /UTF-8/],
  ['nesting of 10,000 levels', `{"scopes":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 422, /levels/],
  ['two megabytes', JSON.stringify({ name: 'x'.repeat(2_000_000) }), 413, /1048576/],
])('%s is refused with the reason', async (_, body, status, detail) => {
  const { ask, admin } = await openTestWire()
  const response = await ask('POST', '/keys', { key: admin, body, headers: { 'Content-Type': 'application/json' } })
  expect(response.status).toBe(status)
  expect((await response.json()).detail).toMatch(detail)
})

test('a body that grows past its limit is refused without a Content-Length', async () => {
  const { app, admin } = await openTestWire()
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(300_000))
    },
  })
  const headers = { Authorization: `Bearer ${admin}`, 'Content-Type': 'application/json' }
  const response = await app.request('http://localhost/api/v1/keys', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({ code: 'too_large', limit: 1048576 })
})

test('unknown members and parameters are named', async () => {
  const { ask, admin } = await openTestWire()
  const body = await ask('POST', '/keys', { key: admin, body: { ...newKey, extra: 1, expiresAt: 'tomorrow' } })
  expect(body.status).toBe(422)
  const pointers = (await body.json()).errors.map((error: { pointer: string }) => error.pointer)
  expect(pointers).toContain('/extra')
  expect(pointers).toContain('/expiresAt')
  const query = await ask('GET', '/keys?limit=999&page=2', { key: admin })
  expect(query.status).toBe(400)
  expect((await query.json()).errors.map((error: { pointer: string }) => error.pointer).sort()).toEqual(['?limit', '?page'])
})

test('a wrong content type is 415 and names the right one', async () => {
  const { ask, admin } = await openTestWire()
  const response = await ask('POST', '/keys', {
    key: admin,
    body: 'name=x',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(response.status).toBe(415)
  expect((await response.json()).errors[0].pointer).toBe('Content-Type')
})

test('keys: none, wrong, too weak, in the address', async () => {
  const { ask, makeKey, admin } = await openTestWire()
  expect((await ask('GET', '/keys')).status).toBe(401)
  const wrong = await ask('GET', '/keys', { key: 'istok_wrong_wrong' })
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('www-authenticate')).toContain('Bearer')
  expect((await ask('GET', '/keys', { headers: { Authorization: 'Basic abc' } })).status).toBe(401)
  expect((await ask('GET', '/keys', { key: await makeKey(['read', 'write']) })).status).toBe(403)
  expect((await ask('GET', `/keys?token=${admin}`)).status).toBe(400)
})

test('a key is made, shown once, listed without its secret and revoked', async () => {
  const { ask, admin } = await openTestWire()
  const made = await ask('POST', '/keys', { key: admin, body: newKey })
  expect(made.status).toBe(201)
  const { id, key } = await made.json()
  const list = await (await ask('GET', '/keys', { key: admin })).text()
  expect(list).toContain(id)
  expect(list).not.toContain(key)
  expect(JSON.parse(list).items[0].createdAt).toMatch(/\+03:00$/)
  expect((await ask('DELETE', `/keys/${id}`, { key: admin })).status).toBe(204)
  expect((await ask('GET', '/keys', { key })).status).toBe(401)
})

test('the same Idempotency-Key gives the same answer once, and stands for one request', async () => {
  const { ask, admin } = await openTestWire()
  const user = { email: 'a@example.org', name: 'A', roles: ['author'] }
  const send = (body: unknown, name = '"u-1"') => ask('POST', '/users', { key: admin, body, headers: { 'Idempotency-Key': name } })
  const first = await send(user)
  const again = await send(user, 'u-1')
  expect([first.status, again.status]).toEqual([201, 201])
  expect(await again.json()).toEqual(await first.json())
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect((await send({ ...user, name: 'B' })).status).toBe(422)
  expect((await send({ ...user, name: 'B' }, '"u-2"')).status).toBe(409)
  expect((await send({ ...user, email: 'b@example.org' }, '"u-2"')).status).toBe(201)
})

test('parallel requests with one Idempotency-Key make one thing', async () => {
  const { ask, admin } = await openTestWire()
  const body = { email: 'a@example.org', name: 'A', roles: ['author'] }
  const replies = await Promise.all(
    [1, 2, 3].map(() => ask('POST', '/users', { key: admin, body, headers: { 'Idempotency-Key': 'once' } })),
  )
  expect(replies.map(reply => reply.status).filter(status => status === 201 || status === 409)).toHaveLength(3)
  expect((await (await ask('GET', '/users', { key: admin })).json()).items).toHaveLength(1)
})

test('the secret of a key is not kept for its Idempotency-Key', async () => {
  const { ask, admin } = await openTestWire()
  const send = () => ask('POST', '/keys', { key: admin, body: newKey, headers: { 'Idempotency-Key': 'k' } })
  expect((await send()).status).toBe(201)
  expect((await send()).status).toBe(409)
})

test('a session works from our own pages only, and ends with the next request', async () => {
  const { ask, istok } = await openTestWire()
  const user = await createUser(istok, system, {
    email: 'admin@example.org',
    name: 'A',
    roles: ['admin'],
    password: 'correct horse battery',
  })
  const sessionId = await write(istok.database, tx => startSession(tx, user.id, { address: '10.0.0.1' }))
  const token = await encode({ token: { userId: user.id, sessionVersion: 1, sessionId }, secret: istok.secret })
  const send = (method: string, headers: Record<string, string>) =>
    ask(method, '/keys', {
      ...(method === 'POST' ? { body: newKey } : {}),
      headers: { Cookie: `next-auth.session-token=${token}`, ...headers },
    })
  expect((await send('POST', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
  expect((await send('POST', { Origin: 'http://localhost' })).status).toBe(201)
  expect((await send('POST', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' })).status).toBe(403)
  expect((await send('POST', { Origin: 'null' })).status).toBe(403)
  expect((await send('POST', {})).status).toBe(403)
  expect((await send('GET', {})).status).toBe(200)
  expect((await send('GET', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(401)
  await endSessions(istok, system, { id: user.id })
  expect((await send('GET', {})).status).toBe(401)
})

test('too many requests are 429 with the time to wait, for each caller alone', async () => {
  const { ask, admin, makeKey } = await openTestWire({ ISTOK_RATE_LIMIT: '3' })
  const replies = []
  for (let index = 0; index < 4; index += 1) replies.push(await ask('GET', '/keys', { key: admin }))
  expect(replies.map(reply => reply.status)).toEqual([200, 200, 200, 429])
  expect(Number(replies[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(replies[0]?.headers.get('ratelimit-policy')).toBe('"default";q=300;w=60')
  expect(replies[0]?.headers.get('ratelimit')).toMatch(/^"default";r=200;t=\d+$/)
  expect((await ask('GET', '/keys', { key: await makeKey(['admin']) })).status).toBe(200)
})

test('the process says that it lives, whether it is ready, and what it counted', async () => {
  const { app, wire, ask, admin } = await openTestWire()
  await ask('GET', '/keys', { key: admin })
  expect((await app.request('http://localhost/livez')).status).toBe(200)
  const ready = await app.request('http://localhost/readyz')
  expect(await ready.json()).toMatchObject({ status: 'ok', database: 'ok', search: 'fts5', studio: 'off' })
  expect((await app.request('http://localhost/metrics')).status).toBe(403)
  const metrics = await (await app.request('http://localhost/metrics', { headers: { Authorization: `Bearer ${admin}` } })).text()
  expect(metrics).toContain('istok_http_request_duration_seconds_count{method="GET",route="/api/v1/keys",status="200"} 1')
  for (const name of [
    'nodejs_eventloop_lag_seconds',
    'istok_release 0',
    'istok_feed_seq 0',
    'istok_outbox_waiting 0',
    'istok_memory_hits 0',
  ])
    expect(metrics).toContain(name)
  wire.state.stopping.abort()
  expect((await app.request('http://localhost/readyz')).status).toBe(503)
})
