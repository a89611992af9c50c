import { expect, test } from 'vitest'
import { expectRefusal, openHouse } from './house.fixture.ts'

const badInstants = [
  '',
  'yesterday',
  '2026-13-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-01-01T25:00:00Z',
  '1700000000000',
  '-1',
  '+275760-09-13T00:00:00.001Z',
  '2026-01-01T00:00:00+99:00',
  '٢٠٢٦-٠١-٠١T00:00:00Z',
]

test('dates that are none are refused where they stand', async () => {
  const { ask, admin, articles } = await openHouse()
  for (const instant of badInstants) {
    const { errors } = await expectRefusal(
      await ask('GET', `/channels/website/answers/first?at=${encodeURIComponent(instant)}`, { key: admin }),
      `at=${instant}`,
      [400],
    )
    expect(errors?.[0]?.pointer).toBe('?at')
    const scheduled = await expectRefusal(
      await ask('POST', '/releases', { key: admin, body: { articles: [articles[0]], publishAt: instant } }),
      `publishAt ${instant}`,
      [422],
    )
    expect(scheduled.errors?.[0]?.pointer).toBe('/publishAt')
    for (const member of ['validFrom', 'validTo']) {
      const body = { key: 'a.b', type: 'number', title: { ru: 'A' }, values: [{ value: '1', [member]: instant }] }
      const problem = await expectRefusal(await ask('POST', '/facts', { key: admin, body }), `${member} ${instant}`, [422])
      expect(problem.errors?.[0]?.pointer).toBe(`/values/0/${member}`)
    }
    await expectRefusal(await ask('GET', `/audit?from=${encodeURIComponent(instant)}`, { key: admin }), `audit from ${instant}`, [400])
    await expectRefusal(
      await ask('POST', '/keys', { key: admin, body: { name: 'x', scopes: ['read'], expiresAt: instant } }),
      `expiresAt ${instant}`,
      [422],
    )
  }
  for (const publishAt of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z'])
    await expectRefusal(await ask('POST', '/releases', { key: admin, body: { articles: [articles[0]], publishAt } }), publishAt, [422])
  const values = [{ value: '1', validFrom: '2027-01-02T00:00:00Z', validTo: '2027-01-01T00:00:00Z' }]
  await expectRefusal(
    await ask('POST', '/facts', { key: admin, body: { key: 'a.b', type: 'number', title: { ru: 'A' }, values } }),
    'validity backwards',
    [422],
  )
})

test('what belongs to somebody else is not found', async () => {
  const { ask, admin, articles } = await openHouse()
  const [first, second] = articles
  const get = (path: string) => ask('GET', path, { key: admin })
  await expectRefusal(await get(`/articles/${second}/translations/ru/revisions/2`), 'a revision of another article', [404])
  await expectRefusal(await get(`/articles/${first}/translations/en/revisions/1`), 'a revision of another language', [404])
  for (const n of ['0', '-1', '1.5', '1e3', 'x', '99999999999999999999'])
    await expectRefusal(await get(`/articles/${first}/translations/ru/revisions/${n}`), `revision ${n}`, [404])
  const post = (path: string, body?: unknown) => ask('POST', path, { key: admin, body, headers: { 'If-Match': '"1"' } })
  await expectRefusal(
    await post(`/articles/${second}/translations/ru/revisions/2/restoration`),
    'restoration of another’s revision',
    [404, 415],
  )
  await expectRefusal(await ask('PATCH', `/categories/${first}`, { key: admin, body: { position: 1 } }), 'an article as a category', [404])
  await expectRefusal(await ask('PATCH', `/users/${first}`, { key: admin, body: { name: 'x' } }), 'an article as a user', [404])
  for (const path of [`/keys/${first}`, `/schedules/${first}`, `/snippets/fee.transfer`, `/facts/contacts`, `/users/${first}/sessions`])
    await expectRefusal(await ask('DELETE', path, { key: admin, headers: { 'If-Match': '"1"' } }), path, [404])
  for (const body of [
    { articles: ['first'] },
    { articles: [second, second] },
    { facts: ['contacts'] },
    { snippets: ['fee.transfer'] },
    { withdraw: ['nothing'] },
    { articles: [first], withdraw: [first] },
    {},
  ])
    await expectRefusal(await post('/releases', body), JSON.stringify(body), [422])
  await expectRefusal(await post('/releases/99/rollback', {}), 'rollback of nothing', [404])
  await expectRefusal(await post('/channels/chatbot/acks', { release: 99 }), 'ack of nothing', [422])
  await expectRefusal(await get('/channels/website/answers/first?release=99'), 'release 99', [404])
  await expectRefusal(await get('/channels/website/answers/first?release=1&at=2026-01-01T00:00:00Z'), 'release and at', [400])
  await expectRefusal(await get(`/articles/${first}/translations/ru/preview?channel=fax`), 'preview in no channel', [400, 404, 422])
})

test('unknown channels, profiles, locales, cursors and limits are refused with their names', async () => {
  const { ask, admin } = await openHouse()
  const get = (path: string) => ask('GET', path, { key: admin })
  for (const channel of ['fax', 'Website', 'website%20', '__proto__', 'constructor', 'toString', '..%2f'])
    await expectRefusal(await get(`/channels/${channel}/answers/first`), channel, [404])
  for (const profile of ['fax', '__proto__', 'constructor', 'TELEGRAM.HTML', ''])
    expect(
      (await expectRefusal(await get(`/channels/chatbot/answers/first?profile=${profile}`), profile, [400])).errors?.[0]?.pointer,
    ).toBe('?profile')
  for (const locale of ['', 'xx-', '../ru', 'r'.repeat(40), 'ru\u0000', '__proto__'])
    expect(
      (await expectRefusal(await get(`/channels/website/answers?locale=${encodeURIComponent(locale)}`), locale, [400])).errors?.[0]
        ?.pointer,
    ).toBe('?locale')
  for (const limit of ['0', '-1', '201', '1.5', '1e9', 'NaN', 'Infinity', '1e400', '0x10x', '٣'])
    expect((await expectRefusal(await get(`/channels/website/answers?limit=${limit}`), limit, [400])).errors?.[0]?.pointer).toBe('?limit')
  for (const cursor of [
    'x',
    '%00',
    Buffer.from('1 ../x').toString('base64url'),
    Buffer.from('9999999999999999 a').toString('base64url'),
    'A'.repeat(500),
    'A'.repeat(600),
  ]) {
    for (const path of [
      '/channels/website/answers',
      '/articles',
      '/facts',
      '/snippets',
      '/tags',
      '/media',
      '/keys',
      '/users',
      '/audit',
      '/releases',
    ])
      expect((await expectRefusal(await get(`${path}?cursor=${cursor}`), `${path} ${cursor}`, [400, 422])).errors?.[0]?.pointer, path).toBe(
        '?cursor',
      )
  }
  for (const after of ['x', '-1', '1.5', '9'.repeat(30)])
    await expectRefusal(await get(`/channels/website/changes?after=${after}`), after, [400])
  await expectRefusal(await get('/articles?status=x'), 'status', [400])
  await expectRefusal(await get('/articles?limit=1&limit=2'), 'limit twice', [400])
})

test('long and malformed addresses are refused or not found', async () => {
  const { app, ask, admin } = await openHouse()
  const get = (path: string) => ask('GET', path, { key: admin })
  const long = 'a'.repeat(100_000)
  await expectRefusal(await get(`/channels/website/answers/${long}`), 'a long slug')
  await expectRefusal(await get(`/channels/website/answers?tag=${long}`), 'a long tag')
  await expectRefusal(await get(`/channels/website/answers?${long}=1`), 'a long parameter')
  await expectRefusal(await get(`/channels/website/answers?${'a=1&'.repeat(20_000)}`), 'many parameters')
  await expectRefusal(await get(`/articles/${long}`), 'a long id')
  for (const text of ['%ff', '%c0%af', '%', '%zz', '%00', '%0d%0aX-Injected:%20yes', '..%2f..%2fetc%2fpasswd', '%e2%80%ae']) {
    for (const path of [
      `/api/v1/channels/website/answers/${text}`,
      `/api/v1/articles/${text}`,
      `/api/v1/facts/${text}`,
      `/media/${text}.png`,
      `/media/${text}`,
      `/developers/assets/${text}`,
      `/ru/articles/${text}`,
      `/assets/x/${text}`,
      `/${text}`,
    ]) {
      const response = await app.request(`http://localhost${path}`, { headers: { Authorization: `Bearer ${admin}` } })
      expect([400, 404], path).toContain(response.status)
      expect(response.headers.get('x-injected'), path).toBeNull()
    }
  }
  for (const path of [`/ru/articles/${long}`, `/ru/articles?page=${long}`, `/${long}`])
    expect((await app.request(`http://localhost${path}`)).status, path.slice(0, 30)).toBe(404)
})

test('headers that are no headers of ours are refused', async () => {
  const { ask, admin, articles } = await openHouse()
  const text = { title: 'x', markdown: 'x' }
  for (const tag of ['x', '"x"', '"1', '1"', '*x', '"-1"', '"1e3"', '"99999999999999999999"', 'W/"x"']) {
    const response = await ask('PUT', `/articles/${articles[0]}/translations/ru`, { key: admin, body: text, headers: { 'If-Match': tag } })
    await expectRefusal(response, `If-Match ${tag}`, [400, 412, 422])
  }
  await expectRefusal(await ask('PUT', `/articles/${articles[0]}/translations/ru`, { key: admin, body: text }), 'no If-Match', [428])
  for (const key of ['', '""', 'a b', 'x'.repeat(300), '"é"']) {
    const response = await ask('POST', '/tags', { key: admin, body: { slug: 'x y' }, headers: { 'Idempotency-Key': key } })
    await expectRefusal(response, `Idempotency-Key ${key}`, [400, 422])
  }
  for (const id of ['x', '-1', '1.5']) {
    const response = await ask('GET', '/channels/website/changes/stream', { key: admin, headers: { 'Last-Event-ID': id } })
    await expectRefusal(response, `Last-Event-ID ${id}`, [400])
  }
  for (const authorization of ['Bearer', 'Bearer ', 'Basic YTpi', 'bearer a b', `Bearer ${'x'.repeat(5000)}`, 'Digest x'])
    await expectRefusal(await ask('GET', '/articles', { headers: { Authorization: authorization } }), authorization, [401])
  for (const type of ['text/plain', 'application/json-patch+json', 'multipart/form-data', '', 'application/x-www-form-urlencoded', '*/*']) {
    const response = await ask('POST', '/tags', { key: admin, body: '{"slug":"new"}', headers: { 'Content-Type': type } })
    await expectRefusal(response, `Content-Type ${type}`, [415])
  }
})
