import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publish } from '../learning/test-learning.ts'
import { openTestIstok } from '../test-istok.ts'
import { readFigures } from './read-figures.ts'

test('an empty house has no release and no feed, and its database has a size', () => {
  const figures = readFigures(openTestIstok())
  expect(figures).toMatchObject({ release: 0, feedSeq: 0 })
  expect(figures.databaseBytes + figures.walBytes).toBeGreaterThan(0)
})

test('the figures follow the releases, and a draft moves nothing', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a' })
  expect(readFigures(istok)).toMatchObject({ release: 0, feedSeq: 0 })
  await publish(istok, id)
  const first = readFigures(istok)
  expect(first.release).toBe(1)
  expect(first.feedSeq).toBeGreaterThan(0)
  await publish(istok, await putDraft(istok, { slug: 'b' }))
  const second = readFigures(istok)
  expect(second.release).toBe(2)
  expect(second.feedSeq).toBeGreaterThan(first.feedSeq)
})

test('a log that is not there has no bytes', () => {
  const istok = openTestIstok()
  istok.database.writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  rmSync(`${istok.database.file}-wal`, { force: true })
  expect(readFigures(istok).walBytes).toBe(0)
})
