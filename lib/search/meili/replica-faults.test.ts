import dns from 'node:dns'
import { expect, onTestFinished, test, vi } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listDeadLetters } from '#lib/outbox/dead-letters.ts'
import { setClock } from '../../clock.ts'
import { makeDue, openHouse, openStubHouse, publish } from './house.fixture.ts'
import { expectInStep, search, waiting } from './replica-checks.fixture.ts'
import type { Fault } from './stub-faults.fixture.ts'

const faults: Record<string, Fault> = {
  'cut answers': 'cut',
  'cut connections': 'reset',
  'connections that end within an answer': 'torn',
  'answers that are lost on the way, of requests that were carried out': 'lost',
  'pages of a proxy': { raw: '<html>502 Bad Gateway</html>', status: 502 },
  'empty answers': { raw: '', contentType: 'application/json' },
  'too many requests': { status: 429, code: 'too_many_requests', headers: { 'retry-after': '0' } },
  'too many requests, without saying for how long': { status: 429, code: 'too_many_requests' },
  'too much to do, without saying for how long': { status: 503, code: 'too_many_search_requests', type: 'system' },
  'too many searches': { status: 503, code: 'too_many_search_requests', type: 'system', headers: { 'retry-after': '10' } },
  'a full disk': { status: 422, code: 'no_space_left_on_device', type: 'system' },
  'a wrong key': { status: 403, code: 'invalid_api_key', type: 'auth' },
  'a missing key': { status: 401, code: 'missing_authorization_header', type: 'auth' },
  'a restart that is due': { status: 500, code: 'internal', type: 'internal' },
  'another media type': { status: 415, code: 'invalid_content_type' },
}

test.each(Object.entries(faults))(
  '%s: the embedded engine answers, publishing goes on, and the index catches up by itself',
  async (_, fault) => {
    const house = await openStubHouse()
    const { istok, stub, meili } = house
    await publish(istok, { slug: 'a', title: 'Карта' })
    await house.settle()
    stub.fault = () => fault
    await publish(istok, { slug: 'b', title: 'Вклад' })
    meili.replica.suspect()
    expect(await meili.replica.turn()).toBe(false)
    expect(await meili.replica.turn()).toBe(false)
    expect(meili.replica.status().state).toMatch(/down|refused/)
    expect(await search(istok, 'вклад')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
    expect(await listDeadLetters(istok, system)).toEqual([])
    stub.fault = null
    await house.settle()
    expectInStep(house)
    expect(waiting(istok)).toBe(0)
  },
)

test.each(['hang', 'drip'] as const)(
  'a server that accepts and does not answer (%s): a question waits less than a second, later ones not at all',
  async fault => {
    const house = await openStubHouse()
    await publish(house.istok, { slug: 'a', title: 'Карта' })
    await house.settle()
    house.stub.fault = ({ path }) => (path === '/multi-search' ? fault : undefined)
    for (let question = 0; question < 3; question++) {
      expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
    }
    expect(house.meili.breaker.state).toBe('open')
    const asked = house.stub.asked.length
    expect(await search(house.istok, 'карта')).toMatchObject({ degraded: true, total: 1 })
    expect(house.stub.asked).toHaveLength(asked)
    house.stub.fault = null
    setClock(() => Date.now() + 20_000)
    try {
      expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'meilisearch', degraded: false })
    } finally {
      setClock()
    }
  },
)

test('a server that is not there at the start, and comes later', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await stub.close()
  await publish(istok, { slug: 'a', title: 'Карта' })
  expect(await house.meili.replica.turn()).toBe(false)
  expect(await search(istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  const { startStub } = await import('./stub-meilisearch.fixture.ts')
  const back = await startStub(Number(new URL(stub.url).port))
  try {
    await house.settle()
    expectInStep({ istok, stub: back })
  } finally {
    await back.close()
  }
})

test('a name that does not resolve at the start, and does later', async () => {
  const { stub } = await openStubHouse()
  let isKnown = false
  const lookup = vi.spyOn(dns, 'lookup').mockImplementation(((
    name: string,
    options: { all?: boolean },
    done: (...said: unknown[]) => void,
  ) => {
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' })
    if (!isKnown) return done(error)
    return options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4)
  }) as never)
  onTestFinished(() => lookup.mockRestore())
  const house = openHouse(`http://meili.example:${new URL(stub.url).port}`, stub.masterKey, 'istok')
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status()).toMatchObject({ state: 'down', detail: expect.stringContaining('ENOTFOUND') })
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  isKnown = true
  await house.settle()
  expectInStep({ istok: house.istok, stub })
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'meilisearch', degraded: false })
  isKnown = false
  stub.cutConnections()
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
})

