import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openIstok } from '../istok.ts'
import { openTestWire } from './test-wire.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const path = '/settings/organisation'
const fields = { name: { ru: 'Ромашка', en: 'Daisy' }, logo: null, accent: null, timeZone: 'Europe/Moscow', locales: ['ru', 'en'] }

async function openOrganisation() {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const { ask, app, admin, istok } = wire
  const id = await putDraft(istok, { slug: 'card', title: 'Карта' })
  await publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  const save = (body: unknown, version: number, key = admin) => ask('PUT', path, { key, body, headers: { 'If-Match': `"${version}"` } })
  const page = async (address: string) => (await app.request(`http://localhost${address}`)).text()
  const storeLogo = async () => {
    const form = new FormData()
    form.append('file', new File([png], 'logo.png', { type: 'image/png' }))
    const headers = { Authorization: `Bearer ${admin}` }
    const reply = await app.request('http://localhost/api/v1/media', { method: 'POST', headers, body: form })
    return ((await reply.json()) as { id: string }).id
  }
  return { ...wire, save, page, storeLogo }
}

test('the site shows name, colour and logo with its next request; what was said before stays byte for byte', async () => {
  const { ask, app, save, page, storeLogo, admin, istok } = await openOrganisation()
  const at = encodeURIComponent(new Date().toISOString())
  const said = async () => (await ask('GET', `/channels/website/answers/card?locale=ru&at=${at}`, { key: admin })).text()
  const [before, history] = [await page('/ru/articles/card'), await said()]
  expect(history).toContain('Карта')
  const logo = await storeLogo()
  const file = `http://localhost/media/${logo}.png`
  expect((await app.request(file)).status).toBe(404)
  const reply = await save({ ...fields, logo, accent: '#FFD54F', timeZone: 'Asia/Tokyo' }, 0)
  expect([reply.status, reply.headers.get('etag')]).toEqual([200, '"1"'])
  const after = await page('/ru/articles/card')
  expect(after).not.toBe(before)
  expect(after).toContain('Ромашка')
  expect(after).toContain(`<img class="logo" src="/media/${logo}.png" alt="" width="1" height="1">`)
  expect(after).toContain(`<link rel="icon" href="/media/${logo}.png" type="image/png">`)
  expect(after).not.toContain('style="')
  expect((await app.request(file)).status).toBe(200)
  const [, sheet = ''] = /href="(\/assets\/[^"]+\/accent\.css)"/.exec(after) ?? []
  const style = await app.request(`http://localhost${sheet}`)
  expect(style.headers.get('cache-control')).toContain('immutable')
  expect(await style.text()).toContain(':root[data-theme="dark"]{--accent:#ffd54f')
  const tag = style.headers.get('etag') ?? ''
  expect((await app.request(`http://localhost${sheet}`, { headers: { 'If-None-Match': tag } })).status).toBe(304)
  expect(await said()).toBe(history)
  expect(istok.env.timeZone).toBe('Asia/Tokyo')
  const refused = await ask('DELETE', `/media/${logo}`, { key: admin, headers: { 'If-Match': '"1"' } })
  expect(refused.status).toBe(409)
})

test('time zone and languages of the setting go before the environment, at the start and in another process', async () => {
  const { istok, save, page } = await openOrganisation()
  const other = openIstok({ ...istok.env, locales: ['ru', 'en'] })
  await save({ ...fields, timeZone: 'Asia/Omsk', locales: ['ru'] }, 0)
  expect(istok.env.locales).toEqual(['ru'])
  expect(await page('/ru/')).not.toContain('hreflang="en"')
  const { memoryOf } = await import('#lib/delivery/memory.ts')
  memoryOf(other).fresh()
  expect([other.env.timeZone, other.env.locales]).toEqual(['Asia/Omsk', ['ru']])
  other.database.close()
  const later = openIstok({ ...istok.env, timeZone: 'Europe/Moscow', locales: ['ru', 'en'] })
  expect([later.env.timeZone, later.env.locales]).toEqual(['Asia/Omsk', ['ru']])
  later.database.close()
})

test('a language with published answers stays; the refusal names how many', async () => {
  const { istok, save } = await openOrganisation()
  const reply = await save({ ...fields, locales: ['en'] }, 0)
  expect(reply.status).toBe(409)
  expect(await reply.json()).toMatchObject({ locale: 'ru', count: 1, detail: expect.stringContaining('1 published') })
  expect(istok.env.locales).toEqual(['ru', 'en'])
})

test('only administrators read and save; wrong fields are named, an old version is refused, each change is in the log', async () => {
  const { ask, save, makeKey, admin } = await openOrganisation()
  const publisher = await makeKey(['read', 'read:internal', 'write', 'publish'])
  expect((await ask('GET', path)).status).toBe(401)
  expect((await ask('GET', path, { key: publisher })).status).toBe(403)
  expect((await save(fields, 0, publisher)).status).toBe(403)
  expect((await ask('PUT', path, { key: admin, body: fields })).status).toBe(428)
  const wrong = await save({ ...fields, name: { ru: ' ' }, accent: 'red;}', timeZone: 'Mars/Base', locales: ['ru', 'ru'] }, 0)
  expect(wrong.status).toBe(422)
  const { errors } = (await wrong.json()) as { errors: { pointer: string }[] }
  expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/accent', '/locales/1', '/name/ru', '/timeZone'])
  expect((await save({ ...fields, logo: '0'.repeat(32) }, 0)).status).toBe(422)
  expect((await save(fields, 0)).status).toBe(200)
  expect((await save({ ...fields, accent: '#112233' }, 0)).status).toBe(412)
  const { items } = await (await ask('GET', '/audit?action=setting.changed', { key: admin })).json()
  expect(items[0]).toMatchObject({ subject: 'setting:organisation', details: { after: { name: fields.name } } })
})
