import { expect, test } from 'vitest'
import { scopesOf, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { endSessions } from '#lib/access/end-sessions.ts'
import { findFrameOrigins } from '#lib/embedding/find-frame-origins.ts'
import { issueFrameToken } from '#lib/embedding/issue-frame-token.ts'
import { setClock } from '../clock.ts'
import { studioPolicy } from './studio-headers.ts'
import { openTestWire } from './test-wire.ts'

async function openEmbedding() {
  const wire = await openTestWire()
  const { ask, admin, makeKey } = wire
  const person = {
    email: 'o@bank.example',
    name: 'Ольга',
    password: 'long enough password',
    roles: ['operator' as const, 'admin' as const],
  }
  const user = await createUser(wire.istok, system, person)
  const made = await ask('POST', '/embeddings', {
    key: admin,
    body: { name: 'CRM', origins: ['https://crm.example/', 'http://localhost:4300'] },
  })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const crm = await makeKey(['read', 'read:internal', 'events'])
  const issue = async () => {
    const issued = await ask('POST', `/embeddings/${id}/tokens`, { key: crm, body: { email: 'O@bank.example' } })
    expect(issued.status).toBe(201)
    return ((await issued.json()) as { token: string }).token
  }
  const open = (token: string, at = id) => ask('POST', `/embeddings/${at}/sessions`, { body: { token } })
  const enter = async () => ((await (await open(await issue())).json()) as { session: string }).session
  return { ...wire, id, user, crm, issue, open, enter }
}

test('a token opens one frame once, and its session reads the operator channel but administers nothing', async () => {
  const { ask, issue, open } = await openEmbedding()
  const token = await issue()
  const opened = await open(token)
  expect(opened.status).toBe(201)
  expect(opened.headers.get('set-cookie')).toBeNull()
  const { session } = (await opened.json()) as { session: string }
  expect((await open(token)).status).toBe(401)
  expect((await ask('GET', '/channels/operator/answers', { key: session })).status).toBe(200)
  expect((await ask('GET', '/operator/favourites?locale=ru', { key: session })).status).toBe(200)
  expect((await ask('GET', '/keys', { key: session })).status).toBe(403)
  expect((await ask('GET', '/reports', { key: session })).status).toBe(403)
})

test('neither a frame nor an operator gets a token: nobody opens a frame in a colleague’s name or for ever', async () => {
  const { ask, id, user, enter, istok } = await openEmbedding()
  expect((await ask('POST', `/embeddings/${id}/tokens`, { key: await enter(), body: { email: 'o@bank.example' } })).status).toBe(403)
  const operator = { kind: 'user' as const, id: `user:${user.id}`, name: 'Ольга', scopes: scopesOf(['operator']), channel: null }
  await expect(issueFrameToken(istok, operator, { id, email: 'o@bank.example' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a token that is late, changed, of another embedding or for nobody opens nothing', async () => {
  const { ask, admin, crm, id, issue, open } = await openEmbedding()
  const token = await issue()
  expect((await open(`${token}x`)).status).toBe(401)
  expect((await open(token.replace(/^./, 'a'))).status).toBe(401)
  const other = (await (await ask('POST', '/embeddings', { key: admin, body: { name: 'B', origins: ['https://b.example'] } })).json()) as {
    id: string
  }
  expect((await open(token, other.id)).status).toBe(401)
  setClock(() => Date.now() + 61_000)
  expect((await open(token)).status).toBe(401)
  setClock()
  expect((await ask('POST', `/embeddings/${id}/tokens`, { key: crm, body: { email: 'x@bank.example' } })).status).toBe(404)
  expect((await ask('POST', `/embeddings/${id}/tokens`, { body: { email: 'o@bank.example' } })).status).toBe(401)
})

test('a session is renewed while it is used, and ends with the embedding or with the sessions of the person', async () => {
  const { ask, admin, id, user, istok, enter } = await openEmbedding()
  const session = await enter()
  const reads = async (key: string) => (await ask('GET', '/channels/operator/answers', { key })).status
  expect((await ask('POST', `/embeddings/${id}/renewals`, { key: session })).status).toBe(200)
  setClock(() => Date.now() + 16 * 60_000)
  expect(await reads(session)).toBe(401)
  setClock()
  expect(await reads(session)).toBe(200)
  await endSessions(istok, system, { id: user.id })
  expect(await reads(session)).toBe(401)
  const next = await enter()
  expect((await ask('DELETE', `/embeddings/${id}`, { key: admin })).status).toBe(204)
  expect(await reads(next)).toBe(401)
})

test('only the origins of an embedding that has not ended may frame its page', async () => {
  const { ask, admin, id, istok } = await openEmbedding()
  expect(findFrameOrigins(istok, id)).toEqual(['https://crm.example', 'http://localhost:4300'])
  expect(studioPolicy('n', false, findFrameOrigins(istok, id))).toMatch(/frame-ancestors https:\/\/crm\.example http:\/\/localhost:4300$/)
  expect(studioPolicy('n', false, findFrameOrigins(istok, 'none'))).toMatch(/frame-ancestors 'none'$/)
  await ask('DELETE', `/embeddings/${id}`, { key: admin })
  expect(findFrameOrigins(istok, id)).toBeNull()
})

test.each([
  '*',
  'https://*.example',
  'http://crm.example',
  'https://a.example/path',
  "https://a.example; script-src 'unsafe-inline'",
  'javascript:x',
])('the origin %s is refused', async origin => {
  const { ask, admin } = await openTestWire()
  expect((await ask('POST', '/embeddings', { key: admin, body: { name: 'x', origins: [origin] } })).status).toBe(422)
})

test('the secrets of frames are stored as hashes only', async () => {
  const { istok, issue, open } = await openEmbedding()
  const token = await issue()
  const { session } = (await (await open(token)).json()) as { session: string }
  const { sqlite } = istok.database.reader
  for (const table of ['embedding_token', 'embedding_session', 'audit', 'idempotency']) {
    const stored = JSON.stringify(sqlite.prepare(`SELECT * FROM ${table}`).all())
    expect(stored.includes(token) || stored.includes(session)).toBe(false)
  }
})
