import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { listDeadLetters } from '#lib/outbox/dead-letters.ts'
import { paragraph, text } from '#lib/release/draft.fixture.ts'
import { openTestIstok } from '../../test-istok.ts'
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

test.each(Object.entries(houses))(
  '%s: texts that no server likes are taken over, or refused alone',
  { timeout: 120_000 },
  async (_, open) => {
    const { istok, settle } = await open()
    const { meiliUrl: url = '', meiliKey: key, meiliIndex: index } = istok.env
    const client = meiliClient({ url, key })
    await settle()
    const words = Array.from({ length: 70_000 }, (_, number) => `слово${number}`)
    const paragraphs = Array.from({ length: 70 }, (_, part) => paragraph(text(words.slice(part * 1000, (part + 1) * 1000).join(' '))))
    await publish(
      istok,
      { slug: 'long', title: 'Длинное правило', blocks: paragraphs },
      { slug: 'word', title: `Слово ${'ж'.repeat(300)}`, questions: ['щ'.repeat(2000)] },
      { slug: 'lone', title: 'Половина \ud83d знака', blocks: [paragraph(text('\udc00 и ещё \ud800'))], questions: ['\ud83d'] },
      { slug: 'null', title: 'Ноль \u0000 внутри', blocks: [paragraph(text('\u0000\u0001\ufffe\uffff'))] },
      { slug: 'number', title: 'NaN Infinity -0', blocks: [paragraph(text('NaN null undefined 1e999'))] },
      { id: `a.b:c/${'x'.repeat(300)}`, slug: 'name', title: 'Имя' },
      { slug: 'good', title: 'Хороший вклад' },
    )
    await settle()
    const dead = await listDeadLetters(istok, system)
    expect(dead.map(letter => letter.key.slice(0, 5))).toEqual(['a.b:c'])
    const rows = istok.database.reader.sqlite.prepare('SELECT count(*) FROM search_answer').pluck().get() as number
    expect(await client.count(index)).toBe(rows - 1)
    const find = async (q: string) =>
      (await searchAnswers(istok, system, { channel: 'website', locale: 'ru', q })).items.map(({ slug }) => slug)
    expect(await find('хороший вклад')).toEqual(['good'])
    expect(await find('длинное правило')).toEqual(['long'])
    expect(await find('половина знака')).toEqual(['lone'])
    expect(await find('имя')).toContain('name')
  },
)

test.each(Object.entries(houses))(
  '%s: order, scores and confidence are those of the embedded engine, and fall together',
  { timeout: 120_000 },
  async (_, open) => {
    const { istok, settle } = await open()
    const beside = openTestIstok()
    const drafts = [
      { slug: 'block', title: 'Как заблокировать карту', questions: ['потерял карту', 'украли карту'] },
      { slug: 'reissue', title: 'Перевыпуск карты', blocks: [paragraph(text('Карту, которую заблокировали, перевыпускают за день.'))] },
      { slug: 'pin', title: 'ПИН-код не подходит', blocks: [paragraph(text('После трёх ошибок карту нельзя использовать до утра.'))] },
      { slug: 'fee', title: 'Комиссия за перевод с карты на карту' },
      { slug: 'loan', title: 'Кредит наличными' },
    ]
    await publish(istok, ...drafts)
    await publish(beside, ...drafts)
    await settle()
    for (const q of ['заблокировать карту', 'карта', 'потеряла карту что делать', 'карта не подходит', 'перевод карта']) {
      const ask = (asked: typeof istok) => searchAnswers(asked, system, { channel: 'website', locale: 'ru', q })
      const [there, here] = [await ask(istok), await ask(beside)]
      expect(there.engine).toBe('meilisearch')
      const seen = ({ items }: typeof here) => items.map(({ slug, score, confidence }) => ({ slug, score, confidence }))
      expect(seen(there).length).toBeGreaterThan(0)
      // It may propose fewer; what it proposes stands as it would without it.
      const proposed = new Set(there.items.map(({ slug }) => slug))
      expect(
        seen(here).filter(({ slug }) => proposed.has(slug)),
        q,
      ).toEqual(seen(there))
      for (const items of [there.items, here.items]) {
        expect(items.map(({ score }) => score)).toEqual(items.map(({ score }) => score).toSorted((a, b) => b - a))
      }
    }
  },
)
