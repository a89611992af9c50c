import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { searchAnswers } from '../search-answers.ts'
import { openLiveHouse, openStubHouse, publish, withdraw } from './house.fixture.ts'
import { meiliClient } from './meili-client.ts'

const houses = {
  stub: openStubHouse,
  ...(process.env.MEILI_TEST_URL ? { 'the server at MEILI_TEST_URL': async () => openLiveHouse() } : {}),
}

test.each(Object.entries(houses))(
  '%s: built once, kept in step, rebuilt when it is lost, counts agree',
  { timeout: 120_000 },
  async (_, open) => {
    const { istok, meili, settle } = await open()
    const { meiliUrl: url = '', meiliKey: key, meiliIndex: index } = istok.env
    const client = meiliClient({ url, key })
    const rows = () => istok.database.reader.sqlite.prepare('SELECT count(*) FROM search_answer').pluck().get()
    const ask = (q: string) => searchAnswers(istok, system, { channel: 'website', locale: 'ru', q })
    const [id] = await publish(istok, { slug: 'a', title: 'Блокировка карты' }, { slug: 'b', title: 'Вклад' })
    await settle()
    expect(await client.count(index)).toBe(rows())
    expect(await client.listIndexes()).toContain(index)
    const newest = await client.put(index, [])
    await settle()
    await settle()
    // Nothing was changed meanwhile, so nothing was sent: the next task has the next number.
    expect(await client.put(index, [])).toBe(newest + 1)
    expect(await ask('карту заблокировать')).toMatchObject({ engine: 'meilisearch', degraded: false, total: 1 })
    await withdraw(istok, id!)
    await settle()
    expect(await client.count(index)).toBe(rows())
    expect(await ask('карту заблокировать')).toMatchObject({ total: 0 })
    await client.deleteIndex(index)
    for (let wait = 0; wait < 50 && (await client.hasIndex(index)); wait++) await new Promise(resolve => setTimeout(resolve, 100))
    expect(await ask('вклад')).toMatchObject({ engine: 'fts5', degraded: true, total: 1 })
    await settle()
    expect(await client.count(index)).toBe(rows())
    expect(await ask('вклад')).toMatchObject({ engine: 'meilisearch', total: 1 })
    expect(meili.replica.status().state).toBe('ok')
  },
)