test('a search that is answered too late has its answer from the embedded engine, and the late one does no harm', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  house.stub.fault = ({ path }) => (path === '/multi-search' ? 'late' : undefined)
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  house.stub.fault = null
  expect(await search(house.istok, 'карту')).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1 })
})

test('whoever is asked to wait before the next try does so', async () => {
  const house = await openStubHouse()
  await house.settle()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  house.stub.fault = ({ path }) =>
    path.includes('/documents?') ? { status: 503, code: 'too_many_requests', headers: { 'retry-after': '120' } } : undefined
  expect(await house.meili.replica.turn()).toBe(false)
  const due = house.istok.database.reader.sqlite.prepare("SELECT available_at FROM outbox WHERE state = 'pending'").pluck().get() as number
  expect(due - Date.now()).toBeGreaterThan(100_000)
  house.stub.fault = null
  const asked = () => house.stub.asked.filter(({ path }) => path.includes('/documents?')).length
  const before = asked()
  expect(await house.meili.replica.turn()).toBe(true)
  expect(asked()).toBe(before)
})

test('a key without a right is refused until it has it; nothing is given up meanwhile', async () => {
  const { stub } = await openStubHouse()
  const all = ['version', 'search', 'documents.add', 'documents.delete', 'documents.get', 'tasks.get', 'stats.get', 'settings.get']
  const key = { uid: 'given', key: 'given-key', name: 'Istok', actions: [...all], indexes: ['*'], expiresAt: null }
  key.actions.push('settings.update', 'indexes.get', 'indexes.create', 'indexes.delete', 'indexes.swap')
  stub.keys.push(key)
  const house = openHouse(stub.url, key.key, 'istok')
  await house.settle()
  for (const right of ['documents.add', 'tasks.get', 'version']) {
    const before = key.actions
    key.actions = before.filter(action => action !== right)
    await publish(house.istok, { slug: right.replace('.', '-'), title: `Карта ${right}` })
    house.meili.replica.suspect()
    for (let attempt = 0; attempt < 6; attempt++) {
      makeDue(house.istok)
      expect(await house.meili.replica.turn(), right).toBe(false)
    }
    expect(house.meili.replica.status().state).toBe('refused')
    expect(await listDeadLetters(house.istok, system)).toEqual([])
    key.actions = before
    await house.settle()
    expectInStep({ istok: house.istok, stub })
  }
})

test('a key for documents that has expired is replaced by a new one', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  const [before] = house.stub.keys
  before!.expiresAt = '2020-01-01T00:00:00Z'
  await publish(house.istok, { slug: 'b', title: 'Вклад' })
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status()).toMatchObject({ state: 'refused' })
  expect(await search(house.istok, 'карта')).toMatchObject({ total: 1 })
  await house.settle()
  expectInStep(house)
  expect(house.stub.keys).toHaveLength(1)
  expect(house.stub.keys[0]!.key).not.toBe(before!.key)
})

test('a configured key that has expired is refused until there is another; then the index catches up', async () => {
  const { stub } = await openStubHouse()
  const key = {
    uid: 'given',
    key: 'given-key',
    name: 'Istok',
    actions: ['*'],
    indexes: ['*'],
    expiresAt: '2020-01-01T00:00:00Z' as string | null,
  }
  stub.keys.push(key)
  const house = openHouse(stub.url, key.key, 'istok')
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status()).toMatchObject({ state: 'refused', detail: expect.not.stringContaining(key.key) })
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  key.expiresAt = null
  await house.settle()
  expectInStep({ istok: house.istok, stub })
})
