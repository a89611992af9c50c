import { expect, test } from 'vitest'
import { openTestWire, type TestWire } from './test-wire.ts'

interface Published {
  id: string
  release: number
}

/** A category, a fact, an article with text, all in one release: the examples of the API's description. */
async function publishFee({ ask, admin }: TestWire): Promise<Published> {
  const post = async (path: string, body: unknown) => (await ask('POST', path, { key: admin, body })).json()
  await post('/categories', { slug: 'transfers', title: { ru: 'Переводы', en: 'Transfers' }, parent: null })
  await post('/facts', { key: 'fee.transfer', type: 'percent', title: { ru: 'Комиссия за перевод' }, values: [{ value: '1.5' }] })
  const { id } = await post('/articles', { slug: 'transfer-fee', category: 'transfers', tags: ['fees'], audience: 'public' })
  const saved = await ask('PUT', `/articles/${id}/translations/ru`, {
    key: admin,
    body: {
      title: 'Комиссия за перевод',
      shortAnswer: 'Комиссия — :fact[fee.transfer].',
      questions: ['сколько стоит перевод'],
      markdown: 'Комиссия за перевод — :fact[fee.transfer].\n\n:::only{audience=internal}\nСначала проверьте тариф.\n:::\n',
      variations: { ivr: { markdown: 'За перевод мы возьмём :fact[fee.transfer].' } },
    },
  })
  expect(saved.status).toBe(201)
  expect(saved.headers.get('etag')).toBe('"1"')
  const release = await ask('POST', '/releases', { key: admin, body: { note: 'Новая комиссия', articles: [id], facts: ['fee.transfer'] } })
  expect(release.status).toBe(201)
  return { id, release: (await release.json()).number }
}

