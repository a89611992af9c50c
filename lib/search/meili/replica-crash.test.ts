import { expect, test } from 'vitest'
import { type openHouse, openStubHouse, publish, withdraw } from './house.fixture.ts'
import { openReplica } from './open-replica.ts'
import { expectInStep, search, waiting } from './replica-checks.fixture.ts'
import type { Asked, Stub } from './stub-meilisearch.fixture.ts'

/** Every request that changes something or asks what became of it, by the moment in which it is made. */
const moments = {
  'the index is made': ({ method, path }: Asked) => method === 'POST' && path === '/indexes',
  'its settings are set': ({ method, path }: Asked) => method === 'PATCH' && path.endsWith('/settings'),
  'documents are sent': ({ path }: Asked) => path.includes('/documents?'),
  'the first task is looked for': ({ path }: Asked) => path.startsWith('/tasks/'),
  'the new index is compared': ({ path }: Asked) => path.endsWith('/documents/fetch'),
  'the indexes are swapped': ({ path }: Asked) => path === '/swap-indexes',
  'the old index is removed': ({ method, path }: Asked) => method === 'DELETE' && path.startsWith('/indexes/'),
  'what is gone is removed': ({ path }: Asked) => path.endsWith('/delete-batch'),
}

const ends = { 'before it was carried out': 'hang', 'after it was carried out': 'mute' } as const

/** The next process takes over as after the death of the one before. */
function takeOver({ istok, stub }: { istok: ReturnType<typeof openHouse>['istok']; stub: Stub }) {
  istok.database.writer.sqlite.exec('UPDATE lease SET expires_at = 0')
  return openReplica(istok, { url: stub.url, key: stub.masterKey }, 'istok')
}

test.each(Object.entries(moments).flatMap(([moment, is]) => Object.entries(ends).map(([end, fault]) => [moment, end, is, fault] as const)))(
  'a process that ends while %s, %s: the next one loses and doubles nothing, and the former does no harm when it wakes up',
  async (_, __, is, fault) => {
    const house = await openStubHouse()
    const { istok, stub } = house
    const [first] = await publish(istok, { slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
    await house.settle()
    await withdraw(istok, first!)
    await publish(istok, { slug: 'c', title: 'Кредит' })
    stub.indexes.get('istok')!.settings.rankingRules = ['words']
    house.meili.replica.suspect()
    let isOver = false
    stub.fault = asked => {
      if (isOver || !is(asked)) return undefined
      isOver = true
      return fault
    }
    const former = house.meili.replica.turn()
    await expect.poll(() => isOver).toBe(true)
    const next = takeOver(house)
    for (let turn = 0; turn < 3 && !(await next.turn()); turn++);
    expectInStep(house)
    await publish(istok, { slug: 'd', title: 'Депозит' })
    expect(await next.turn()).toBe(true)
    stub.cutConnections()
    await former
    next.suspect()
    expect(await next.turn()).toBe(true)
    expectInStep(house)
    expect(waiting(istok)).toBe(0)
    expect([...stub.indexes.keys()]).toEqual(['istok'])
    expect(await search(istok, 'депозит')).toMatchObject({ engine: 'meilisearch', total: 1 })
  },
)

test('one that comes back after a pause sends nothing that it read before, as another one sends now', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await house.settle()
  const ids = await publish(istok, ...Array.from({ length: 4 }, (_, number) => ({ slug: `a-${number}`, title: `Карта ${number}` })))
  const isLarge = (body: unknown) => Array.isArray(body) && body.length > 1
  let isAsleep = false
  stub.fault = ({ path, body }) => {
    if (!path.includes('/documents?') || !isLarge(body) || isAsleep) return undefined
    isAsleep = true
    return { status: 413, code: 'payload_too_large' }
  }
  const held: (() => void)[] = []
  const { outcome } = stub
  stub.outcome = task => (task.type === 'documentAdditionOrUpdate' && held.length === 0 ? 'hold' : outcome?.(task))
  const former = house.meili.replica.turn()
  await expect.poll(() => stub.tasks.some(task => task.type === 'documentAdditionOrUpdate' && task.status === 'enqueued')).toBe(true)
  const next = takeOver(house)
  held.push(() => undefined)
  await publish(istok, { id: ids[3]!, slug: 'a-3', title: 'Вклад' })
  expect(await next.turn()).toBe(true)
  expectInStep(house)
  await former
  expectInStep(house)
  expect(waiting(istok)).toBe(0)
})

test('two processes that start together build one index', async () => {
  const house = await openStubHouse()
  const { istok, stub } = house
  await publish(istok, { slug: 'a', title: 'Карта' })
  const other = openReplica(istok, { url: stub.url, key: stub.masterKey }, 'istok')
  await Promise.all([house.meili.replica.turn(), other.turn()])
  expectInStep(house)
  expect(stub.tasks.filter(({ type }) => type === 'settingsUpdate')).toHaveLength(1)
})
