import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { renderPage } from './render-page.ts'
import { openFilledSite, openTestSite } from './site.fixture.ts'

const form = (helpful: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: `helpful=${helpful}`,
})

test('the root leads to the language that the browser prefers, and says that it depends on it', async () => {
  const site = openTestSite()
  const wishes: [string | undefined, string][] = [
    [undefined, '/ru/'],
    ['en-US,ru;q=0.5', '/en/'],
    ['de, en;q=0.4, ru;q=0.6', '/ru/'],
    ['en;q=0', '/ru/'],
    ['*', '/ru/'],
  ]
  for (const [wish, location] of wishes) {
    const response = await site.ask('/', wish === undefined ? {} : { headers: { 'accept-language': wish } })
    expect([response.status, response.headers.get('location'), response.headers.get('vary')]).toEqual([302, location, 'Accept-Language'])
  }
})

test('pages carry the strict policy, an ETag, caching and the release; a known ETag is answered 304', async () => {
  const site = await openFilledSite()
  const response = await site.ask('/ru/articles/fee')
  const policy = response.headers.get('content-security-policy') ?? ''
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(rule)
  expect(policy).not.toContain('unsafe')
  expect(response.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=30, stale-if-error=86400')
  expect(response.headers.get('istok-release')).toBe('2')
  const etag = response.headers.get('etag') ?? ''
  const again = await site.ask('/ru/articles/fee', { headers: { 'if-none-match': etag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('no page has inline code or styles', async () => {
  const site = await openFilledSite()
  for (const path of ['/ru/', '/ru/articles/fee', '/ru/categories/transfers', '/ru/nope']) {
    const page = await site.body(path)
    expect(page).not.toMatch(/ style=| on[a-z]+="|<style|javascript:/i)
    expect(page.match(/<script(?! src="\/assets\/| type="application\/ld\+json")/g)).toBeNull()
  }
})

test('a page is sent compressed to whoever can read that, with a tag of its own', async () => {
  const site = await openFilledSite()
  const plain = await site.ask('/ru/articles/fee')
  const small = await site.ask('/ru/articles/fee', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(small.headers.get('content-encoding')).toBe('br')
  expect(small.headers.get('vary')).toBe('Accept-Encoding')
  expect(small.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(await plain.text())
})

test('the hot path has a page once it was made, whatever parameters follow, and not after the next release', async () => {
  const site = await openFilledSite()
  expect(renderPage(site.istok, '/ru/articles/fee')).toBeNull()
  const text = await site.body('/ru/articles/fee?utm_source=letter')
  expect(renderPage(site.istok, '/ru/articles/fee')?.body.toString()).toBe(text)
  expect(renderPage(site.istok, '/ru/articles/fee?utm_source=other')).toBe(renderPage(site.istok, '/ru/articles/fee'))
  await site.publish([{ slug: 'new' }])
  expect(renderPage(site.istok, '/ru/articles/fee')).toBeNull()
})

test('a changed slug leads on for ever, in the page and in its Markdown twin', async () => {
  const site = openTestSite()
  const [id] = await site.publish([{ slug: 'before' }])
  await site.publish([{ ...(id && { id }), slug: 'after' }])
  for (const [from, to] of [
    ['/ru/articles/before', '/ru/articles/after'],
    ['/ru/articles/before.md', '/ru/articles/after.md'],
  ] as const) {
    const response = await site.ask(from)
    expect([response.status, response.headers.get('location')]).toEqual([301, to])
  }
})

test('addresses with and without the slash are one', async () => {
  const site = await openFilledSite()
  for (const [from, to] of [
    ['/ru', '/ru/'],
    ['/ru/articles/fee/', '/ru/articles/fee'],
    ['/ru/categories', '/ru/'],
    ['/ru/articles/fee/feedback', '/ru/articles/fee'],
  ] as const) {
    const response = await site.ask(from)
    expect([response.status, response.headers.get('location')]).toEqual([301, to])
  }
})

test('what was withdrawn is 410, what never was is 404, and both show a way on', async () => {
  const site = await openFilledSite()
  const cases = [
    ['/ru/articles/old', 410, 'Ответ снят с публикации'],
    ['/ru/articles/nope', 404, 'Страница не найдена'],
    ['/en/categories/nope', 404, 'Page not found'],
    ['/wp-login.php', 404, 'Страница не найдена'],
    ['/de/', 404, 'Страница не найдена'],
  ] as const
  for (const [path, status, title] of cases) {
    const response = await site.ask(path)
    const page = await response.text()
    expect(response.status).toBe(status)
    expect(page).toContain(`<h1>${title}</h1>`)
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toMatch(/href="\/(ru|en)\/categories\/transfers"/)
  }
})

test('an answer that is missing in one language is offered in the other', async () => {
  const site = await openFilledSite()
  const response = await site.ask('/en/articles/card')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('<a href="/ru/articles/card" lang="ru" hreflang="ru">Русский</a>')
})

test('feedback works without a script: back to the article with thanks, and it is counted', async () => {
  const site = await openFilledSite()
  expect(await site.body('/ru/articles/fee')).toContain('method="post" action="/ru/articles/fee/feedback"')
  const response = await site.ask('/ru/articles/fee/feedback', form('no', { 'sec-fetch-site': 'same-origin' }))
  expect([response.status, response.headers.get('location')]).toEqual([303, '/ru/articles/fee?feedback=no#feedback'])
  expect(await site.body('/ru/articles/fee?feedback=no')).toContain('Мы перечитаем этот ответ')
  expect(site.istok.database.reader.sqlite.prepare('SELECT locale, channel, helpful FROM feedback').all()).toEqual([
    { locale: 'ru', channel: 'website', helpful: 0 },
  ])
})

test('feedback from the script is answered without a page', async () => {
  const site = await openFilledSite()
  expect((await site.ask('/ru/articles/fee/feedback', form('yes', { accept: 'application/json' }))).status).toBe(204)
})

test('a form of another site, of another shape or for an answer that is not there is refused', async () => {
  const site = await openFilledSite()
  const ask = async (path: string, init: RequestInit) => (await site.ask(path, init)).status
  expect(await ask('/ru/articles/fee/feedback', form('yes', { 'sec-fetch-site': 'cross-site' }))).toBe(403)
  expect(await ask('/ru/articles/fee/feedback', form('yes', { origin: 'https://evil.example' }))).toBe(403)
  expect(await ask('/ru/articles/fee/feedback', form('maybe'))).toBe(400)
  expect(await ask('/ru/articles/fee/feedback', { method: 'POST', body: 'helpful=yes' })).toBe(400)
  expect(await ask('/ru/articles/nope/feedback', form('yes'))).toBe(404)
  expect(await ask('/ru/articles/secret/feedback', form('yes'))).toBe(404)
  expect(await ask('/ru/articles/fee', form('yes'))).toBe(405)
})
