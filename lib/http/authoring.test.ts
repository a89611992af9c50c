import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { smallPicture } from './small-picture.fixture.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

/** A multipart form with one file, as a browser sends it. */
async function formOf(bytes: Uint8Array, name: string, field = 'file'): Promise<{ body: Uint8Array; headers: Record<string, string> }> {
  const form = new FormData()
  form.append(field, new File([new Uint8Array(bytes)], name))
  const response = new Response(form)
  return { headers: { 'Content-Type': response.headers.get('content-type') ?? '' }, body: new Uint8Array(await response.arrayBuffer()) }
}

async function waitForImport({ ask, admin }: TestWire, id: string) {
  for (;;) {
    const state = await (await ask('GET', `/imports/${id}`, { key: admin })).json()
    if (state.status !== 'running') return state
    await new Promise(resolve => setTimeout(resolve, 10))
  }
}

test('a draft is read with its version, saved against it, previewed, and never lost to a second editor', async () => {
  const { ask, admin } = await openTestWire()
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const path = `/articles/${id}/translations/ru`
  const save = (title: string, headers = {}) =>
    ask('PUT', path, { key: admin, headers, body: { title, markdown: 'Текст **важный**.', questions: ['как'] } })
  expect((await save('Карта')).status).toBe(201)
  expect((await save('Карта 2')).status).toBe(428)
  expect((await save('Карта 2', { 'If-Match': '"1"' })).headers.get('etag')).toBe('"2"')
  const stale = await save('Карта 3', { 'If-Match': '"1"' })
  expect(stale.status).toBe(412)
  expect(await stale.json()).toMatchObject({ code: 'conflict', current: { version: 2 } })
  expect((await save('Карта 3', { 'If-Match': 'W/"x"' })).status).toBe(400)
  const draft = await ask('GET', path, { key: admin })
  expect(draft.headers.get('etag')).toBe('"2"')
  expect(await draft.json()).toMatchObject({
    title: 'Карта 2',
    status: 'draft',
    markdown: 'Текст **важный**.\n',
    document: { type: 'doc' },
  })
  const preview = await (await ask('GET', `${path}/preview?channel=website`, { key: admin })).json()
  expect(preview.rendition.content.html).toContain('<strong>важный</strong>')
  expect((await ask('GET', `${path}/preview?channel=fax`, { key: admin })).status).toBe(404)
  expect((await ask('GET', path)).status).toBe(401)
})

test('who has just sent a text may ask for an answer without it', async () => {
  const { ask, admin } = await openTestWire()
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const save = (title: string, headers: Record<string, string>) =>
    ask('PUT', `/articles/${id}/translations/ru`, { key: admin, headers, body: { title, markdown: 'Текст :fact[no.such].' } })
  const first = await save('Карта', { Prefer: 'respond-async, return="minimal"; wait=10' })
  expect([first.status, first.headers.get('etag'), first.headers.get('preference-applied')]).toEqual([201, '"1"', 'return=minimal'])
  const known = ['articleId', 'hash', 'liveRelease', 'liveRevision', 'locale', 'outcome', 'outdatedVariations', 'status']
  const answer = await first.json()
  expect(Object.keys(answer).sort()).toEqual([...known, 'updatedAt', 'updatedBy', 'version', 'warnings'])
  expect(answer).toMatchObject({ outcome: 'created', version: 1, status: 'draft', warnings: [{ message: expect.anything() }] })
  const second = await save('Карта 2', { 'If-Match': '"1"', Prefer: 'return=representation' })
  expect(second.headers.get('preference-applied')).toBeNull()
  expect(await second.json()).toMatchObject({ outcome: 'saved', title: 'Карта 2', document: { type: 'doc' } })
})

test('revisions are listed, read and restored as the draft', async () => {
  const { ask, admin } = await openTestWire()
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const path = `/articles/${id}/translations/ru`
  await ask('PUT', path, { key: admin, body: { title: 'Первая', markdown: 'Один.' } })
  await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  await ask('PUT', path, { key: admin, headers: { 'If-Match': '"1"' }, body: { title: 'Вторая', markdown: 'Два.' } })
  const list = await (await ask('GET', `${path}/revisions`, { key: admin })).json()
  expect(list.items).toMatchObject([{ number: 1, title: 'Первая', isLive: true, releases: [1] }])
  expect(await (await ask('GET', `${path}/revisions/1`, { key: admin })).json()).toMatchObject({ title: 'Первая', markdown: 'Один.\n' })
  expect((await ask('POST', `${path}/revisions/1/restoration`, { key: admin })).status).toBe(428)
  const restored = await ask('POST', `${path}/revisions/1/restoration`, { key: admin, headers: { 'If-Match': '"2"' } })
  expect(restored.status).toBe(200)
  expect(await restored.json()).toMatchObject({ title: 'Первая', version: 3 })
})

