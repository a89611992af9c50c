import { expect, test } from 'vitest'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { appendOutbox } from './append.ts'
import { listDeadLetters, replayDeadLetters } from './dead-letters.ts'
import { buryOutbox, claimOutbox, forgetDone, freeClaims, returnOutbox, settleOutbox } from './drain.ts'
import { giveLease, takeLease } from './take-lease.ts'

const append = (istok: Istok, ...keys: string[]) =>
  write(istok.database, tx =>
    appendOutbox(
      tx,
      keys.map(key => ({ topic: 'search', key, payload: {} })),
    ),
  )
const claim = (istok: Istok, limit = 10) => claimOutbox(istok.database, 'search', limit, 1000)
const keys = (rows: { key: string }[]) => rows.map(({ key }) => key)

/** Runs `work` with the clock that much later. */
async function later<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  setClock(() => Date.now() + milliseconds)
  try {
    return await work()
  } finally {
    setClock()
  }
}

test('rows are claimed once, in their order, and again when the claim ran out', async () => {
  const istok = openTestIstok()
  await append(istok, 'a', 'b', 'c')
  expect(keys(await claim(istok, 2))).toEqual(['a', 'b'])
  expect(keys(await claim(istok))).toEqual(['c'])
  expect(await claim(istok)).toEqual([])
  expect(keys(await later(2000, () => claim(istok)))).toEqual(['a', 'b', 'c'])
  await freeClaims(istok.database, 'search')
  expect(keys(await claim(istok))).toEqual(['a', 'b', 'c'])
})

test('what is returned comes back when its time has come, with its attempts counted where it was to blame', async () => {
  const istok = openTestIstok()
  await append(istok, 'a')
  await returnOutbox(istok.database, await claim(istok), 'the server is away', 5000.5, false)
  expect(await claim(istok)).toEqual([])
  const [row] = await later(6000, () => claim(istok))
  expect(row).toMatchObject({ key: 'a', attempts: 0 })
  await returnOutbox(istok.database, [row!], 'no', 0, true)
  expect((await claim(istok))[0]?.attempts).toBe(1)
})

test('what cannot be delivered is visible and can be sent again; what is done is forgotten after a while', async () => {
  const istok = openTestIstok()
  await append(istok, 'bad', 'good')
  const [bad, good] = await claim(istok)
  await buryOutbox(istok.database, [bad!], 'no such form')
  await settleOutbox(istok.database, [good!])
  expect(await listDeadLetters(istok, system)).toMatchObject([{ key: 'bad', error: 'no such form' }])
  expect(await replayDeadLetters(istok, system, 'search')).toBe(1)
  expect(keys(await claim(istok))).toEqual(['bad'])
  await forgetDone(istok.database, 'search', Date.now() + 1000)
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(1)
})

test('a lease has one owner; its epoch grows with each new one', async () => {
  const { database } = openTestIstok()
  expect(await takeLease(database, 'search', 'one', 1000)).toBe(1)
  expect(await takeLease(database, 'search', 'one', 1000)).toBe(1)
  expect(await takeLease(database, 'search', 'two', 1000)).toBeNull()
  expect(await later(2000, () => takeLease(database, 'search', 'two', 1000))).toBe(2)
  await giveLease(database, 'search', 'two')
  expect(await takeLease(database, 'search', 'one', 1000)).toBe(3)
})
