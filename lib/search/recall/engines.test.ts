import { describe, expect, test } from 'vitest'
import type { Audience } from '#lib/document/types.ts'
import { paragraph, text } from '#lib/release/draft.fixture.ts'
import type { Istok } from '../../istok.ts'
import { openTestIstok } from '../../test-istok.ts'
import { readSynonyms } from '../analyser/synonyms.ts'
import { openLiveHouse, openStubHouse, publish, withdraw } from '../meili/house.fixture.ts'
import { enginesOf } from './open-engines.ts'
import { wordsOfText } from './read-words.ts'
import type { RecallEngine } from './recall-engine.ts'

/** A place with an engine, and what to wait for after a release until the engine must know it. */
interface Place {
  istok: Istok
  engine: RecallEngine
  settle(): Promise<void>
}

const engines: Record<string, () => Promise<Place>> = {
  fts5: async () => {
    const istok = openTestIstok()
    return { istok, engine: enginesOf(istok).embedded, settle: async () => undefined }
  },
  'meilisearch, stub': async () => {
    const { istok, meili, settle } = await openStubHouse()
    return { istok, engine: meili.engine, settle }
  },
}
if (process.env.MEILI_TEST_URL) {
  engines['meilisearch at MEILI_TEST_URL'] = async () => {
    const { istok, meili, settle } = openLiveHouse()
    return { istok, engine: meili.engine, settle }
  }
}

const synonyms = readSynonyms([])

interface Asked {
  channel?: string
  audience?: Audience
  locale?: string
  categories?: string[] | null
  tag?: string | null
  limit?: number
}

/** Ids of what the engine finds. */
async function find({ engine }: Place, q: string, asked: Asked = {}): Promise<string[]> {
  const request = { channel: 'website', audience: 'public' as const, locale: 'ru', categories: null, tag: null, limit: 100, ...asked }
  const found = await engine.recall({ ...request, words: wordsOfText(q, synonyms) })
  for (const { score } of found) expect(score).toBeGreaterThanOrEqual(0)
  return found.map(({ articleId }) => articleId)
}

const only = (words: string) => ({ type: 'only' as const, attrs: { audience: 'internal' as const }, content: [paragraph(text(words))] })

