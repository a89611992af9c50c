import { expect, test } from 'vitest'
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
