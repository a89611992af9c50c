import { expect, test } from 'vitest'
import { openTestWire } from './test-wire.ts'

const remark = 'ТАЙНОЕ-ЗАМЕЧАНИЕ'
const note = 'ТАЙНАЯ-ЗАМЕТКА'
const draft = 'ТАЙНЫЙ-ЧЕРНОВИК'

async function openReviewed() {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const { ask, admin } = wire
  const put = (path: string, body: unknown, headers = {}) => ask('PUT', path, { key: admin, body, headers })
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const path = `/articles/${id}/translations/ru`
  await put(path, { title: 'Карта', markdown: 'Текст карты.' })
  await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  await put(path, { title: 'Карта', markdown: draft }, { 'If-Match': '"1"' })
  const { items } = await (await ask('POST', `/articles/${id}/reviews`, { key: admin, body: { note } })).json()
  const comment = await (
    await ask('POST', `/articles/${id}/comments`, { key: admin, body: { locale: 'ru', path: '/content/0', quote: draft, text: remark } })
  ).json()
  return { ...wire, id, review: items[0].id as string, comment: comment.id as string }
}

test('reviews and remarks are never in anything that is read outside', async () => {
  const { ask, app, makeKey, id, review, comment } = await openReviewed()
  const reader = await makeKey(['read', 'ack', 'events'])
  const paths = [
    '/channels/website/answers/card?locale=ru',
    '/channels/website/answers?locale=ru',
    '/channels/website/changes',
    '/releases',
    '/channels/website/search?locale=ru&q=card',
  ]
  const own = [`/reviews`, `/reviews/${review}`, `/articles/${id}/comments?locale=ru`, '/settings/workflow', '/views?list=articles']
  const seen: string[] = []
  for (const key of [undefined, reader]) {
    for (const path of paths) seen.push(await (await ask('GET', path, { key })).text())
    for (const path of own) {
      const reply = await ask('GET', path, { key })
      expect([401, 403], path).toContain(reply.status)
      seen.push(await reply.text())
    }
  }
  for (const page of ['/ru/', '/ru/articles/card', '/ru/articles/card.md', '/sitemap.xml', '/llms.txt', '/ru/feed.xml'])
    seen.push(await (await app.request(`http://localhost${page}`)).text())
  for (const secret of [remark, note, draft, review, comment])
    expect(
      seen.filter(text => text.includes(secret)),
      secret,
    ).toEqual([])
})

test('ids of things that do not exist, or are not one’s own, are refused on every route of the workflow', async () => {
  const { ask, admin, makeKey, id, review, comment } = await openReviewed()
  const writer = await makeKey(['read', 'read:internal', 'write'])
  const statusOf = async (method: string, path: string, body?: unknown, key = admin, headers = {}) =>
    (await ask(method, path, { key, body, headers })).status
  const foreign = '01900000-0000-7000-8000-000000000000'
  expect(await statusOf('GET', `/reviews/${foreign}`)).toBe(404)
  expect(await statusOf('PATCH', `/reviews/${foreign}`, { state: 'approved' })).toBe(404)
  expect(await statusOf('POST', `/articles/${foreign}/reviews`, {})).toBe(404)
  expect(await statusOf('POST', `/articles/${id}/reviews`, { locale: 'en' })).toBe(404)
  expect(await statusOf('GET', `/articles/${foreign}/comments?locale=ru`)).toBe(404)
  expect(await statusOf('POST', `/articles/${foreign}/comments`, { locale: 'ru', text: 'x' })).toBe(404)
  expect(await statusOf('POST', `/articles/${id}/comments`, { locale: 'ru', text: 'x', thread: foreign })).toBe(422)
  expect(await statusOf('POST', `/articles/${id}/comments`, { locale: 'ru', text: 'x', review: foreign })).toBe(422)
  expect(await statusOf('PATCH', `/comments/${foreign}`, { resolved: true })).toBe(404)
  expect(await statusOf('POST', `/articles/${foreign}/confirmations`)).toBe(404)
  expect(await statusOf('DELETE', `/views/${foreign}`)).toBe(404)
  expect(
    await statusOf('PUT', `/articles/${foreign}/translations/ru/match`, { source: 'en', sourceHash: 'x' }, admin, { 'If-Match': '"1"' }),
  ).toBe(404)
  expect(await statusOf('PUT', `/articles/${id}/translations/ru/match`, { source: 'en', sourceHash: 'x' })).toBe(428)
  const view = await (await ask('POST', '/views', { key: writer, body: { list: 'articles', name: 'v', query: '' } })).json()
  expect(await statusOf('DELETE', `/views/${view.id}`)).toBe(404)
  expect(await statusOf('PATCH', `/reviews/${review}`, { state: 'approved' }, writer)).toBe(403)
  expect(await statusOf('PATCH', `/reviews/${review}`, { state: 'rejected', reason: 'x' }, writer)).toBe(403)
  expect(await statusOf('PATCH', `/reviews/${review}`, { state: 'withdrawn' }, writer)).toBe(403)
  expect(await statusOf('PUT', '/settings/workflow', { approval: 'off' }, writer)).toBe(403)
  const reader = await makeKey(['read', 'read:internal'])
  expect(await statusOf('PATCH', `/comments/${comment}`, { resolved: true }, reader)).toBe(403)
  expect(await statusOf('POST', '/article-changes', { articles: [id], owner: 'x' }, reader)).toBe(403)
  expect(await statusOf('POST', '/reviews', { articles: [id] }, reader)).toBe(403)
})

test('a release without the approval that the house asks for is refused with the articles named', async () => {
  const { ask, admin, id, review } = await openReviewed()
  expect((await ask('PUT', '/settings/workflow', { key: admin, body: { approval: 'required' } })).status).toBe(200)
  const refused = await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({
    unapproved: [{ articleId: id, slug: 'card', locale: 'ru', title: 'Карта', reason: 'unapproved' }],
  })
  expect((await ask('PATCH', `/reviews/${review}`, { key: admin, body: { state: 'approved' } })).status).toBe(200)
  expect((await ask('POST', '/releases', { key: admin, body: { articles: [id] } })).status).toBe(201)
})
