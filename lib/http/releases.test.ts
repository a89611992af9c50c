import { expect, test } from 'vitest'
import { channelKinds } from '#lib/compile/channels.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { openTestWire } from './test-wire.ts'

test('everything about releases that are not made yet is refused to keys without the right, also with ids of others', async () => {
  const { istok, ask, makeKey, admin } = await openTestWire()
  const article = await putDraft(istok, { slug: 'one' })
  const reader = await makeKey(['read', 'read:internal'])
  const writer = await makeKey(['read', 'write'])
  for (const key of [undefined, reader, writer]) {
    const refused = key === undefined ? 401 : 403
    for (const [method, path, body] of [
      ['POST', '/releases/preview', { articles: [article] }],
      ['POST', '/releases/preview/translation', { articles: [article], articleId: article, locale: 'ru' }],
      ['GET', '/releases/1/rollback', undefined],
      ['GET', '/schedules/x/preview', undefined],
      ['PATCH', '/schedules/x', { publishAt: null }],
      ['DELETE', '/schedules/x', undefined],
    ] as const) {
      expect([path, (await ask(method, path, { key, body })).status]).toEqual([path, refused])
    }
  }
  expect((await ask('GET', '/pending')).status).toBe(401)
  expect((await ask('GET', '/pending', { key: await makeKey(['read']) })).status).toBe(403)
  expect((await ask('GET', '/pending/facts')).status).toBe(401)
  expect((await ask('GET', '/pending/facts/ids', { key: await makeKey(['read']) })).status).toBe(403)
  expect((await ask('GET', '/pending/media', { key: admin })).status).toBe(404)
  expect((await ask('GET', '/switches?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z', { key: writer })).status).toBe(403)
  for (const path of ['/schedules/foreign/preview', '/releases/99/rollback']) {
    expect((await ask('GET', path, { key: admin })).status).toBe(404)
  }
  expect((await ask('POST', '/releases/preview', { key: admin, body: { articles: ['foreign'] } })).status).toBe(422)
})

test('what is pending is gone from the list when it is released', async () => {
  const { istok, ask, admin } = await openTestWire()
  const article = await putDraft(istok, { slug: 'one', title: 'Первая' })
  const pending = async () =>
    (await (await ask('GET', '/pending', { key: admin })).json()) as { articles: { id: string; status: string }[] }
  expect((await pending()).articles).toMatchObject([{ id: article, status: 'draft', translations: [{ locale: 'ru', title: 'Первая' }] }])
  await ask('POST', '/releases', { key: admin, body: { articles: [article] } })
  expect((await pending()).articles).toEqual([])
  await putDraft(istok, { id: article, slug: 'one', title: 'Вторая' })
  expect((await pending()).articles).toMatchObject([{ id: article, status: 'changed' }])
})

test('what was said in a release is told channel by channel, the operators’ only to those who may read it', async () => {
  const { istok, ask, admin, makeKey } = await openTestWire()
  const article = await putDraft(istok, { slug: 'one', title: 'Первая' })
  await ask('POST', '/releases', { key: admin, body: { articles: [article] } })
  await putDraft(istok, { id: article, slug: 'uno', title: 'Вторая' })
  await ask('POST', '/releases', { key: admin, body: { articles: [article] } })
  const said = async (key: string, query: string) => {
    const reply = await ask('GET', `/articles/${article}/renditions?locale=ru${query}`, { key })
    return ((await reply.json()) as { items: { channel: string; slug: string; release: number; reply: { title: string } }[] }).items
  }
  expect((await said(admin, '&release=1')).map(({ channel, slug, reply }) => [channel, slug, reply.title])).toEqual(
    channelKinds.map(channel => [channel, 'one', 'Первая']),
  )
  expect((await said(admin, '')).map(({ slug, release }) => [slug, release])).toEqual(channelKinds.map(() => ['uno', 2]))
  expect(await said(admin, '&release=0')).toEqual([])
  expect((await said(await makeKey(['read']), '')).map(({ channel }) => channel)).toEqual(channelKinds.filter(kind => kind !== 'operator'))
  expect((await said(await makeKey(['read'], 'ivr'), '')).map(({ channel }) => channel)).toEqual(['ivr'])
  await ask('POST', '/releases', { key: admin, body: { withdraw: [article] } })
  expect(await said(admin, '')).toEqual([])
})

test('who serves a release is told, with the first confirmation of it', async () => {
  const { istok, ask, admin, makeKey } = await openTestWire()
  const article = await putDraft(istok, { slug: 'one' })
  await ask('POST', '/releases', { key: admin, body: { articles: [article] } })
  expect(await (await ask('GET', '/releases/1/acks', { key: admin })).json()).toEqual({ items: [] })
  await ask('POST', '/channels/ivr/acks', { key: await makeKey(['read', 'ack'], 'ivr'), body: { release: 1 } })
  expect(await (await ask('GET', '/releases/1/acks', { key: admin })).json()).toMatchObject({
    items: [{ consumer: 'test', channel: 'ivr', release: 1 }],
  })
})