test('what is written and released is said on every channel, to those who may read it', async () => {
  const wire = await openTestWire()
  const { ask, admin, makeKey } = wire
  await publishFee(wire)
  const website = await ask('GET', '/channels/website/answers/transfer-fee?locale=ru')
  expect(website.status).toBe(200)
  expect(website.headers.get('istok-release')).toBe('1')
  expect(website.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=30, stale-if-error=86400')
  expect(website.headers.get('access-control-allow-origin')).toBe('*')
  const rendition = await website.json()
  expect(rendition).toMatchObject({
    slug: 'transfer-fee',
    channel: 'website',
    profile: null,
    release: 1,
    category: 'transfers',
    tags: ['fees'],
  })
  expect(rendition.facts).toEqual({ 'fee.transfer': { type: 'percent', value: '1.5' } })
  expect(rendition.content.html).not.toContain('Сначала проверьте')
  expect((await ask('GET', '/channels/chatbot/answers/transfer-fee')).status).toBe(401)
  const bot = await makeKey(['read'], 'chatbot')
  expect((await ask('GET', '/channels/chatbot/answers/transfer-fee', { key: bot })).status).toBe(200)
  expect((await ask('GET', '/channels/ivr/answers/transfer-fee', { key: bot })).status).toBe(403)
  expect((await ask('GET', '/channels/operator/answers/transfer-fee', { key: await makeKey(['read']) })).status).toBe(403)
  const operator = await ask('GET', '/channels/operator/answers/transfer-fee', { key: admin })
  expect(operator.headers.get('cache-control')).toBe('private, no-cache')
  expect(await operator.text()).toContain('Сначала проверьте')
})

test('a profile, a language, a slug or a channel that is not there is named', async () => {
  const wire = await openTestWire()
  const { ask, admin } = wire
  await publishFee(wire)
  const answer = '/channels/chatbot/answers/transfer-fee'
  const telegram = await ask('GET', `${answer}?profile=telegram.html`, { key: admin })
  expect(await telegram.json()).toMatchObject({ profile: 'telegram.html' })
  const cases: [string, number, string][] = [
    [`${answer}?profile=fax`, 400, '?profile'],
    [`${answer}?locale=klingon!`, 400, '?locale'],
    [`${answer}?at=yesterday`, 400, '?at'],
    [`${answer}?at=2026-11-22T10:00:00%2B03:00&release=1`, 400, '?at'],
    [`${answer}?release=0`, 400, '?release'],
    [`${answer}?locale=ru&locale=en`, 400, '?locale'],
    [`${answer}?lang=ru`, 400, '?lang'],
    ['/channels/fax/answers/transfer-fee', 404, '/channel'],
  ]
  for (const [path, status, pointer] of cases) {
    const response = await ask('GET', path, { key: admin })
    expect(response.status, path).toBe(status)
    expect((await response.json()).errors[0].pointer, path).toBe(pointer)
  }
  expect((await ask('GET', `${answer}?locale=en`, { key: admin })).status).toBe(404)
  expect((await ask('GET', '/channels/website/answers/nothing')).status).toBe(404)
  expect((await ask('GET', '/releases/99', { key: admin })).status).toBe(404)
  expect((await ask('GET', '/releases/abc', { key: admin })).status).toBe(404)
})

test('conditional reads, lists, categories, feed and releases', async () => {
  const wire = await openTestWire()
  const { ask, admin } = wire
  await publishFee(wire)
  const path = '/channels/website/answers/transfer-fee?locale=ru'
  const etag = (await ask('GET', path)).headers.get('etag') ?? ''
  const again = await ask('GET', path, { headers: { 'If-None-Match': `"x", W/${etag}` } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  const list = await (await ask('GET', '/channels/website/answers?locale=ru&category=transfers&tag=fees')).json()
  expect(list).toMatchObject({ items: [{ slug: 'transfer-fee', category: 'transfers', tags: ['fees'] }], nextCursor: null })
  const tree = await (await ask('GET', '/channels/website/categories?locale=ru')).json()
  expect(tree.items).toMatchObject([{ slug: 'transfers', title: 'Переводы', count: 1 }])
  const feed = await (await ask('GET', '/channels/website/changes')).json()
  expect(feed).toMatchObject({ items: [{ release: 1, op: 'upsert', slug: 'transfer-fee', locale: 'ru' }], hasMore: false })
  expect((await (await ask('GET', `/channels/website/changes?after=${feed.nextCursor}`)).json()).items).toEqual([])
  const ahead = await ask('GET', `/channels/website/changes?after=${Number(feed.nextCursor) + 1}`)
  expect(ahead.status).toBe(410)
  expect(await ahead.json()).toMatchObject({ snapshot: '/api/v1/channels/website/answers' })
  expect(await (await ask('GET', '/releases/current')).json()).toMatchObject({ number: 1, note: null, author: null })
  const release = await (await ask('GET', '/releases/1', { key: admin })).json()
  expect(release).toMatchObject({ number: 1, note: 'Новая комиссия', changes: [{ slug: 'transfer-fee', op: 'upsert' }] })
  expect((await (await ask('GET', '/releases', { key: admin })).json()).items).toHaveLength(1)
})

test('a new value, a moved slug, a withdrawal and a rollback, and what was said before them', async () => {
  const wire = await openTestWire()
  const { ask, admin } = wire
  const { id } = await publishFee(wire)
  const path = '/channels/website/answers/transfer-fee'
  const fact = { type: 'percent', title: { ru: 'Комиссия' }, values: [{ value: '2' }] }
  expect((await ask('PUT', '/facts/fee.transfer', { key: admin, body: fact })).status).toBe(428)
  expect((await ask('PUT', '/facts/fee.transfer', { key: admin, body: fact, headers: { 'If-Match': '"9"' } })).status).toBe(412)
  expect(
    (await ask('PUT', '/facts/fee.transfer', { key: admin, body: { ...fact, key: 'other' }, headers: { 'If-Match': '"1"' } })).status,
  ).toBe(422)
  expect((await ask('PUT', '/facts/fee.transfer', { key: admin, body: fact, headers: { 'If-Match': '"1"' } })).status).toBe(200)
  expect((await ask('DELETE', '/facts/fee.transfer', { key: admin })).status).toBe(409)
  expect((await ask('POST', '/releases', { key: admin, body: { facts: ['fee.transfer'] } })).status).toBe(201)
  expect((await (await ask('GET', path)).json()).facts['fee.transfer'].value).toBe('2')
  expect((await (await ask('GET', `${path}?release=1`, { key: admin })).json()).facts['fee.transfer'].value).toBe('1.5')
  expect((await ask('GET', `${path}?release=1`)).status).toBe(401)
  await ask('PATCH', `/articles/${id}`, { key: admin, body: { slug: 'fee-of-transfer' } })
  await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  const moved = await ask('GET', `${path}?locale=ru`)
  expect(moved.status).toBe(301)
  expect(moved.headers.get('location')).toBe('/api/v1/channels/website/answers/fee-of-transfer?locale=ru')
  expect((await ask('POST', '/releases', { key: admin, body: { withdraw: [id] } })).status).toBe(201)
  expect((await ask('GET', '/channels/website/answers/fee-of-transfer')).status).toBe(410)
  const back = await ask('POST', '/releases/2/rollback', { key: admin, body: { note: 'ошибка' } })
  expect(back.status).toBe(201)
  expect((await (await ask('GET', path)).json()).facts['fee.transfer'].value).toBe('1.5')
})

test('a release that a channel cannot say is refused with every loss, and nothing changes', async () => {
  const wire = await openTestWire()
  const { ask, admin } = wire
  await publishFee(wire)
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'broken' } })).json()
  const saved = await ask('PUT', `/articles/${id}/translations/ru`, {
    key: admin,
    body: { title: 'Сломано', markdown: 'Тариф :fact[no.such].' },
  })
  expect((await saved.json()).warnings.length).toBeGreaterThan(0)
  const refused = await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  expect(refused.status).toBe(422)
  expect((await refused.json()).losses[0]).toMatchObject({ slug: 'broken', level: 'error' })
  expect(await (await ask('GET', '/releases/current')).json()).toMatchObject({ number: 1 })
  expect((await ask('GET', '/channels/website/answers/broken')).status).toBe(404)
})

