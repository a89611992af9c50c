import { expect, onTestFinished, test } from 'vitest'
import { outbox } from '#db/schema/search.ts'
import { write } from '#db/write.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openStubHouse, publish } from '../search/meili/house.fixture.ts'
import { search } from '../search/meili/replica-checks.fixture.ts'
import { openTestIstok } from '../test-istok.ts'
import { readBacklog, readReadiness } from './read-readiness.ts'

test('a fresh Istok is ready', async () => {
  expect(await readReadiness(openTestIstok())).toMatchObject({
    ready: true,
    database: 'ok',
    migrations: 'ok',
    search: 'fts5',
    outbox: { waiting: 0 },
  })
})

test('a database that does not take writes is not ready', async () => {
  const istok = openTestIstok()
  istok.database.writer.sqlite.pragma('query_only = ON')
  expect(await readReadiness(istok)).toMatchObject({ ready: false, database: 'down' })
})

test.each([
  ['a key that it does not take', { status: 403, code: 'invalid_api_key', type: 'auth' }, 'refused', 'key'],
  ['a server that does not answer', 'reset', 'down', 'unreachable'],
  ['an index that is gone', { status: 404, code: 'index_not_found' }, 'down', 'index'],
] as const)('%s is named, by who only asks and by who sends, until it is mended', async (_, fault, state, trouble) => {
  const { istok, stub, meili, settle } = await openStubHouse()
  await publish(istok, { slug: 'card', title: 'Карта' })
  await settle()
  expect(await readReadiness(istok)).toMatchObject({ search: 'meilisearch', replica: { state: 'ok', trouble: null, answers: true } })
  stub.fault = () => fault
  await search(istok, 'карта')
  expect((await readReadiness(istok)).replica).toMatchObject({ state, trouble })
  await meili.replica.turn()
  expect(await readReadiness(istok)).toMatchObject({ ready: true, replica: { state, trouble } })
  stub.fault = null
  await settle()
  await search(istok, 'карта')
  expect(await readReadiness(istok)).toMatchObject({ search: 'meilisearch', replica: { state: 'ok', trouble: null, answers: true } })
})

async function leave(istok: Istok, ...rows: { state: 'pending' | 'leased' | 'done' | 'dead'; createdAt: number; topic?: string }[]) {
  await write(istok.database, async tx => {
    for (const [at, { topic = 'events', ...row }] of rows.entries())
      await tx.orm.insert(outbox).values({ topic, key: `k${at}`, payload: {}, attempts: 0, availableAt: 0, ...row })
  })
}

test('what waits is counted with the age of the oldest; what is done or given up is not', async () => {
  const istok = openTestIstok()
  setClock(() => 1_000_000)
  onTestFinished(() => setClock())
  expect(readBacklog(istok)).toEqual({ waiting: 0, oldestSeconds: 0 })
  await leave(
    istok,
    ...[
      { state: 'done' as const, createdAt: 1 },
      { state: 'dead' as const, createdAt: 2 },
      { state: 'pending' as const, createdAt: 990_000 },
      { state: 'leased' as const, createdAt: 940_000, topic: 'search' },
    ],
  )
  expect(readBacklog(istok)).toEqual({ waiting: 2, oldestSeconds: 60 })
})

test('a schema of another program is not ready, and says so', async () => {
  const istok = openTestIstok()
  istok.database.writer.sqlite.exec("INSERT INTO migration SELECT max(number) + 1, 'later', 'x', 0 FROM migration")
  expect(await readReadiness(istok)).toMatchObject({ ready: false, database: 'ok', migrations: 'behind' })
})

test('a good probe is believed for five seconds, a bad one not at all', async () => {
  const istok = openTestIstok()
  let instant = 1_000_000
  setClock(() => instant)
  onTestFinished(() => setClock())
  const { sqlite } = istok.database.writer
  expect(await readReadiness(istok)).toMatchObject({ ready: true })
  sqlite.pragma('query_only = ON')
  instant += 4999
  expect(await readReadiness(istok)).toMatchObject({ ready: true })
  instant += 1
  expect(await readReadiness(istok)).toMatchObject({ ready: false, database: 'down' })
  sqlite.pragma('query_only = OFF')
  expect(await readReadiness(istok)).toMatchObject({ ready: true, database: 'ok' })
})

test('a data directory whose room nobody can tell is unknown, and no reason to stop', async () => {
  const istok = openTestIstok()
  const lost = { ...istok, env: { ...istok.env, dataDir: '/nowhere/at/all' } }
  expect(await readReadiness(lost)).toMatchObject({ ready: true, disk: { state: 'unknown', freeMegabytes: null } })
})
