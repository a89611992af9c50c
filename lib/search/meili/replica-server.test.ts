import { expect, onTestFinished, test } from 'vitest'
import { write } from '#db/write.ts'
import { setClock } from '../../clock.ts'
import { makeDue, openStubHouse, publish, withdraw } from './house.fixture.ts'
import { openReplica } from './open-replica.ts'
import { expectInStep, search, waiting } from './replica-checks.fixture.ts'
import { proceed } from './stub-meilisearch.fixture.ts'

test('a server that is killed within a task and comes back has the task still; nothing is lost', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await house.settle()
  await publish(istok, { slug: 'a', title: 'Карта' })
  stub.outcome = task => (task.type === 'documentAdditionOrUpdate' ? 'hold' : undefined)
  const turn = house.meili.replica.turn()
  await expect.poll(() => stub.tasks.some(({ type }) => type === 'documentAdditionOrUpdate')).toBe(true)
  stub.fault = () => 'reset'
  stub.cutConnections()
  expect(await turn).toBe(false)
  expect(waiting(istok)).toBe(1)
  stub.fault = null
  stub.outcome = null
  proceed(stub)
  await house.settle()
  expectInStep(house)
})

test('a server that was put back to an older state is noticed by the numbers of its tasks and brought up to date', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  const [a, b] = await publish(istok, { slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
  await house.settle()
  const snapshot = { tasks: stub.tasks.length, documents: structuredClone(stub.indexes.get('istok')!.documents) }
  await publish(istok, { id: a!, slug: 'a', title: 'Карта иначе' })
  await house.settle()
  await withdraw(istok, b!)
  await publish(istok, { slug: 'c', title: 'Кредит' })
  await house.settle()
  stub.tasks.length = snapshot.tasks
  stub.indexes.get('istok')!.documents = snapshot.documents
  await publish(istok, { slug: 'd', title: 'Депозит' })
  await house.settle()
  expect(house.meili.replica.status().reconciled).toMatchObject({ missing: 1, stale: 1, extra: 1 })
  expectInStep(house)
})

test('an index that is deleted between two batches is built anew, and the rest is not lost', { timeout: 60_000 }, async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await house.settle()
  await publish(istok, ...Array.from({ length: 230 }, (_, number) => ({ slug: `a-${number}`, title: `Карта ${number}` })))
  let sent = 0
  stub.fault = ({ path }) => {
    if (path.includes('/documents?') && ++sent === 2) stub.indexes.delete('istok')
    return undefined
  }
  expect(await house.meili.replica.turn()).toBe(false)
  expect(sent).toBe(2)
  expect(stub.indexes.has('istok')).toBe(false)
  await house.settle()
  expectInStep(house)
})

test.each([
  ['forward', 30 * 86_400_000],
  ['back', -30 * 86_400_000],
])('a clock that jumps %s by a month stops nothing', async (_, jump) => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await publish(istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  stub.fault = ({ path }) => (path.includes('documents') || path === '/multi-search' ? 'reset' : undefined)
  await publish(istok, { slug: 'b', title: 'Вклад' })
  expect(await house.meili.replica.turn()).toBe(false)
  for (let question = 0; question < 4; question++) expect(await search(istok, `вклад ${question}`)).toMatchObject({ degraded: true })
  stub.fault = null
  setClock(() => Date.now() + jump)
  onTestFinished(() => setClock())
  stub.indexes.get('istok')!.settings.rankingRules = ['words']
  expect(await house.meili.replica.turn()).toBe(true)
  expectInStep(house)
  expect(stub.indexes.get('istok')!.settings.rankingRules).toHaveLength(7)
  expect(await search(istok, 'вклад')).toMatchObject({ engine: 'meilisearch', degraded: false })
  const next = openReplica(istok, { url: stub.url, key: stub.masterKey }, 'istok')
  await publish(istok, { slug: 'c', title: 'Кредит' })
  if (jump > 0) istok.database.writer.sqlite.exec('UPDATE lease SET expires_at = 0')
  else setClock(() => Date.now() + 2 * jump)
  expect(await next.turn()).toBe(true)
  expectInStep(house)
})

