import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestIstok } from '#lib/test-istok.ts'
import { backUp, restoreBackup } from './backup.ts'
import { openDatabase } from './open.ts'
import { setting } from './schema/access.ts'
import { write } from './write.ts'

test('a backup taken while rows are written restores to a whole database with everything that was acknowledged before it', async () => {
  const { database } = openTestIstok()
  const put = (key: string) => write(database, async tx => void (await tx.orm.insert(setting).values({ key, value: key })))
  mkdirSync(join(database.dataDir, 'media'))
  writeFileSync(join(database.dataDir, 'media/a.png'), 'picture')
  for (let i = 0; i < 200; i++) await put(`before-${i}`)
  const target = join(database.dataDir, 'backup')
  const during = Promise.all(Array.from({ length: 200 }, (_, i) => put(`during-${i}`)))
  await backUp(database, target)
  await during
  const dataDir = join(database.dataDir, 'restored')
  await restoreBackup(target, dataDir)
  const restored = openDatabase(dataDir)
  const keys = (await restored.reader.orm.select().from(setting)).map(row => row.key)
  restored.close()
  expect(keys.filter(key => key.startsWith('before-'))).toHaveLength(200)
  expect(readFileSync(join(dataDir, 'media/a.png'), 'utf8')).toBe('picture')
})

test('a changed or missing file is refused by name and nothing appears', async () => {
  const { database } = openTestIstok()
  const target = join(database.dataDir, 'backup')
  await backUp(database, target)
  writeFileSync(join(target, 'istok.db'), 'damaged')
  const dataDir = join(database.dataDir, 'restored')
  await expect(restoreBackup(target, dataDir)).rejects.toThrow(/istok\.db was changed/)
  expect(existsSync(dataDir)).toBe(false)
  await expect(backUp(database, target)).rejects.toThrow(/exists already/)
  await expect(restoreBackup(join(database.dataDir, 'nowhere'), dataDir)).rejects.toThrow(/no backup/)
})

test('a directory that holds something is never overwritten', async () => {
  const { database } = openTestIstok()
  const target = join(database.dataDir, 'backup')
  await backUp(database, target)
  await expect(restoreBackup(target, database.dataDir)).rejects.toThrow(/not empty/)
})
