import { expect, test } from 'vitest'
import { type Scope, scopes } from '#lib/access/actor.ts'
import { expectRefusal, filled, openHouse } from './house.fixture.ts'

const prototypes = ['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"x":1}}}', '{"toString":1,"hasOwnProperty":1}']
const broken: [what: string, body: string | Uint8Array, statuses: number[]][] = [
  ['nothing', '', [400]],
  ['half a value', '{"a":', [400]],
  ['a comma too many', '{"a":1,}', [400]],
  ['a comment', '{/* */}', [400]],
  ['single quotes', "{'a':1}", [400]],
  ['NaN', '{"a":NaN}', [400]],
  ['two values', '{}{}', [400]],
  ['a member twice', '{"note":"a","note":"b"}', [400]],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), [400]],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), [400]],
  ['an array', '[]', [422]],
  ['a text', '"x"', [422]],
  ['null', 'null', [422]],
  ['a huge number', '{"note":1e400,"slug":1e400,"key":1e400,"release":1e400,"position":1e400}', [422]],
  ['10,000 levels', `{"note":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, [422]],
  ['10,000 objects in one another', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, [422]],
  ['a member that nobody knows', '{"surely-unknown":1}', [422]],
  ...prototypes.map((body): [string, string, number[]] => [body, body, [422]]),
]

test('a broken body is refused by every route that takes one', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  const taking = house.operations.filter(({ hasJson }) => hasJson)
  expect(taking.length).toBeGreaterThan(15)
  for (const { method, path } of taking) {
    for (const [what, body, statuses] of broken) {
      const isOptional = path.endsWith('/rollback') && what === 'nothing'
      if (isOptional) continue
      const headers = { 'Content-Type': 'application/json', 'If-Match': '"2"' }
      const response = await house.ask(method, filled(path, house.articles, method), { key: house.admin, body, headers })
      await expectRefusal(response, `${method} ${path}: ${what}`, statuses)
    }
    const large = JSON.stringify({ note: 'x'.repeat(3_000_000) })
    const response = await house.ask(method, filled(path, house.articles, method), { key: house.admin, body: large })
    await expectRefusal(response, `${method} ${path}: 3 MB`, path === '/imports' ? [422] : [413])
  }
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

/** Who may use a route: one of these scopes; null: everybody, or what the channel says. */
function scopesFor(method: string, path: string): Scope[] | null {
  if (path === '/settings/workflow' && method === 'GET') return ['write', 'read:internal']
  if (path === '/embeddings/{id}/sessions') return null
  if (/^\/operator\/|\/tokens$|\/renewals$/.test(path) || (path === '/reports' && method === 'POST')) return ['events']
  if (/^\/(?:keys|embeddings|users|audit|settings)/.test(path)) return ['admin']
  if (path.endsWith('/acks') && method === 'POST') return ['ack']
  if (path.startsWith('/channels/') || path === '/openapi.json') return null
  if (path === '/articles/{id}/renditions') return ['read']
  if (/^\/views|\/impact$|^\/comments\//.test(path)) return ['write', 'read:internal']
  if (method === 'GET' && path.startsWith('/releases')) return null
  if (method === 'GET' && path === '/schedules') return ['read:internal']
  if (/^\/(?:releases|schedules)/.test(path)) return ['publish']
  if (method !== 'GET' || /^\/(?:imports|exports)/.test(path)) return ['write']
  return ['write', 'read:internal']
}

test('every route refuses every scope but its own, and whoever shows none', { timeout: 60_000 }, async () => {
  const house = await openHouse()
  const keys = new Map<Scope, string>()
  for (const scope of scopes) keys.set(scope, await house.makeKey([scope]))
  for (const { method, path } of house.operations) {
    const allowed = scopesFor(method, path)
    if (allowed === null) continue
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const say = (scope: string) => `${method} ${path} with ${scope}`
    for (const [scope, key] of keys) {
      if (allowed.includes(scope)) continue
      const response = await house.ask(method, filled(path, house.articles, method), { key, body })
      const { code } = await expectRefusal(response, say(scope), [403])
      expect(code).toBe('forbidden')
    }
    const response = await house.ask(method, filled(path, house.articles, method), { body })
    await expectRefusal(response, say('nothing'), [401])
  }
})

test('a key that may write may not publish by way of an import, nor one that may publish write', async () => {
  const house = await openHouse()
  const files = [{ path: 'a.md', content: '# A\n\nText.' }]
  const write = await house.makeKey(['write'])
  await expectRefusal(
    await house.ask('POST', '/imports?publish=true', { key: write, body: { format: 'markdown', files } }),
    'import',
    [403],
  )
  const publish = await house.makeKey(['publish'])
  await expectRefusal(
    await house.ask('POST', '/imports?publish=true', { key: publish, body: { format: 'markdown', files } }),
    'import',
    [403],
  )
})

test('a key bound to a channel reads no other, whatever its scopes', async () => {
  const house = await openHouse()
  const key = await house.makeKey(['read', 'read:internal', 'ack'], 'chatbot')
  for (const channel of ['website', 'ivr', 'operator', 'agent']) {
    for (const path of ['answers', 'answers/first', 'answers/first?release=1', 'categories', 'changes', 'changes/stream'])
      await expectRefusal(await house.ask('GET', `/channels/${channel}/${path}`, { key }), `${channel} ${path}`, [403])
    await expectRefusal(await house.ask('POST', `/channels/${channel}/acks`, { key, body: { release: 1 } }), `${channel} acks`, [403])
  }
})
