import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listDeadLetters, replayDeadLetters } from '#lib/outbox/dead-letters.ts'
import { setClock } from '../../clock.ts'
import { openStubHouse, publish } from './house.fixture.ts'
import { expectInStep, search, waiting } from './replica-checks.fixture.ts'
import { proceed } from './stub-meilisearch.fixture.ts'

test('a poisoned document is found by halving, waits for a person, and the others go on', async () => {
  const house = await openStubHouse()
  await house.settle()
  const ids = await publish(house.istok, ...Array.from({ length: 9 }, (_, number) => ({ slug: `a-${number}`, title: `Карта ${number}` })))
  const poisoned = ids[4]!
  const index = () => house.stub.indexes.get('istok')!
  house.stub.outcome = task => {
    if (task.type !== 'documentAdditionOrUpdate') return undefined
    const documents = house.stub.asked.filter(({ path }) => path.includes('/documents?'))[sent++]?.body as { articleId: string }[]
    return documents.some(({ articleId }) => articleId === poisoned)
      ? { code: 'invalid_document_fields', type: 'invalid_request' }
      : undefined
  }
  let sent = house.stub.asked.filter(({ path }) => path.includes('/documents?')).length
  await house.settle()
  const dead = await listDeadLetters(house.istok, system)
  expect(dead).toMatchObject([{ topic: 'search', key: `${poisoned} ru`, error: expect.stringContaining('invalid_document_fields') }])
  expect(index().documents.size).toBe(8)
  house.stub.outcome = null
  expect(await replayDeadLetters(house.istok, system, 'search')).toBe(1)
  await house.settle()
  expectInStep(house)
})

test('an id that Meilisearch cannot take does not stop the others', async () => {
  const house = await openStubHouse()
  await house.settle()
  await publish(house.istok, { id: 'статья 1', slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
  await house.settle()
  expect(house.stub.indexes.get('istok')!.documents.size).toBe(1)
  expect(await search(house.istok, 'вклад')).toMatchObject({ engine: 'meilisearch', total: 1 })
})

test.each([
  ['canceled by an operator', 'canceled' as const],
  ['failed inside', { code: 'internal', type: 'internal' }],
  ['failed for want of room', { code: 'no_space_left_on_device', type: 'system' }],
])('a task that is %s is sent again', async (_, outcome) => {
  const house = await openStubHouse()
  await house.settle()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  house.stub.outcome = task => (task.type === 'documentAdditionOrUpdate' ? outcome : undefined)
  expect(await house.meili.replica.turn()).toBe(false)
  expect(waiting(house.istok)).toBe(1)
  house.stub.outcome = null
  await house.settle()
  expectInStep(house)
})

test('a request that is too large is halved', async () => {
  const house = await openStubHouse()
  await house.settle()
  await publish(house.istok, ...Array.from({ length: 5 }, (_, number) => ({ slug: `a-${number}`, title: `Карта ${number}` })))
  const isLarge = (body: unknown) => Array.isArray(body) && body.length > 2
  house.stub.fault = ({ path, body }) =>
    path.includes('/documents?') && isLarge(body) ? { status: 413, code: 'payload_too_large' } : undefined
  await house.settle()
  expectInStep(house)
})

test('a task that takes its time is waited for and not sent again', async () => {
  const house = await openStubHouse()
  await house.settle()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  house.stub.outcome = task => (task.type === 'documentAdditionOrUpdate' ? 'hold' : undefined)
  const sent = () => house.stub.tasks.filter(({ type }) => type === 'documentAdditionOrUpdate').length
  const before = sent()
  const turn = house.meili.replica.turn()
  await expect.poll(sent).toBe(before + 1)
  expect(await search(house.istok, 'карта')).toMatchObject({ degraded: false })
  house.stub.outcome = null
  proceed(house.stub)
  expect(await turn).toBe(true)
  expect(sent()).toBe(before + 1)
  expectInStep(house)
})

test('a task that is stuck is given up after ten minutes; what it was to do is sent again and nothing is lost', async () => {
  const house = await openStubHouse()
  await house.settle()
  const [id] = await publish(house.istok, { slug: 'a', title: 'Карта' })
  house.stub.outcome = task => (task.type === 'documentAdditionOrUpdate' ? 'hold' : undefined)
  const sent = () => house.stub.tasks.filter(({ type }) => type === 'documentAdditionOrUpdate').length
  const before = sent()
  const turn = house.meili.replica.turn()
  await expect.poll(sent).toBe(before + 1)
  setClock(() => Date.now() + 601_000)
  try {
    expect(await turn).toBe(false)
  } finally {
    setClock()
  }
  expect(house.meili.replica.status()).toMatchObject({ state: 'down', detail: expect.stringContaining('does not end') })
  expect(waiting(house.istok)).toBe(1)
  await publish(house.istok, { id: id!, slug: 'a', title: 'Карта иначе' })
  house.stub.outcome = null
  proceed(house.stub)
  await house.settle()
  expect(waiting(house.istok)).toBe(0)
  expectInStep(house)
})
