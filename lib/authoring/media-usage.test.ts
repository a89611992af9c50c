import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createSnippet } from './create-snippet.ts'
import { deleteMedia } from './delete-media.ts'
import { listMedia } from './list-media.ts'
import { readContent, readDocuments } from './read-content.ts'
import { readMedia } from './read-media.ts'
import { readMediaUsage } from './read-media-usage.ts'
import { renameMedia } from './rename-media.ts'
import { saveTranslation } from './save-translation.ts'
import { storeMedia } from './store-media.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

async function write(istok: Istok, id: string, markdown: string, expectedVersion: number | null) {
  const { content } = readContent({ title: 'Статья', shortAnswer: 'Да.', markdown })
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion, content })
}

test('a picture is listed with its places and alternative texts, drafted and live, and through snippets', async () => {
  const istok = openTestIstok()
  const { id } = await storeMedia(istok, author, { bytes: png, fileName: 'a.png' })
  await createSnippet(istok, author, {
    ...{ key: 'map', title: { ru: 'Карта' } },
    documents: readDocuments({ ru: { markdown: `![Карта проезда](media:${id})` } }).documents,
  })
  const article = await createArticle(istok, author, { slug: 'office' })
  await write(istok, article.id, `![Вход](media:${id})\n\n::snippet{key=map}`, null)
  await publishRelease(istok, system, { note: '', articles: [article.id], facts: [], snippets: ['map'], withdraw: [] })
  await write(istok, article.id, `![Вход со двора](media:${id})`, 1)
  const { usage, alts, inHistory } = await readMediaUsage(istok, author, { id })
  expect(alts).toEqual([
    { place: 'office', kind: 'article', locale: 'ru', state: 'draft', alt: 'Вход со двора' },
    { place: 'office', kind: 'article', locale: 'ru', state: 'live', alt: 'Вход' },
    { place: 'map', kind: 'snippet', locale: 'ru', state: 'draft', alt: 'Карта проезда' },
  ])
  expect(usage.live.map(({ slug, via }) => [slug, via])).toEqual([
    ['office', null],
    ['office', 'map'],
  ])
  expect(usage.channels.website).toBe(1)
  expect(inHistory).toBe(true)
  await expect(readMediaUsage(istok, anonymous, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('only a picture that nothing shows and nothing published ever showed is removed, with its file', async () => {
  const istok = openTestIstok()
  const { id } = await storeMedia(istok, author, { bytes: png, fileName: 'a.png' })
  const { path } = await readMedia(istok, { id })
  const article = await createArticle(istok, author, { slug: 'office' })
  await write(istok, article.id, `![Вход](media:${id})`, null)
  await expect(deleteMedia(istok, author, { id })).rejects.toMatchObject({
    code: 'conflict',
    details: { extra: { usage: { drafts: [{ slug: 'office' }] } } },
  })
  await write(istok, article.id, 'Без картинки.', 1)
  await deleteMedia(istok, author, { id, expectedVersion: 1 })
  expect(existsSync(path)).toBe(false)
  expect((await listMedia(istok, author)).items).toEqual([])

  await storeMedia(istok, author, { bytes: png, fileName: 'a.png' })
  await write(istok, article.id, `![Вход](media:${id})`, 2)
  const publish = () => publishRelease(istok, system, { note: '', articles: [article.id], facts: [], snippets: [], withdraw: [] })
  await publish()
  await write(istok, article.id, 'Без картинки.', 3)
  await publish()
  await expect(deleteMedia(istok, author, { id })).rejects.toMatchObject({ code: 'conflict', details: { extra: { history: true } } })
  expect(existsSync(path)).toBe(true)
})

test('a picture is found by its name and called otherwise; its address stays', async () => {
  const istok = openTestIstok()
  const { id } = await storeMedia(istok, author, { bytes: png, fileName: 'Вход.png' })
  expect(await renameMedia(istok, author, { id, expectedVersion: 1, fileName: 'Подъезд.png' })).toMatchObject({ id, version: 2 })
  expect((await listMedia(istok, author, { q: 'подъЕЗД' })).items).toHaveLength(1)
  expect((await listMedia(istok, author, { q: 'вход' })).items).toHaveLength(0)
  await expect(renameMedia(istok, author, { id, expectedVersion: 1, fileName: 'b.png' })).rejects.toMatchObject({
    details: { status: 412 },
  })
  for (const fileName of ['', '../b.png', 'a\nb.png', 'x'.repeat(201)])
    await expect(renameMedia(istok, author, { id, fileName })).rejects.toMatchObject({ code: 'invalid' })
})
