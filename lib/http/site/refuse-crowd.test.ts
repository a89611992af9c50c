import { expect, test } from 'vitest'
import { ask as askTable } from '#db/schema/learning.ts'
import { openTestWire } from '../test-wire.ts'

const browser = { Accept: 'text/html,application/xhtml+xml', 'Content-Type': 'application/x-www-form-urlencoded' }

test('who asks the site too often is told so by a page in the language of the site, with the time to wait', async () => {
  const { app, istok } = await openTestWire({ ISTOK_RATE_LIMIT: '2' })
  const post = (path: string, headers: Record<string, string>) =>
    app.request(`http://localhost${path}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ question: 'где <карта>', conversation: 'conversation-1' }),
    })
  for (const _ of [1, 2]) expect((await post('/ru/ask', browser)).status).toBe(200)
  const refused = await post('/ru/ask', browser)
  expect(refused.status).toBe(429)
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    ...{ 'content-type': 'text/html; charset=utf-8', 'content-language': 'ru', 'cache-control': 'no-store' },
    ...{ 'ratelimit-policy': '"default";q=200;w=60', 'x-content-type-options': 'nosniff' },
  })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const page = await refused.text()
  expect(page).toMatch(/role="alert">С вашего адреса пришло очень много запросов[^<]*<\/p><textarea[^>]*>\nгде &lt;карта&gt;<\/textarea>/)
  expect(page).toContain('name="conversation" value="conversation-1"')
  expect(await (await post('/ru/ask', { ...browser, 'Sec-Fetch-Site': 'cross-site' })).text()).not.toContain('где')
  expect(await (await app.request('http://localhost/en/search?q=card', { headers: browser })).text()).toContain(
    '<h1>Too many requests</h1>',
  )
  expect(await istok.database.reader.orm.select().from(askTable)).toHaveLength(2)
})

test('programs are refused as RFC 9457 writes it, also on the address of a page', async () => {
  const { app, ask } = await openTestWire({ ISTOK_RATE_LIMIT: '1' })
  await app.request('http://localhost/ru/search?q=card')
  const refusals = [
    await app.request('http://localhost/ru/search?q=card'),
    await ask('GET', '/channels/website/search?q=card&locale=ru', { headers: { Accept: 'text/html' } }),
  ]
  for (const refusal of refusals) {
    expect([refusal.status, refusal.headers.get('content-type')]).toEqual([429, 'application/problem+json; charset=utf-8'])
  }
})
