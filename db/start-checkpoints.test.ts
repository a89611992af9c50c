import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTestIstok } from '#lib/test-istok.ts'
import { setting } from './schema/access.ts'
import { startCheckpoints } from './start-checkpoints.ts'
import { write } from './write.ts'

test('the log is emptied into the database beside the commits, and by SQLite itself once that has stopped', async () => {
  const { database } = openTestIstok()
  const stop = startCheckpoints(database)
  const { sqlite } = database.writer
  expect(sqlite.pragma('wal_autocheckpoint', { simple: true })).toBe(0)
  const before = statSync(database.file).size
  const value = 'x'.repeat(64 * 1024)
  for (let i = 0; i < 100; i++) await write(database, async tx => void (await tx.orm.insert(setting).values({ key: `k${i}`, value })))
  const enough = before + 5_000_000
  for (let i = 0; i < 100 && statSync(database.file).size <= enough; i++) await wait(100)
  expect(statSync(database.file).size).toBeGreaterThan(enough)
  await stop()
  expect(sqlite.pragma('wal_autocheckpoint', { simple: true })).toBe(1000)
  expect(database.reader.orm.select().from(setting).all()).toHaveLength(100)
})
