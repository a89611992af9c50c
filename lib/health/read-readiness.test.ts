import { expect, test } from 'vitest'
import { openStubHouse, publish } from '../search/meili/house.fixture.ts'
import { search } from '../search/meili/replica-checks.fixture.ts'
import { openTestIstok } from '../test-istok.ts'
import { readReadiness } from './read-readiness.ts'

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
