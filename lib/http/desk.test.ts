import { expect, test } from 'vitest'
import { openTestWire, type TestWire } from './test-wire.ts'

async function openDesk(): Promise<TestWire & { operator: string; id: string; publish: (text: string) => Promise<void> }> {
  const wire = await openTestWire()
  const { ask, admin, makeKey } = wire
  const { id } = (await (await ask('POST', '/articles', { key: admin, body: { slug: 'fee', owner: 'Анна' } })).json()) as { id: string }
  let version: number | null = null
  const publish = async (text: string) => {
    const headers = version === null ? undefined : { 'If-Match': `"${version}"` }
    const body = { title: 'Комиссия', shortAnswer: 'Коротко.', markdown: text }
    const saved = await ask('PUT', `/articles/${id}/translations/ru`, { key: admin, body, ...(headers && { headers }) })
    expect(saved.status).toBeLessThan(300)
    version = ((await saved.json()) as { version: number }).version
    expect((await ask('POST', '/releases', { key: admin, body: { note: 'x', articles: [id] } })).status).toBe(201)
  }
  await publish('Перевод стоит 10 ₽.\n\n:::only{audience=internal}\nТайная строка.\n:::')
  return { ...wire, id, publish, operator: await makeKey(['read', 'read:internal', 'events']) }
}

test('favourites are kept on the server for each person, and only for answers that exist', async () => {
  const { ask, operator, makeKey } = await openDesk()
  expect((await ask('PUT', '/operator/favourites/fee', { key: operator })).status).toBe(204)
  expect((await ask('PUT', '/operator/favourites/fee', { key: operator })).status).toBe(204)
  expect((await ask('PUT', '/operator/favourites/none', { key: operator })).status).toBe(404)
  expect(await (await ask('GET', '/operator/favourites?locale=ru', { key: operator })).json()).toEqual({ items: ['fee'] })
  const other = await makeKey(['read', 'read:internal', 'events'])
  expect(await (await ask('GET', '/operator/favourites?locale=ru', { key: other })).json()).toEqual({ items: [] })
  expect((await ask('DELETE', '/operator/favourites/fee', { key: operator })).status).toBe(204)
  expect(await (await ask('GET', '/operator/favourites?locale=ru', { key: operator })).json()).toEqual({ items: [] })
})

test('what changed since the last shift comes word by word, once', async () => {
  const { ask, operator, publish } = await openDesk()
  const news = async () =>
    (await (await ask('GET', '/operator/news?locale=ru', { key: operator })).json()) as {
      since: { release: number } | null
      seq: number
      items: { slug: string; fate: string; pieces: { fate: string; text: string }[] }[]
    }
  const first = await news()
  expect(first).toMatchObject({ since: null, items: [] })
  await ask('PUT', '/operator/shift', { key: operator, body: { seq: first.seq } })
  expect((await news()).items).toEqual([])
  await publish('Перевод стоит 15 ₽.')
  await publish('Перевод стоит 20 ₽.')
  const { items, since } = await news()
  expect(since?.release).toBe(1)
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({ slug: 'fee', fate: 'changed' })
  expect(items[0]?.pieces.filter(({ fate }) => fate !== 'same').map(({ fate, text }) => `${fate} ${text}`)).toEqual(
    expect.arrayContaining(['removed 10', 'added 20']),
  )
  await ask('PUT', '/operator/shift', { key: operator, body: { seq: 999_999 } })
  expect((await news()).items).toEqual([])
})

test('a report becomes an open task for the owner, with personal data masked, and is settled once', async () => {
  const { ask, operator, admin, istok } = await openDesk()
  const body = { slug: 'fee', locale: 'ru', kind: 'outdated', note: 'Клиент +7 916 123-45-67 говорит иначе' }
  const made = await ask('POST', '/reports', { key: operator, body })
  expect(made.status).toBe(201)
  const { id } = (await made.json()) as { id: string }
  const list = async (state = 'open') =>
    ((await (await ask('GET', `/reports?state=${state}`, { key: admin })).json()) as { items: Record<string, unknown>[] }).items
  expect(await list()).toMatchObject([
    { id, slug: 'fee', owner: 'Анна', kind: 'outdated', note: 'Клиент [phone] говорит иначе', release: 1 },
  ])
  expect((await ask('GET', '/reports', { key: operator })).status).toBe(403)
  expect((await ask('POST', `/reports/${id}/resolution`, { key: operator, body: {} })).status).toBe(403)
  expect((await ask('POST', `/reports/${id}/resolution`, { key: admin, body: { note: 'Исправлено' } })).status).toBe(204)
  expect((await ask('POST', `/reports/${id}/resolution`, { key: admin, body: {} })).status).toBe(409)
  expect(await list()).toEqual([])
  expect(await list('resolved')).toMatchObject([{ id, resolution: 'Исправлено' }])
  expect(JSON.stringify(istok.database.reader.sqlite.prepare('SELECT * FROM audit').all())).not.toMatch(/916[\s-]?123|123-?45-?67/)
})

test('nothing of the desk is for the public, a channel key or a reader of public answers', async () => {
  const { ask, makeKey } = await openDesk()
  const keys = [undefined, await makeKey(['read', 'ack', 'events'], 'chatbot'), await makeKey(['read', 'events'])]
  const report = { slug: 'fee', locale: 'ru', kind: 'wrong' }
  for (const key of keys) {
    for (const [method, path, body] of [
      ['GET', '/operator/favourites?locale=ru'],
      ['PUT', '/operator/favourites/fee'],
      ['DELETE', '/operator/favourites/fee'],
      ['GET', '/operator/news?locale=ru'],
      ['PUT', '/operator/shift', { seq: 1 }],
      ['GET', '/reports'],
      ['POST', '/reports', report],
      ['GET', '/embeddings'],
    ] as const) {
      const response = await ask(method, path, { ...(key && { key }), ...(body && { body }) })
      expect([401, 403], `${method} ${path}`).toContain(response.status)
      expect(await response.text()).not.toMatch(/Комиссия|Тайная/)
    }
  }
})
