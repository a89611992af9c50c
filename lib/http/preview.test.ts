import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { channels } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { importFolder } from '#lib/exchange/import-folder.ts'
import { openTestWire } from './test-wire.ts'

interface Shown {
  channel: ChannelKind
  rendition: Record<string, unknown> | null
  profiles: Record<string, { mediaType: string; body: string }>
}

test('what an editor sees while typing is byte for byte what publishing stores: every article of the demo, every channel and dialect', async () => {
  const { istok, ask, admin: key } = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  await importFolder(istok, system, 'content', { publish: true, note: 'demo' })
  const articles = (await (await ask('GET', '/articles?limit=200', { key })).json()).items
  let compared = 0
  for (const { id, slug, translations } of articles)
    for (const { locale } of translations) {
      const path = `/articles/${id}/translations/${locale}`
      const { title, shortAnswer, questions, document, variations } = await (await ask('GET', path, { key })).json()
      const bare = Object.entries(variations as Record<string, { document: unknown }>).map(([kind, text]) => [
        kind,
        { document: text.document },
      ])
      const body = { title: ` ${title} `, shortAnswer, questions, document, variations: Object.fromEntries(bare) }
      const reply = await ask('POST', `${path}/preview`, { key, body })
      const previews: Shown[] = (await reply.json()).channels
      expect(previews.map(({ channel }) => channel)).toEqual(Object.keys(channels))
      for (const preview of previews) compared += await compare(preview, { slug, locale })
    }
  expect(compared).toBeGreaterThan(400)

  async function compare({ channel, rendition, profiles }: Shown, { slug, locale }: { slug: string; locale: string }): Promise<number> {
    const address = `/channels/${channel}/answers/${slug}?locale=${locale}`
    const stored = await ask('GET', address, { key })
    if (rendition === null) {
      expect(stored.status, `${channel} ${slug}`).toBe(404)
      return 0
    }
    const text = await stored.text()
    const { release, revision, publishedAt, validUntil } = JSON.parse(text)
    expect(JSON.stringify({ ...rendition, release, revision, publishedAt, validUntil }), `${channel} ${slug}`).toBe(text)
    for (const [profile, { mediaType, body }] of Object.entries(profiles)) {
      const dialect = (await (await ask('GET', `${address}&profile=${profile}`, { key })).json()).content
      const shown = mediaType === 'application/json' ? JSON.parse(body) : mediaType === 'text/plain' ? { text: body } : { mediaType, body }
      expect(dialect, `${channel} ${profile} ${slug}`).toEqual(shown)
    }
    return 1
  }
})

test('a preview stores nothing, whatever was typed; it is for those who write', async () => {
  const { istok, ask, admin: key, makeKey } = await openTestWire()
  const { id } = await (await ask('POST', '/articles', { key, body: { slug: 'fee' } })).json()
  const changes = () =>
    istok.database.reader.sqlite.prepare('SELECT (SELECT count(*) FROM audit) + (SELECT count(*) FROM translation) AS n').get()
  const before = changes()
  const path = `/articles/${id}/translations/ru/preview`
  const body = { title: '', markdown: 'Смотрите :fact[no.fact].' }
  const reply = await ask('POST', path, { key, body })
  expect(reply.status).toBe(200)
  const { channels: shown } = await reply.json()
  expect(shown[0].losses).toContainEqual(expect.objectContaining({ reason: 'fact-missing', level: 'error' }))
  expect(changes()).toEqual(before)
  expect((await ask('POST', path, { key: await makeKey(['read', 'read:internal']), body })).status).toBe(403)
  expect((await ask('POST', path, { body })).status).toBe(401)
  expect((await ask('POST', '/articles/none/translations/ru/preview', { key, body })).status).toBe(404)
  expect((await ask('POST', path, { key, body: { title: '', document: { type: 'doc', content: [{ type: 'script' }] } } })).status).toBe(422)
})
