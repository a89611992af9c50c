import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { storeMedia } from '#lib/authoring/store-media.ts'
import type { Block } from '#lib/document/types.ts'
import { smallPicture } from '#lib/http/small-picture.fixture.ts'
import { saveOrganisation } from '#lib/organisation/save-organisation.ts'
import { paragraph, putDraft, putSnippet, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { isPublicMedia } from './is-public-media.ts'
import { readOrganisation } from './read-organisation.ts'

const picture = (id: string): Block => ({ type: 'image', attrs: { src: `media:${id}`, alt: 'Картинка' } })
type Draft = Parameters<typeof putDraft>[1]

async function openPictures() {
  const istok = openTestIstok()
  const store = async (value: number) => (await storeMedia(istok, system, { bytes: smallPicture(value), fileName: 'p.png' })).id
  const release = async (request: { articles?: string[]; withdraw?: string[]; snippets?: string[] }) => {
    await publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [], ...request })
    await new Promise(resolve => setImmediate(resolve))
  }
  const publish = async (draft: Draft) => {
    const id = await putDraft(istok, draft)
    await release({ articles: [id] })
    return id
  }
  return { istok, store, publish, release, shows: (id: string) => isPublicMedia(istok, id) }
}

test('a picture is public while a public answer shows it, not before its release and not after its withdrawal', async () => {
  const { istok, store, release, shows } = await openPictures()
  const one = await store(1)
  const id = await putDraft(istok, { slug: 'a', blocks: [picture(one)] })
  expect(shows(one)).toBe(false)
  await release({ articles: [id] })
  expect(shows(one)).toBe(true)
  await putDraft(istok, { id, slug: 'a', blocks: [paragraph(text('Без картинки.'))] })
  expect(shows(one)).toBe(true)
  await release({ articles: [id] })
  expect(shows(one)).toBe(false)
  await putDraft(istok, { id, slug: 'a', blocks: [picture(one)] })
  await release({ articles: [id] })
  expect(shows(one)).toBe(true)
  await release({ withdraw: [id] })
  expect(shows(one)).toBe(false)
})

test('what only operators see is not public, although the same article is', async () => {
  const { store, publish, shows } = await openPictures()
  const [open, hidden, internal] = [await store(1), await store(2), await store(3)]
  const only: Block = { type: 'only', attrs: { audience: 'internal' }, content: [picture(hidden)] }
  await publish({ slug: 'a', blocks: [picture(open), only] })
  await publish({ slug: 'staff', audience: 'internal', blocks: [picture(internal), picture(open)] })
  expect([shows(open), shows(hidden), shows(internal)]).toEqual([true, false, false])
})

test('a picture of a snippet is public where a public answer has the snippet, and goes with it', async () => {
  const { istok, store, publish, release, shows } = await openPictures()
  const one = await store(1)
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [picture(one)] } })
  await release({ snippets: ['note'] })
  expect(shows(one)).toBe(false)
  await publish({ slug: 'staff', audience: 'internal', blocks: [{ type: 'snippet', attrs: { key: 'note' } }] })
  expect(shows(one)).toBe(false)
  await publish({ slug: 'a', blocks: [{ type: 'snippet', attrs: { key: 'note' } }] })
  expect(shows(one)).toBe(true)
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [paragraph(text('Без картинки.'))] } })
  await release({ snippets: ['note'] })
  expect(shows(one)).toBe(false)
})

test('words that look like the address of a picture do not make it public', async () => {
  const { store, publish, shows } = await openPictures()
  const [one, two] = [await store(1), await store(2)]
  await publish({ slug: 'a', blocks: [paragraph(text(`/media/${one}.png media:${one}`)), picture(two)] })
  expect([shows(one), shows(two)]).toEqual([false, true])
})

test.each(['', 'x', '%', '../secret', "' OR 1 --", '0'.repeat(32)])('the id “%s” of no picture is not public', async id => {
  const { store, publish, shows } = await openPictures()
  await publish({ slug: 'a', blocks: [picture(await store(1))] })
  expect(shows(id)).toBe(false)
})

test('the logo is public from the next request on and no longer when another is chosen; a lost one leaves a page without', async () => {
  const { istok, store, shows } = await openPictures()
  const one = await store(1)
  const settings = { name: { ru: 'Банк' }, accent: null, timeZone: 'UTC', locales: ['ru', 'en'] }
  expect(shows(one)).toBe(false)
  await saveOrganisation(istok, system, { ...settings, logo: one, expectedVersion: 0 })
  await new Promise(resolve => setImmediate(resolve))
  expect(shows(one)).toBe(true)
  expect(readOrganisation(istok)).toMatchObject({ name: { ru: 'Банк' }, logo: { path: `/media/${one}.png`, mediaType: 'image/png' } })
  istok.database.writer.sqlite.prepare('DELETE FROM media').run()
  expect(readOrganisation(istok).logo).toBeNull()
  await saveOrganisation(istok, system, { ...settings, logo: null, expectedVersion: 1 })
  await new Promise(resolve => setImmediate(resolve))
  expect(shows(one)).toBe(false)
})
