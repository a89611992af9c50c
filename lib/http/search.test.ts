import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestWire } from './test-wire.ts'

async function openBank() {
  const wire = await openTestWire()
  const articles = [
    await putDraft(wire.istok, { slug: 'block-card', title: 'Как заблокировать карту', blocks: [paragraph(text('Откройте приложение.'))] }),
    await putDraft(wire.istok, { slug: 'secret', title: 'Внутренний регламент', audience: 'internal' }),
  ]
  await publishRelease(wire.istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return wire
}

const at = (path: string, q: string) => `/channels/${path}?q=${encodeURIComponent(q)}`

test('a question over the wire finds its answer and says what was repaired', async () => {
  const { ask } = await openBank()
  const reply = await ask('GET', at('website/search', 'pf,kjrbhjdfnm rfhne'))
  expect(reply.status).toBe(200)
  expect(reply.headers.get('Istok-Release')).toBe('1')
  expect(await reply.json()).toMatchObject({
    items: [
      {
        slug: 'block-card',
        confidence: 'exact',
        matchedBy: ['layout'],
        snippet: { text: expect.stringContaining('Откройте приложение.'), ranges: [] },
      },
    ],
    ...{ total: 1, corrected: { query: 'заблокировать карту', kind: 'layout', applied: true }, degraded: false, release: 1 },
  })
})

test('an empty question is refused, any other text is answered', async () => {
  const { ask } = await openBank()
  for (const path of ['/channels/website/search', at('website/search', ''), at('website/search', '  ')]) {
    expect((await ask('GET', path)).status, path).toBe(400)
  }
  for (const q of ['"', 'a OR (', '*', '😀', '\u0000', "'; DROP TABLE article; --", 'а'.repeat(2000)]) {
    expect((await ask('GET', at('website/search', q))).status, q).toBe(200)
  }
})

test('an internal answer is found in its channel only, by whom may read it', async () => {
  const { ask, admin, makeKey } = await openBank()
  expect(await (await ask('GET', at('website/search', 'регламент'))).json()).toMatchObject({ items: [], total: 0 })
  expect(await (await ask('GET', at('website/suggest', 'регл'))).json()).toMatchObject({ items: [] })
  expect((await ask('GET', at('operator/search', 'регламент'))).status).toBe(401)
  expect((await ask('GET', at('operator/search', 'регламент'), { key: await makeKey(['read']) })).status).toBe(403)
  expect((await (await ask('GET', at('operator/search', 'регламент'), { key: admin })).json()).items[0].slug).toBe('secret')
})

test('suggestions complete what is being typed', async () => {
  const { ask } = await openBank()
  const { items } = await (await ask('GET', at('website/suggest', 'забл'))).json()
  expect(items).toContainEqual({ text: 'заблокировать', slug: null })
  expect(items).toContainEqual({ text: 'Как заблокировать карту', slug: 'block-card' })
})
