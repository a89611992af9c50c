import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listDeadLetters, replayDeadLetters } from '#lib/outbox/dead-letters.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { setClock } from '../../clock.ts'
import type { Istok } from '../../istok.ts'
import { searchAnswers } from '../search-answers.ts'
import { expectedDocuments } from './documents.ts'
import { type MeiliHouse, makeDue, openStubHouse, publish, withdraw } from './house.fixture.ts'
import { openReplica } from './open-replica.ts'
import { readReplicaState } from './replica-state.ts'
import type { Fault, Stub } from './stub-meilisearch.fixture.ts'

const search = (istok: Istok, q: string, channel = 'website') => searchAnswers(istok, system, { channel, locale: 'ru', q })

/** Id and hash of everything that the stub's index holds, beside what it must hold. */
function compared({ istok, stub }: { istok: Istok; stub: Stub }) {
  const held = new Map([...(stub.indexes.get('istok')?.documents.values() ?? [])].map(({ id, h }) => [id, h]))
  const wanted = new Map(Array.from(expectedDocuments(istok.database), ([id, { h }]) => [id, h]))
  return { held: Object.fromEntries([...held].sort()), wanted: Object.fromEntries([...wanted].sort()) }
}

function expectInStep(house: { istok: Istok; stub: Stub }): void {
  const { held, wanted } = compared(house)
  expect(held).toEqual(wanted)
}

const waiting = ({ database }: Istok) =>
  database.reader.sqlite.prepare("SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')").pluck().get()

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

const faults: Record<string, Fault> = {
  'cut answers': 'cut',
  'cut connections': 'reset',
  'pages of a proxy': { raw: '<html>502 Bad Gateway</html>', status: 502 },
  'empty answers': { raw: '', contentType: 'application/json' },
  'too many requests': { status: 429, code: 'too_many_requests', headers: { 'retry-after': '0' } },
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

test('a rebuild goes on where a crash left off, keeps what was released meanwhile, and never leaves an empty index', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  house.stub.indexes.get('istok')!.settings.rankingRules = ['words']
  for (const stage of ['indexCreation', 'settingsUpdate', 'documentAdditionOrUpdate', 'indexSwap', 'indexDeletion']) {
    house.stub.outcome = task => (task.type === stage ? { code: 'internal', type: 'internal' } : undefined)
    house.meili.replica.suspect()
    expect(await house.meili.replica.turn(), stage).toBe(false)
    expect(house.stub.indexes.get('istok')!.documents.size).toBeGreaterThan(0)
    await publish(house.istok, { slug: `during-${stage.toLowerCase()}`, title: 'Вклад' })
    if (stage === 'indexDeletion') break
  }
  house.stub.outcome = null
  await house.settle()
  expectInStep(house)
  expect(readReplicaState(house.istok.database).rebuild).toBeNull()
  await house.settle()
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

test('after any history of releases and failures the index is what it must be', { timeout: 120_000 }, async () => {
  const step = fc.record({
    slug: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('publish', 'publish', 'withdraw', 'turn', 'fault', 'fail', 'drop', 'wipe'),
    title: fc.constantFrom('Карта', 'Вклад', 'Кредит'),
    audience: fc.constantFrom('public' as const, 'internal' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async steps => {
      const house = await openStubHouse()
      for (const { kind, slug, title, audience } of steps) await carry(house, kind, slug, title, audience)
      house.stub.fault = null
      house.stub.outcome = null
      await house.settle()
      await house.settle()
      expectInStep(house)
    }),
    { numRuns: Number(process.env.ISTOK_HISTORIES ?? 8) },
  )
})

async function carry(
  house: MeiliHouse & { stub: Stub },
  kind: string,
  slug: string,
  title: string,
  audience: 'public' | 'internal',
): Promise<void> {
  const { istok, stub, meili } = house
  const release = { note: '', articles: [] as string[], facts: [], snippets: [], withdraw: [] as string[] }
  if (kind === 'publish')
    await publishRelease(istok, system, { ...release, articles: [await putDraft(istok, { id: slug, slug, title, audience })] })
  else if (kind === 'withdraw') await publishRelease(istok, system, { ...release, withdraw: [slug] }).catch(() => undefined)
  else if (kind === 'fault') stub.fault = stub.fault ? null : ({ path }) => (path.includes('documents') ? 'reset' : undefined)
  else if (kind === 'fail') stub.outcome = stub.outcome ? null : () => ({ code: 'internal', type: 'internal' })
  else if (kind === 'drop') stub.indexes.delete('istok')
  else if (kind === 'wipe') stub.wipe()
  else {
    makeDue(istok)
    await meili.replica.turn()
  }
}