describe.each(Object.entries(engines))('%s', { timeout: 60_000 }, (_, open) => {
  test('finds by any form of a word, by title, questions, body, tags and codes', async () => {
    const place = await open()
    const [card, , code] = await publish(
      place.istok,
      { slug: 'card', title: 'Блокировка карты', questions: ['потерял кошелёк что делать'], tags: ['bezopasnost'] },
      { slug: 'loan', title: 'Кредит наличными', blocks: [paragraph(text('Справка не нужна.'))] },
      { slug: 'code', title: 'Ошибка', blocks: [paragraph(text('Код ERR-1024 означает обрыв связи; отчёт 3-НДФЛ ни при чём.'))] },
    )
    await place.settle()
    for (const q of ['карта', 'картами', 'кошельки', 'Блокировки Карт']) expect(await find(place, q), q).toEqual([card])
    for (const q of ['err-1024', 'ERR 1024', '3-ндфл']) expect(await find(place, q), q).toContain(code)
    for (const q of ['rfhnf', 'kartu', 'счет']) expect(await find(place, q), q).toEqual(q === 'счет' ? [] : [card])
    expect(await find(place, 'ничего такого нет')).not.toContain(card)
  })

  test('ё and е, accents, soft hyphens and case are one', async () => {
    const place = await open()
    const [id] = await publish(place.istok, { slug: 'account', title: 'Счёт за пла\u00adтёж' })
    await place.settle()
    for (const q of ['счет', 'счёт', 'СЧЁТ', 'сче\u0308т', 'платеж']) expect(await find(place, q), q).toEqual([id])
  })

  test('each filter holds: channel, audience, language, category, tag', async () => {
    const place = await open()
    const [everywhere, botOnly, internal] = await publish(
      place.istok,
      { slug: 'a', title: 'Вклад', category: 'deposits', tags: ['safe'], blocks: [paragraph(text('Всем.')), only('Секретный ковчег.')] },
      { slug: 'b', title: 'Вклад в боте', channels: ['chatbot'], category: 'bots' },
      { slug: 'c', title: 'Вклад сотрудника', audience: 'internal' },
    )
    const [english] = await publish(place.istok, {
      id: everywhere,
      slug: 'a',
      title: 'Deposit вклад',
      locale: 'en',
      category: 'deposits',
      tags: ['safe'],
    })
    await place.settle()
    expect(english).toBe(everywhere)
    expect(await find(place, 'вклад')).toEqual([everywhere])
    expect((await find(place, 'вклад', { channel: 'chatbot' })).sort()).toEqual([everywhere, botOnly].sort())
    const all = await find(place, 'вклад', { channel: 'operator', audience: 'internal' })
    expect(all).toContain(internal)
    expect(await find(place, 'ковчег')).toEqual([])
    expect(await find(place, 'ковчег', { channel: 'operator', audience: 'internal' })).toEqual([everywhere])
    expect(await find(place, 'сотрудника')).toEqual([])
    expect(await find(place, 'вклад', { categories: ['bots'], channel: 'chatbot' })).toEqual([botOnly])
    expect(await find(place, 'вклад', { categories: [] })).toEqual([])
    expect(await find(place, 'вклад', { tag: 'safe', channel: 'chatbot' })).toEqual([everywhere])
    expect(await find(place, 'вклад', { tag: 'x" OR locale = "ru' })).toEqual([])
    expect(await find(place, 'deposit', { locale: 'en' })).toEqual([everywhere])
  })

  test('a new release takes the place of the former one, and what is withdrawn is gone', async () => {
    const place = await open()
    const [id] = await publish(place.istok, { slug: 'a', title: 'Старое название' })
    await place.settle()
    await publish(place.istok, { id: id!, slug: 'a', title: 'Новое имя' })
    await place.settle()
    expect(await find(place, 'старое')).toEqual([])
    expect(await find(place, 'имя')).toEqual([id])
    await withdraw(place.istok, id!)
    await place.settle()
    expect(await find(place, 'имя')).toEqual([])
  })

  test('more words in common come first, and at most so many as were asked for', async () => {
    const place = await open()
    const [both] = await publish(
      place.istok,
      { slug: 'both', title: 'Комиссия за перевод' },
      { slug: 'one', title: 'Перевод по телефону' },
      { slug: 'two', title: 'Комиссия банкомата' },
    )
    await place.settle()
    expect((await find(place, 'комиссия перевод'))[0]).toBe(both)
    expect(await find(place, 'комиссия перевод', { limit: 1 })).toEqual([both])
  })

  test('words that are as rare as each other and never meet find the answers of each, and so does a rare word beside common ones', async () => {
    const place = await open()
    const [transfer, card, visa] = await publish(
      place.istok,
      { slug: 'transfer', title: 'Перевод за границу' },
      { slug: 'card', title: 'Закрыть карту' },
      { slug: 'visa', title: 'Виза и договор' },
      { slug: 'open', title: 'Открыть карту' },
    )
    await place.settle()
    expect((await find(place, 'перевод виза')).sort()).toEqual([transfer, visa].sort())
    expect((await find(place, 'перевод закрыть договор')).sort()).toEqual([transfer, card, visa].sort())
    expect(await find(place, 'закрыть карту виза')).toEqual(expect.arrayContaining([card, visa]))
    expect(await find(place, 'закрыть карту слоны')).toContain(card)
    expect(await find(place, 'перевод виза', { limit: 1 })).toHaveLength(1)
  })

  test('no text makes it fail', async () => {
    const place = await open()
    await publish(place.istok, { slug: 'a', title: 'Карта' })
    await place.settle()
    const strange = [
      ...[
        '"',
        "'; DROP TABLE search_answer; --",
        'AND OR NOT NEAR(карта',
        'карта* ^ title: {body}',
        '-карта',
        '\u0000\ud800',
        '😀',
        'שלום مرحبا',
      ],
      ...['(a+)+$'.repeat(200), 'слово '.repeat(2000), 'я'.repeat(10_000), '%_\\', 'карта"карта'],
    ]
    for (const q of strange) await expect(find(place, q), q.slice(0, 20)).resolves.toBeInstanceOf(Array)
    expect(await find(place, '   ')).toEqual([])
  })
})
