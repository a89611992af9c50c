import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { comparable, listenForTest } from './ask-server.fixture.ts'
import { openHotPath } from './hot.ts'
import { openTestWire } from './test-wire.ts'

/** A listening server with three public answers. */
async function openTestServer(variables: Record<string, string> = {}) {
  const test = await openTestWire(variables)
  const articles = []
  for (const slug of ['one', 'two', 'three'])
    articles.push(await putDraft(test.istok, { slug, category: 'cards', tags: ['fees'], blocks: [paragraph(text(`Ответ ${slug}.`))] }))
  await publishRelease(test.istok, system, { note: 'n', articles, facts: [], snippets: [], withdraw: [] })
  return { ...test, ...(await listenForTest(test)), articles }
}

const paths = [
  '/api/v1/channels/website/answers/one?locale=ru',
  '/api/v1/channels/website/answers/one',
  '/api/v1/channels/chatbot/answers/two?profile=telegram.html&locale=ru',
  '/api/v1/channels/operator/answers/two?locale=ru',
  '/api/v1/channels/website/answers?locale=ru&category=cards&tag=fees&limit=2',
  '/api/v1/channels/website/answers',
  '/ru/articles/one',
  '/ru/',
  '/ru/articles/one.md',
]

test.each(paths)('%s: the fast path sends what the route sends', async path => {
  const { hit, admin, wire } = await openTestServer()
  const headers: Record<string, string> = path.startsWith('/api') ? { Authorization: `Bearer ${admin}` } : {}
  const byRoute = await hit(path, headers)
  expect(byRoute.status).toBe(200)
  expect(wire.log.readyReplies).toBe(0)
  const hot = await hit(path, headers)
  expect(comparable(hot)).toEqual(comparable(byRoute))
  expect(wire.log.readyReplies).toBe(1)
  const etag = { ...headers, 'If-None-Match': byRoute.headers.etag ?? '' }
  const notModified = await hit(path, etag)
  expect(notModified.status).toBe(304)
  expect(notModified.body).toBe('')
  expect(notModified.headers['istok-release']).toBe('1')
  const slow = await hit(path, { ...etag, ...(path.startsWith('/api') ? { Cookie: 'a=b' } : { Authorization: `Bearer ${admin}` }) })
  expect(comparable(slow)).toEqual(comparable(notModified))
  const head = await hit(path, headers, 'HEAD')
  expect(head.status).toBe(200)
  expect(head.body).toBe('')
  expect(head.headers['content-length']).toBe(byRoute.headers['content-length'])
})

test('the fast path answers only what it has, and leaves the rest untouched', async () => {
  const { wire, hit } = await openTestServer()
  const isHot = (url: string, rawHeaders: string[] = [], method = 'GET') => {
    const response = { writeHead: () => undefined, end: () => undefined }
    const request = { method, url, rawHeaders, socket: { remoteAddress: '127.0.0.1' } }
    return openHotPath(wire)(request as never, response as never)
  }
  const answer = '/api/v1/channels/website/answers/one?locale=ru'
  expect(isHot(answer)).toBe(false)
  await hit(answer)
  expect(isHot(answer)).toBe(true)
  expect(isHot(answer, ['Cookie', 'next-auth.session-token=x'])).toBe(false)
  expect(isHot(answer, ['Authorization', 'Bearer istok_wrong'])).toBe(false)
  expect(isHot(answer, [], 'POST')).toBe(false)
  for (const url of [`${answer}&x=1`, `${answer}&locale=en`, `${answer}&release=1`, `${answer}&key=secret`, '/api/v1/articles', '/'])
    expect(isHot(url), url).toBe(false)
})

test('a release is seen by the very next request, on every channel', async () => {
  const { istok, hit, admin, articles } = await openTestServer()
  const path = '/api/v1/channels/chatbot/answers/one?locale=ru'
  const headers = { Authorization: `Bearer ${admin}` }
  for (let round = 2; round < 6; round += 1) {
    await hit(path, headers)
    await putDraft(istok, { id: articles[0] as string, slug: 'one', blocks: [paragraph(text(`Ответ номер ${round}.`))] })
    await publishRelease(istok, system, { note: 'n', articles: [articles[0] as string], facts: [], snippets: [], withdraw: [] })
    const reply = await hit(path, headers)
    expect(reply.headers['istok-release']).toBe(String(round))
    expect(reply.body).toContain(`Ответ номер ${round}.`)
  }
})

test('a key that is revoked, of another channel or over its limit gets nothing from memory', async () => {
  const { hit, makeKey, ask, admin } = await openTestServer({ ISTOK_RATE_LIMIT: '3' })
  const path = '/api/v1/channels/chatbot/answers/one?locale=ru'
  const key = await makeKey(['read'], 'chatbot')
  const headers = { Authorization: `Bearer ${key}` }
  await hit(path, headers)
  expect((await hit(path, headers)).status).toBe(200)
  expect((await hit(path)).status).toBe(401)
  expect((await hit(path, { Authorization: `Bearer ${await makeKey(['read'], 'ivr')}` })).status).toBe(403)
  let limited = await hit(path, headers)
  for (let count = 0; count < 5000 && limited.status === 200; count += 1) limited = await hit(path, headers)
  expect(limited.status).toBe(429)
  expect(limited.headers['content-type']).toContain('application/problem+json')
  const other = await makeKey(['read'], 'chatbot')
  expect((await hit(path, { Authorization: `Bearer ${other}` })).status).toBe(200)
  const { items } = await (await ask('GET', '/keys', { key: admin })).json()
  await ask('DELETE', `/keys/${items.at(-1).id}`, { key: admin })
  expect((await hit(path, { Authorization: `Bearer ${other}` })).status).toBe(401)
})

test('addresses that are no addresses are refused as problems', async () => {
  const { hit } = await openTestServer()
  for (const path of [
    '/api/v1/%',
    '/api/v1/channels/website/answers/%E0%A4%A',
    '/api/v1//articles',
    '/api/v1/../livez',
    '/api/v1/channels/website/answers/../../x',
  ]) {
    const reply = await hit(path)
    expect(reply.status, path).toBeLessThan(500)
    expect(reply.headers['content-type'], path).not.toContain('text/html')
  }
  const host = await hit('/api/v1/openapi.json', { Host: 'a b' })
  expect(host.status).toBe(400)
  expect(host.headers['content-type']).toContain('application/problem+json')
})
