import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { translationLimit } from '#lib/impact/measure-impact.ts'
import { readMediaImpact } from '#lib/impact/read-media-impact.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { changePicture } from './change-picture.ts'
import { createArticle } from './create-article.ts'
import { createSnippet } from './create-snippet.ts'
import { readContent, readDocuments } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'
import { storeMedia } from './store-media.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const png = (size: string) =>
  Buffer.from(`iVBORw0KGgoAAAANSUhEUgAAAA${size}AAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==`, 'base64')

async function put(istok: Istok, slug: string, markdown: string) {
  const { id } = await createArticle(istok, author, { slug })
  const { content } = readContent({ title: slug, shortAnswer: 'Да.', markdown })
  await saveTranslation(istok, author, { articleId: id, locale: 'ru', expectedVersion: null, content })
  return id
}

async function opened() {
  const istok = openTestIstok()
  const { id } = await storeMedia(istok, author, { bytes: png('E'), fileName: 'a.png' })
  const { id: other } = await storeMedia(istok, author, { bytes: png('I'), fileName: 'b.png' })
  const documents = readDocuments({ ru: { markdown: `![Карта проезда](media:${id})` } }).documents
  await createSnippet(istok, author, { key: 'map', title: { ru: 'Карта' }, documents })
  const articles = [
    await put(istok, 'office', `Вход.\n\n![Вход](media:${id})`),
    await put(istok, 'way', '::snippet{key=map}'),
    await put(istok, 'foreign', `![Чужая](media:${other})`),
  ]
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: ['map'], withdraw: [] })
  await put(istok, 'draft', `![Вход](media:${id})`)
  const said = async (slug: string) => {
    const found = await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null })
    return found.kind === 'found' ? found.reply.body.toString() : ''
  }
  return { istok, id, other, articles, said }
}

test('another alternative text is seen in each answer where the picture stands, also through a snippet, as the impact says', async () => {
  const { istok, id, said, articles } = await opened()
  const plan = { alts: { ru: 'Вход со двора' } }
  const impact = await readMediaImpact(istok, author, { id, plan })
  expect(impact).toMatchObject({ seen: 'with-release', articles: 2, translations: 2, draftsOnly: 1, unpublished: 0 })
  expect(impact.channels.website).toBe(2)
  expect(impact.items.map(({ slug, before, after }) => [slug, before[0], after[0]])).toEqual([
    ['office', '«Вход» — a.png, 1 × 1', '«Вход со двора» — a.png, 1 × 1'],
    ['way', '«Карта проезда» — a.png, 1 × 1', '«Вход со двора» — a.png, 1 × 1'],
  ])
  const changed = await changePicture(istok, author, { id, plan })
  expect(changed).toMatchObject({ snippets: ['map'], refused: [] })
  expect(changed.articles).toHaveLength(2)
  expect(await said('office')).toContain('Вход')
  expect(await said('office')).not.toContain('со двора')
  await publishRelease(istok, system, { note: '', articles: [articles[0] as string], facts: [], snippets: ['map'], withdraw: [] })
  for (const slug of ['office', 'way']) expect(await said(slug), slug).toContain('Вход со двора')
  expect(await said('foreign')).toContain('Чужая')
})

test('another picture comes in the place of one everywhere, with the text that stood there unless another is given', async () => {
  const { istok, id, other } = await opened()
  const impact = await readMediaImpact(istok, author, { id, plan: { into: other } })
  expect(impact.items[0]).toMatchObject({ slug: 'office', after: ['«Вход» — b.png, 2 × 1'] })
  await changePicture(istok, author, { id, plan: { into: other } })
  expect((await readMediaImpact(istok, author, { id: other, plan: { alts: { ru: 'Новая' } } })).draftsOnly).toBeGreaterThan(0)
})

test('what changes nothing, what is unknown and who may not write are refused; foreign articles are named', async () => {
  const { istok, id } = await opened()
  for (const plan of [{}, { alts: { ru: ' ' } }, { into: id }, { into: 'none' }])
    await expect(changePicture(istok, author, { id, plan }), JSON.stringify(plan)).rejects.toMatchObject({ code: 'invalid' })
  await expect(changePicture(istok, author, { id: 'none', plan: { into: id } })).rejects.toMatchObject({ code: 'not_found' })
  await expect(changePicture(istok, anonymous, { id, plan: { alts: { ru: 'а' } } })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(readMediaImpact(istok, anonymous, { id, plan: { alts: { ru: 'а' } } })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('of a picture in more answers than are compiled every one is counted, in the channels in which the compiled ones differ', async () => {
  const { istok, id, other } = await opened()
  const many = translationLimit + 3
  const articles: string[] = []
  for (let index = 0; index < many; index++) articles.push(await put(istok, `more-${index}`, `![Вход](media:${id})`))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  const impact = await readMediaImpact(istok, author, { id, plan: { into: other } })
  expect(impact).toMatchObject({ compiled: translationLimit, articles: many + 2, translations: many + 2, draftsOnly: 1 })
  expect(impact.channels.website).toBe(many + 2)
  expect(impact.items).toHaveLength(translationLimit)
  expect(await readMediaImpact(istok, author, { id, plan: { alts: { en: 'Entrance' } } })).toMatchObject({
    ...{ seen: 'nothing', compiled: 0, articles: 0, translations: 0, channels: {} },
  })
})

test('another picture of the same size, with the same text and name, is a difference all the same', async () => {
  const { istok, id, other } = await opened()
  await istok.database.writer.sqlite.prepare("UPDATE media SET file_name = 'a.png', width = 1, height = 1 WHERE id = ?").run(other)
  const impact = await readMediaImpact(istok, author, { id, plan: { into: other } })
  expect(impact).toMatchObject({ seen: 'with-release', articles: 2, translations: 2 })
  expect(impact.items.map(({ slug, channels }) => [slug, channels.includes('website')])).toEqual([
    ['office', true],
    ['way', true],
  ])
})
