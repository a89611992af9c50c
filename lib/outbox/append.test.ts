import { expect, test } from 'vitest'
import { outbox } from '#db/schema/search.ts'
import { write } from '#db/write.ts'
import { openTestIstok } from '../test-istok.ts'
import { appendOutbox } from './append.ts'

const row = (key: string) => ({ topic: 'search', key, payload: { articleId: key } })

test('side effects are kept in order, due at once or when they say', async () => {
  const istok = openTestIstok()
  await write(istok.database, tx => appendOutbox(tx, [row('a'), { ...row('b'), availableAt: 5 }]))
  const rows = await istok.database.reader.orm.select().from(outbox)
  expect(rows).toMatchObject([
    { key: 'a', state: 'pending', attempts: 0, payload: { articleId: 'a' } },
    { key: 'b', availableAt: 5 },
  ])
  expect(rows[0]?.availableAt).toBe(rows[0]?.createdAt)
})

test('they vanish with the transaction that fails', async () => {
  const istok = openTestIstok()
  const failing = write(istok.database, async tx => {
    await appendOutbox(tx, [row('a')])
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await istok.database.reader.orm.select().from(outbox)).toEqual([])
})

test('thousands fit, and nothing is nothing', async () => {
  const istok = openTestIstok()
  const many = Array.from({ length: 2_500 }, (_, index) => row(String(index)))
  await write(istok.database, tx => appendOutbox(tx, many))
  await write(istok.database, tx => appendOutbox(tx, []))
  const rows = await istok.database.reader.orm.select({ key: outbox.key }).from(outbox).orderBy(outbox.id)
  expect(rows.map(({ key }) => key)).toEqual(many.map(({ key }) => key))
})