test('documents that are hostile are refused at their place', async () => {
  const { ask, admin } = await openTestWire()
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const save = (body: unknown) => ask('PUT', `/articles/${id}/translations/ru`, { key: admin, body })
  let nested: unknown = { type: 'paragraph' }
  for (let depth = 0; depth < 90; depth += 1) nested = { type: 'quote', content: [nested] }
  const cases: [unknown, string][] = [
    [{ title: 'T', document: { type: 'doc', content: [{ type: 'iframe' }] } }, '/document/content/0'],
    [{ title: 'T', document: { type: 'doc', content: [nested] } }, '/document'],
    [{ title: 'T', markdown: '[x](&#106;avascript:alert(1))', unknown: 1 }, '/unknown'],
    [{ title: 'T', markdown: 'a', document: { type: 'doc', content: [] } }, '/'],
    [{ markdown: 'a' }, '/title'],
    [{ title: 'T', markdown: 'a', variations: { fax: { markdown: 'a' } } }, '/variations'],
  ]
  for (const [body, place] of cases) {
    const response = await save(body)
    expect(response.status, JSON.stringify(body).slice(0, 80)).toBe(422)
    const pointers = (await response.json()).errors.map((error: { pointer: string }) => error.pointer)
    expect(
      pointers.some((pointer: string) => pointer.startsWith(place)),
      `${place} in ${pointers}`,
    ).toBe(true)
  }
})

test('a picture is stored, shown to everybody only when a public answer shows it', async () => {
  const { ask, admin, app } = await openTestWire()
  const stored = await ask('POST', '/media', { key: admin, ...(await formOf(smallPicture(7), 'карта.png')) })
  expect(stored.status).toBe(201)
  const { id: media, url } = await stored.json()
  const get = (headers: Record<string, string> = {}) => app.request(`http://localhost${url}`, { headers })
  const asEditor = { Authorization: `Bearer ${admin}` }
  expect((await get()).status).toBe(404)
  expect((await get(asEditor)).headers.get('cache-control')).toBe('private, no-cache')
  const { id } = await (await ask('POST', '/articles', { key: admin, body: { slug: 'card' } })).json()
  const save = (markdown: string, version: string) =>
    ask('PUT', `/articles/${id}/translations/ru`, {
      key: admin,
      headers: version === '' ? {} : { 'If-Match': version },
      body: { title: 'Карта', markdown },
    })
  await save(`Текст.\n\n:::only{audience=internal}\n![схема](media:${media})\n:::\n`, '')
  await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  expect((await get()).status).toBe(404)
  await save(`Текст.\n\n![схема](media:${media})\n`, '"1"')
  await ask('POST', '/releases', { key: admin, body: { articles: [id] } })
  const shown = await get()
  expect(shown.status).toBe(200)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(shown.headers.get('cache-control')).toContain('immutable')
  expect(shown.headers.get('content-security-policy')).toContain('sandbox')
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(smallPicture(7)))
  expect((await get({ 'If-None-Match': shown.headers.get('etag') ?? '' })).status).toBe(304)
  expect((await app.request(`http://localhost${url.replace('.png', '.svg')}`)).status).toBe(404)
  expect((await app.request('http://localhost/media/..%2f..%2fistok.db')).status).toBe(404)
})

test('uploads that are no picture, no form, too many or too large are refused', async () => {
  const { ask, admin } = await openTestWire()
  const send = async (bytes: Uint8Array, name: string, field?: string) =>
    ask('POST', '/media', { key: admin, ...(await formOf(bytes, name, field)) })
  expect((await send(new TextEncoder().encode('<svg onload="alert(1)"></svg>'), 'a.png')).status).toBe(422)
  expect((await send(smallPicture(7), 'a.png', 'picture')).status).toBe(422)
  expect(
    (await ask('POST', '/media', { key: admin, body: 'x', headers: { 'Content-Type': 'multipart/form-data; boundary=b' } })).status,
  ).toBe(400)
  expect((await ask('POST', '/media', { key: admin, body: {} })).status).toBe(415)
  const large = await send(new Uint8Array(21 * 1024 * 1024), 'a.png')
  expect(large.status).toBe(413)
  expect((await large.json()).limit).toBe(20 * 1024 * 1024)
})

test('articles are imported from JSON and from a zip, and published at once when asked', async () => {
  const test = await openTestWire()
  const { ask, admin } = test
  const article = '---\ntitle: Карта\nslug: card\nlocale: ru\n---\n\nТекст.\n'
  const begun = await ask('POST', '/imports?publish=true', {
    key: admin,
    body: { format: 'markdown', files: [{ path: 'ru/card.md', content: article }] },
  })
  expect(begun.status).toBe(202)
  const report = await waitForImport(test, (await begun.json()).id)
  expect(report).toMatchObject({ status: 'done', created: 1, release: 1, problem: null })
  expect((await ask('GET', '/channels/website/answers/card')).status).toBe(200)
  const zip = zipSync({
    'ru/card.md': new TextEncoder().encode(article),
    'ru/pin.md': new TextEncoder().encode(article.replaceAll('card', 'pin')),
  })
  const second = await ask('POST', '/imports?dryRun=false', { key: admin, ...(await formOf(zip, 'base.zip')) })
  expect(await waitForImport(test, (await second.json()).id)).toMatchObject({ status: 'done', created: 1, skipped: 1 })
  expect((await ask('GET', '/channels/website/answers/pin')).status).toBe(404)
  expect((await ask('POST', '/imports?dryRun=maybe', { key: admin, body: { format: 'markdown', files: [] } })).status).toBe(400)
  expect((await ask('POST', '/imports', { key: admin, ...(await formOf(new Uint8Array([1, 2, 3]), 'a.zip')) })).status).toBe(422)
  const exported = await ask('GET', '/exports', { key: admin })
  expect(exported.headers.get('content-type')).toBe('application/zip')
  expect((await exported.arrayBuffer()).byteLength).toBeGreaterThan(100)
})