test('a stream begins with what was missed, goes on with what comes, and ends with the process', async () => {
  const test = await openTestWire()
  const { ask, admin, wire } = test
  const { id } = await publishFee(test)
  const response = await ask('GET', '/channels/website/changes/stream', { headers: { 'Last-Event-ID': '0' } })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const events = readEvents(response)
  expect((await events.next()).value).toMatchObject({ data: { release: 1, slug: 'transfer-fee' } })
  await ask('POST', '/releases', { key: admin, body: { withdraw: [id] } })
  const second = (await events.next()).value
  expect(second).toMatchObject({ data: { release: 2, op: 'delete' } })
  expect(second?.id).toBe(second?.data.seq)
  wire.state.stopping.abort()
  expect((await events.next()).done).toBe(true)
  expect((await ask('GET', '/channels/website/changes/stream', { headers: { 'Last-Event-ID': 'x' } })).status).toBe(400)
})

async function* readEvents(response: Response): AsyncGenerator<{ id: number; data: { seq: number; release: number; op: string } }> {
  let text = ''
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk)
    const parts = text.split('\n\n')
    text = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1]
      if (data !== undefined) yield { id: Number(/^id: (\d+)$/m.exec(part)?.[1]), data: JSON.parse(data) }
    }
  }
}

test('a channel states what it serves', async () => {
  const wire = await openTestWire()
  const { ask, makeKey } = wire
  await publishFee(wire)
  const key = await makeKey(['read', 'ack'], 'chatbot')
  expect((await ask('POST', '/channels/chatbot/acks', { key, body: { release: 1, hashes: { 'transfer-fee': 'sha256-x' } } })).status).toBe(
    204,
  )
  expect((await ask('POST', '/channels/ivr/acks', { key, body: { release: 1 } })).status).toBe(403)
  const alone = await makeKey(['ack'])
  expect((await ask('POST', '/channels/operator/acks', { key: alone, body: { release: 1 } })).status).toBe(204)
  expect((await ask('GET', '/channels/chatbot/answers/transfer-fee?locale=ru', { key: alone })).status).toBe(403)
  const unknown = await ask('POST', '/channels/chatbot/acks', { key, body: { release: 7 } })
  expect(unknown.status).toBe(422)
  expect((await unknown.json()).errors[0].pointer).toBe('/release')
  expect((await ask('POST', '/channels/chatbot/acks', { key: await makeKey(['read']), body: { release: 1 } })).status).toBe(403)
})

test('pages of other sites may read with a key of theirs, never with a session', async () => {
  const { ask } = await openTestWire()
  const preflight = await ask('OPTIONS', '/channels/chatbot/answers/x', {
    headers: { Origin: 'https://shop.example', 'Access-Control-Request-Headers': 'authorization' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization')
  expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
  expect((await ask('OPTIONS', '/articles')).headers.get('access-control-allow-origin')).toBeNull()
})
