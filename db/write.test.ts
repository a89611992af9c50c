import { expect, test } from 'vitest'
import { openTestIstok } from '#lib/test-istok.ts'
import { setting } from './schema/access.ts'
import { release } from './schema/releases.ts'
import { write } from './write.ts'

test('transactions run one after the other and give back what they return', async () => {
  const { database } = openTestIstok()
  const order: string[] = []
  const one = (name: string) =>
    write(database, async tx => {
      order.push(`${name} begins`)
      await tx.orm.insert(setting).values({ key: name, value: name })
      await tx.pause()
      order.push(`${name} ends`)
      return name
    })
  expect(await Promise.all([one('a'), one('b')])).toEqual(['a', 'b'])
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('a failure in the middle leaves nothing behind and does not stop those who wait', async () => {
  const { database } = openTestIstok()
  const failing = write(database, async tx => {
    await tx.orm.insert(setting).values({ key: 'half', value: '' })
    throw new Error('stop')
  })
  const next = write(database, async tx => void (await tx.orm.insert(setting).values({ key: 'whole', value: '' })))
  await expect(failing).rejects.toThrow('stop')
  await next
  expect((await database.reader.orm.select().from(setting)).map(row => row.key)).toEqual(['whole'])
})

test('readers see nothing of a transaction before its commit', async () => {
  const { database } = openTestIstok()
  const count = () => database.reader.orm.select().from(setting).all().length
  await write(database, async tx => {
    await tx.orm.insert(setting).values({ key: 'a', value: '' })
    expect(count()).toBe(0)
  })
  expect(count()).toBe(1)
})

test('history can be neither changed nor deleted, whoever tries', async () => {
  const { database } = openTestIstok()
  const scope = { articles: [], facts: [], snippets: [], withdraw: [] }
  await write(
    database,
    async tx => void (await tx.orm.insert(release).values({ kind: 'publish', note: '', author: '', scope, publishedAt: 1 })),
  )
  await expect(write(database, async tx => void (await tx.orm.update(release).set({ note: 'x' })))).rejects.toThrow()
  await expect(write(database, async tx => void (await tx.orm.delete(release)))).rejects.toThrow()
})

test('every connection syncs each commit to the disk', () => {
  const { database } = openTestIstok()
  expect(database.writer.sqlite.pragma('synchronous', { simple: true })).toBe(2)
  expect(database.writer.sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
})