test('settings that are refused, or taken over in part only, keep the new index from serving', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await publish(istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  const serving = stub.indexes.get('istok')!
  serving.settings.rankingRules = ['words']
  stub.fault = ({ method }) => (method === 'PATCH' ? { status: 400, code: 'invalid_settings_ranking_rules' } : undefined)
  house.meili.replica.suspect()
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status().detail).toContain('invalid_settings_ranking_rules')
  stub.fault = ({ method, path }) => {
    const half = method === 'GET' && path.endsWith('/settings') ? stub.indexes.get(decodeURIComponent(path.split('/')[2]!)) : undefined
    if (half && half !== serving) half.settings.searchCutoffMs = null
    return undefined
  }
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status().detail).toContain('searchCutoffMs')
  expect(stub.indexes.get('istok')).toBe(serving)
  expect(serving.documents.size).toBe(1)
  expect(await search(istok, 'карта')).toMatchObject({ engine: 'meilisearch', total: 1 })
  stub.fault = null
  await house.settle()
  expectInStep(house)
  expect([...stub.indexes.keys()]).toEqual(['istok'])
})

test('members of settings that only a newer Meilisearch knows are no difference', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await publish(istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  stub.version = '1.53.1'
  Object.assign(stub.indexes.get('istok')!.settings.typoTolerance as object, { somethingNew: true })
  const before = stub.tasks.length
  await house.settle()
  expect(stub.tasks).toHaveLength(before)
  expect(house.meili.replica.status()).toMatchObject({ state: 'ok', version: '1.53.1' })
  stub.version = '1.40.0'
  house.meili.replica.suspect()
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status()).toMatchObject({ state: 'refused', version: '1.40.0' })
})

test('a second release at once, one taken back and published again, and a removal within a rebuild end as what is said now', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  const [a, b] = await publish(istok, { slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
  await house.settle()
  await Promise.all([publish(istok, { id: a!, slug: 'a', title: 'Карта вторая' }), house.meili.replica.turn()])
  await publish(istok, { id: a!, slug: 'a', title: 'Карта третья' })
  await withdraw(istok, b!)
  await publish(istok, { id: b!, slug: 'b', title: 'Вклад снова' })
  await house.settle()
  expectInStep(house)
  stub.indexes.get('istok')!.settings.rankingRules = ['words']
  let isRemoved = false
  stub.outcome = task => {
    if (task.type !== 'documentAdditionOrUpdate' || isRemoved) return undefined
    return 'hold'
  }
  const sent = stub.tasks.length
  house.meili.replica.suspect()
  const rebuilding = house.meili.replica.turn()
  await expect.poll(() => stub.tasks.slice(sent).some(({ type }) => type === 'documentAdditionOrUpdate')).toBe(true)
  await withdraw(istok, b!)
  await publish(istok, { id: a!, slug: 'a', title: 'Карта четвёртая', audience: 'internal' })
  expect(await search(istok, 'карта')).toMatchObject({ items: [], total: 0 })
  isRemoved = true
  proceed(stub)
  expect(await rebuilding).toBe(true)
  expectInStep(house)
  expect([...stub.indexes.get('istok')!.documents.values()].map(({ audience }) => audience)).toEqual(['internal'])
})

test('a backlog of ten thousand rows drains, and who publishes meanwhile does not wait for it', { timeout: 120_000 }, async () => {
  const house = await openStubHouse()
  const { istok } = house
  const [id] = await publish(istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  const insert = istok.database.writer.sqlite.prepare(
    "INSERT INTO outbox (topic, key, payload, state, attempts, available_at, created_at) VALUES ('search', ?, '{}', 'pending', 0, 0, 0)",
  )
  await write(istok.database, async () => {
    for (let number = 0; number < 10_000; number++) insert.run(number % 2 ? `${id} ru` : `gone-${number} ru`)
  })
  const draining = house.meili.replica.turn().then(good => ({ good, left: waiting(istok) }))
  for (let number = 0; number < 3; number++) {
    await publish(istok, { id: id!, slug: 'a', title: `Карта ${number}` })
    if (number === 0) expect(waiting(istok)).toBeGreaterThan(1000)
  }
  expect((await draining).good).toBe(true)
  makeDue(istok)
  await house.settle()
  expect(waiting(istok)).toBe(0)
  expectInStep(house)
})
