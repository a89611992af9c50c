import { expect, onTestFinished, test } from 'vitest'
import { setClock } from '../../clock.ts'
import { openStubHouse, publish, withdraw } from './house.fixture.ts'
import { openReplica } from './open-replica.ts'
import { expectInStep, search, waiting } from './replica-checks.fixture.ts'

test('the first turn builds the index with its settings, and questions go through it', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'card', title: 'Карта', category: 'cards' }, { slug: 'loan', title: 'Кредит' })
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true })
  await house.settle()
  expectInStep(house)
  expect([...house.stub.indexes.keys()]).toEqual(['istok'])
  expect(house.meili.replica.status()).toMatchObject({ state: 'ok', version: '1.50.0' })
  const reply = await search(house.istok, 'карта')
  expect(reply).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1, facets: { categories: { cards: 1 } } })
  expect(reply.items[0]).toMatchObject({ slug: 'card', confidence: 'exact' })
})

test('a release writes rows with keys in its transaction; they are sent as the translation is then, once', async () => {
  const house = await openStubHouse()
  await house.settle()
  const [id] = await publish(house.istok, { slug: 'a', title: 'Первое' })
  await publish(house.istok, { id: id!, slug: 'a', title: 'Второе' })
  expect(waiting(house.istok)).toBe(2)
  const before = house.stub.tasks.length
  await house.settle()
  expect(waiting(house.istok)).toBe(0)
  expect(house.stub.tasks.slice(before).filter(task => task.type === 'documentAdditionOrUpdate')).toHaveLength(1)
  expectInStep(house)
  await withdraw(house.istok, id!)
  await house.settle()
  expect(house.stub.indexes.get('istok')!.documents.size).toBe(0)
})

test('documents are sent with a key that cannot make indexes, and a deleted index is built anew with its settings', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  expect(house.stub.keys[0]?.actions).not.toContain('indexes.create')
  expect(house.stub.tasks.filter(task => task.type.startsWith('document')).every(task => task.by === house.stub.keys[0]?.key)).toBe(true)
  house.stub.indexes.delete('istok')
  await publish(house.istok, { slug: 'b', title: 'Вклад' })
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  await house.settle()
  expectInStep(house)
  expect(house.stub.indexes.get('istok')?.settings.displayedAttributes).toEqual(['id', 'articleId', 'h'])
  expect(await search(house.istok, 'вклад')).toMatchObject({ engine: 'meilisearch', total: 1 })
})

test('an index that somebody made with default settings is replaced', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  house.stub.indexes.get('istok')!.settings.filterableAttributes = []
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
  await house.settle()
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'meilisearch', total: 1 })
})

test('an index that somebody emptied hides nothing: memory answers, and it is filled again', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'meilisearch', degraded: false, items: [{ slug: 'a' }] })
  house.stub.indexes.get('istok')!.documents.clear()
  setClock(() => Date.now() + 6000)
  onTestFinished(() => setClock())
  expect(await search(house.istok, 'карту')).toMatchObject({ engine: 'fts5', degraded: true, items: [{ slug: 'a' }] })
  expect(await search(house.istok, 'кувшин')).toMatchObject({ engine: 'meilisearch', degraded: false, items: [] })
  expect(await house.meili.replica.turn()).toBe(true)
  expectInStep(house)
  expect(await search(house.istok, 'карты')).toMatchObject({ engine: 'meilisearch', degraded: false, items: [{ slug: 'a' }] })
})

test('a server that was wiped, or has lost documents, is filled again', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Вклад' })
  await house.settle()
  house.stub.wipe()
  await house.settle()
  expectInStep(house)
  const { documents } = house.stub.indexes.get('istok')!
  documents.delete([...documents.keys()][0]!)
  documents.set('extra', { id: 'extra', h: 'x' })
  documents.set('more', { id: 'more', h: 'x' })
  await house.istok.database.queue
  const later = openReplica(house.istok, { url: house.stub.url, key: house.stub.masterKey }, 'istok')
  house.istok.database.writer.sqlite.exec('UPDATE lease SET expires_at = 0')
  expect(await later.turn()).toBe(true)
  expect(later.status().reconciled).toMatchObject({ missing: 1, stale: 0, extra: 2 })
  expectInStep(house)
})

test('only one sends; whoever comes back late finds the lease taken', async () => {
  const house = await openStubHouse()
  await house.settle()
  const other = openReplica(house.istok, { url: house.stub.url, key: house.stub.masterKey }, 'istok')
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  const asked = house.stub.asked.length
  await other.turn()
  expect(house.stub.asked).toHaveLength(asked)
  house.istok.database.writer.sqlite.exec('UPDATE lease SET expires_at = 0')
  expect(await other.turn()).toBe(true)
  expectInStep(house)
  await publish(house.istok, { slug: 'b', title: 'Вклад' })
  await house.meili.replica.turn()
  expect(waiting(house.istok)).toBe(1)
})

test.each(['1.49.2', '2.0.0', 'unknown'])('a server of version %s is not written to', async version => {
  const house = await openStubHouse()
  house.stub.version = version
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  expect(await house.meili.replica.turn()).toBe(false)
  expect(house.meili.replica.status()).toMatchObject({ state: 'refused', version })
  expect(house.stub.tasks).toEqual([])
  expect(await search(house.istok, 'карта')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
})

test('what Meilisearch still holds is not shown once it is withdrawn, made internal or changed', async () => {
  const house = await openStubHouse()
  const [a, b] = await publish(house.istok, { slug: 'a', title: 'Карта' }, { slug: 'b', title: 'Карта вторая' })
  await house.settle()
  await withdraw(house.istok, a!)
  await publish(house.istok, { id: b!, slug: 'b', title: 'Карта вторая', audience: 'internal' })
  expect(await search(house.istok, 'карта')).toMatchObject({
    engine: 'meilisearch',
    items: [],
    total: 0,
    facets: { categories: {}, tags: {} },
  })
})

test('what is released is found from the commit on, also before Meilisearch has it', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  await publish(house.istok, { slug: 'b', title: 'Вклад' })
  expect(await search(house.istok, 'вклад')).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1, items: [{ slug: 'b' }] })
})
