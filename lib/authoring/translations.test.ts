import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { confirmVariation } from './confirm-variation.ts'
import { createArticle } from './create-article.ts'
import { createFact } from './create-fact.ts'
import { deleteArticle } from './delete-article.ts'
import { listArticles } from './list-articles.ts'
import { listRevisions } from './list-revisions.ts'
import { previewContent, previewTranslation } from './preview-translation.ts'
import { readArticle } from './read-article.ts'
import { type ContentInput, readContent } from './read-content.ts'
import { readRevision } from './read-revision.ts'
import { readTranslation } from './read-translation.ts'
import { restoreRevision } from './restore-revision.ts'
import { saveTranslation } from './save-translation.ts'
import { updateArticle } from './update-article.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const fee = {
  key: 'fee.transfer',
  type: 'percent' as const,
  unit: null,
  title: { ru: 'Комиссия' },
  values: [{ value: '1.5', validFrom: null, validTo: null }],
}
const input: ContentInput = {
  title: 'Комиссия за перевод',
  shortAnswer: 'Комиссия — :fact[fee.transfer].',
  questions: ['сколько стоит перевод'],
  markdown: 'Комиссия за перевод — :fact[fee.transfer].\n\n:::only{audience=internal}\nСначала проверьте тариф.\n:::\n',
  variations: { ivr: { markdown: 'За перевод мы возьмём :fact[fee.transfer].' } },
}
const { content } = readContent(input)

async function opened() {
  const istok = openTestIstok()
  await createFact(istok, author, fee)
  const { id } = await createArticle(istok, author, { slug: 'transfer-fee' })
  const place = { articleId: id, locale: 'ru' }
  return { istok, place }
}
const save = (
  istok: Istok,
  place: { articleId: string; locale: string },
  expectedVersion: number | null,
  change: Partial<typeof content> = {},
) => saveTranslation(istok, author, { ...place, expectedVersion, content: { ...content, ...change } })
const publish = (istok: Istok, place: { articleId: string }) =>
  publishRelease(istok, system, { note: '', articles: [place.articleId], facts: [fee.key], snippets: [], withdraw: [] })

test('the first save makes version 1, the same again changes nothing, another raises the version', async () => {
  const { istok, place } = await opened()
  const first = await save(istok, place, null)
  expect(first).toMatchObject({ outcome: 'created', version: 1, status: 'draft', updatedBy: 'user:anna', liveRevision: null, warnings: [] })
  expect(await save(istok, place, 1)).toMatchObject({ outcome: 'unchanged', version: 1, hash: first.hash })
  expect(await save(istok, place, 1, { title: 'Комиссия' })).toMatchObject({ outcome: 'saved', version: 2 })
  const read = await readTranslation(istok, author, place)
  expect(read).toMatchObject({ title: 'Комиссия', version: 2, document: content.document, variations: content.variations })
})

test('a save without version is 428, with a stale one 412, and both say what is there now', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  await save(istok, place, 1, { title: 'Два' })
  const current = { extra: { current: { version: 2, updatedBy: 'user:anna', updatedAt: expect.any(String) } }, headers: { ETag: '"2"' } }
  await expect(save(istok, place, null)).rejects.toMatchObject({ details: { status: 428, ...current } })
  await expect(save(istok, place, 1)).rejects.toMatchObject({ details: { status: 412, ...current } })
  await expect(save(istok, { ...place, locale: 'en' }, 1)).rejects.toMatchObject({ details: { status: 412 } })
  expect((await readTranslation(istok, author, place)).title).toBe('Два')
})

test('of two editors who save at once one wins and the other learns of it', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  const results = await Promise.allSettled(['А', 'Б', 'В', 'Г'].map(title => save(istok, place, 1, { title })))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) if (result.status === 'rejected') expect(result.reason.details.status).toBe(412)
})

test('content has one spelling, so it has one hash', async () => {
  const { istok, place } = await opened()
  const first = await save(istok, place, null)
  const other = { title: '  Комиссия  за\nперевод ', questions: ['сколько стоит перевод ', 'сколько стоит перевод'] }
  expect(await save(istok, place, 1, other)).toMatchObject({ outcome: 'unchanged', hash: first.hash })
})

test('a draft may name what does not exist yet and says so', async () => {
  const { istok, place } = await opened()
  const { content: draft } = readContent({
    title: 'Черновик',
    shortAnswer: 'Комиссия :fact[fee.other].',
    markdown: ':fact[fee.transfer] и [ссылка](article:nowhere)\n\n::snippet{key=contacts}\n\n![схема](media:0123456789abcdef)\n',
  })
  const { warnings } = await saveTranslation(istok, author, { ...place, expectedVersion: null, content: draft })
  expect(warnings.map(({ reason, path }) => [reason, path])).toEqual([
    ['missing-fact', '/shortAnswer/1'],
    ['missing-snippet', expect.stringMatching(/^\/document\/content\//)],
    ['missing-article', expect.stringMatching(/^\/document\/content\//)],
    ['missing-media', expect.stringMatching(/^\/document\/content\//)],
  ])
})

test('wrong content is refused with each place named', async () => {
  const { istok, place } = await opened()
  const wrong = { title: ' ', questions: ['', 'x'.repeat(301)], variations: { fax: content.document } }
  const errors = ['/title', '/questions/0', '/questions/1', '/variations/fax'].map(pointer => expect.objectContaining({ pointer }))
  await expect(save(istok, place, null, wrong)).rejects.toMatchObject({ code: 'invalid', details: { errors } })
  await expect(save(istok, place, null, { title: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'invalid' })
  await expect(save(istok, { ...place, locale: 'русский' }, null)).rejects.toMatchObject({ code: 'invalid' })
  await expect(save(istok, { ...place, articleId: 'nobody' }, null)).rejects.toMatchObject({ code: 'not_found' })
})

test('what callers send is read as Markdown or document, and refused with the place named', () => {
  expect(readContent({ title: 'x', document: content.document }).content.document).toEqual(content.document)
  expect(readContent({ title: 'x', shortAnswer: content.shortAnswer, markdown: '' }).content.shortAnswer).toEqual(content.shortAnswer)
  const refused = (bad: Partial<ContentInput>) => {
    try {
      readContent({ title: 'x', ...bad })
    } catch (error) {
      return (error as { details: { errors: { pointer: string }[] } }).details.errors.map(({ pointer }) => pointer)
    }
    return []
  }
  expect(refused({ markdown: 'x', document: content.document })).toEqual(['/markdown'])
  expect(refused({ document: { type: 'doc', content: [{ type: 'iframe' }] } })[0]).toMatch(/^\/document\/content\/0/)
  expect(refused({ markdown: '> '.repeat(500) })).toEqual(['/markdown'])
  expect(refused({ markdown: '', shortAnswer: [{ type: 'image' }] })[0]).toMatch(/^\/shortAnswer/)
  expect(refused({ markdown: '', variations: { ivr: { document: 5 } } })[0]).toMatch(/^\/variations\/ivr\/document/)
  expect(readContent({ title: 'x', markdown: '[x](javascript:alert(1))' }).warnings).toMatchObject([
    { path: '/markdown', line: 1, reason: 'link' },
  ])
})

test('the status of a translation and its article follows drafts, releases and withdrawals', async () => {
  const { istok, place } = await opened()
  const id = place.articleId
  const status = async () => [(await readArticle(istok, author, { id })).status, (await readTranslation(istok, author, place)).status]
  await save(istok, place, null)
  expect(await status()).toEqual(['draft', 'draft'])
  await publish(istok, place)
  expect(await status()).toEqual(['published', 'published'])
  await save(istok, place, 1, { title: 'Другой' })
  expect(await status()).toEqual(['changed', 'changed'])
  await save(istok, place, 2)
  expect(await status()).toEqual(['published', 'published'])
  await updateArticle(istok, author, { id, fields: { tags: ['fees'] } })
  expect(await status()).toEqual(['changed', 'changed'])
  await publish(istok, place)
  await save(istok, { ...place, locale: 'en' }, null)
  expect(await status()).toEqual(['changed', 'published'])
  for (const [filter, count] of [
    ['changed', 1],
    ['published', 0],
    ['draft', 0],
    ['withdrawn', 0],
  ] as const) {
    expect((await listArticles(istok, author, { status: filter })).items).toHaveLength(count)
  }
  await expect(deleteArticle(istok, author, { id })).rejects.toMatchObject({ code: 'conflict' })
  await publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [id] })
  expect(await status()).toEqual(['withdrawn', 'withdrawn'])
  expect((await listArticles(istok, author, { status: 'withdrawn' })).items).toHaveLength(1)
  await deleteArticle(istok, author, { id })
  await expect(createArticle(istok, author, { slug: 'transfer-fee' })).rejects.toMatchObject({ code: 'conflict' })
})

test('a revision is listed with its releases, read, and made the draft again without being published', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  await publish(istok, place)
  await save(istok, place, 1, { title: 'Второй' })
  await publish(istok, place)
  const { items } = await listRevisions(istok, author, place)
  expect(items).toMatchObject([
    { number: 2, title: 'Второй', isLive: true, releases: [2] },
    { number: 1, isLive: false, releases: [1] },
  ])
  expect(
    (
      await listRevisions(istok, author, {
        ...place,
        limit: 1,
        cursor: (await listRevisions(istok, author, { ...place, limit: 1 })).nextCursor,
      })
    ).items,
  ).toMatchObject([{ number: 1 }])
  expect(await readRevision(istok, author, { ...place, number: 1 })).toMatchObject({
    title: content.title,
    metadata: { slug: 'transfer-fee' },
  })
  await expect(readRevision(istok, author, { ...place, number: 9 })).rejects.toMatchObject({ code: 'not_found' })
  await expect(restoreRevision(istok, author, { ...place, number: 1, expectedVersion: 1 })).rejects.toMatchObject({
    details: { status: 412 },
  })
  expect(await restoreRevision(istok, author, { ...place, number: 1, expectedVersion: 2 })).toMatchObject({
    version: 3,
    status: 'changed',
    title: content.title,
  })
  const live = await readRendition(istok, { channel: 'website', locale: 'ru', slug: 'transfer-fee', profile: null })
  expect(live.kind === 'found' && live.reply.body.toString()).toContain('Второй')
})

test('a wording of its own needs a look when its source changed after it was written, until it is changed or confirmed', async () => {
  const { istok, place } = await opened()
  const outdated = async () => (await readTranslation(istok, author, place)).outdatedVariations
  await save(istok, place, null)
  expect(await outdated()).toEqual([])
  const other = readContent({ title: 'Иначе', markdown: 'Иначе.' }).content.document
  await save(istok, place, 1, { title: 'Другой заголовок', questions: [] })
  expect(await outdated()).toEqual([])
  expect((await save(istok, place, 2, { document: other })).outdatedVariations).toEqual(['ivr'])
  await expect(confirmVariation(istok, author, { ...place, channel: 'ivr', expectedVersion: 2 })).rejects.toMatchObject({
    details: { status: 412 },
  })
  await expect(confirmVariation(istok, author, { ...place, channel: 'agent', expectedVersion: 3 })).rejects.toMatchObject({
    code: 'not_found',
  })
  const before = await readTranslation(istok, author, place)
  const confirmed = await confirmVariation(istok, author, { ...place, channel: 'ivr', expectedVersion: 3 })
  expect(confirmed).toMatchObject({ version: 4, hash: before.hash, outdatedVariations: [] })
  await save(istok, place, 4)
  expect(await outdated()).toEqual(['ivr'])
  await save(istok, place, 5, { variations: { ivr: other } })
  expect(await outdated()).toEqual([])
})

test('a preview is byte for byte what a release stores, in every channel, but for release, revision and times', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  const previews = await Promise.all(
    ['website', 'chatbot', 'ivr', 'operator', 'agent'].map(channel => previewTranslation(istok, author, { ...place, channel })),
  )
  await publish(istok, place)
  for (const { channel, rendition, size, losses } of previews) {
    const live = await readRendition(istok, { channel, locale: 'ru', slug: 'transfer-fee', profile: null })
    const stored = JSON.parse(live.kind === 'found' ? live.reply.body.toString() : '{}')
    expect(rendition).toMatchObject({ release: null, revision: null, publishedAt: null, validUntil: null })
    expect(JSON.stringify({ ...rendition, release: 1, revision: 1, publishedAt: stored.publishedAt })).toBe(JSON.stringify(stored))
    expect(size?.characters).toBeGreaterThan(0)
    expect(losses.filter(({ level }) => level === 'error')).toEqual([])
  }
  expect(JSON.stringify(previews[0])).not.toContain('проверьте тариф')
  expect(JSON.stringify(previews[3])).toContain('проверьте тариф')
})

test('a preview says what cannot be said, shows unsaved content and knows its channels', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  const unsaved = readContent({ title: 'Не сохранено', markdown: 'Смотрите :fact[fee.nothing].' }).content
  const [website] = await previewContent(istok, author, { ...place, content: unsaved })
  expect(website?.losses.some(({ level }) => level === 'error')).toBe(true)
  expect((await readTranslation(istok, author, place)).title).toBe(content.title)
  const untitled = await previewContent(istok, author, { articleId: place.articleId, locale: 'en', content: { ...unsaved, title: ' ' } })
  expect(untitled.map(({ channel }) => channel)).toEqual(['website', 'chatbot', 'ivr', 'operator', 'agent'])
  await expect(previewTranslation(istok, author, { ...place, channel: 'fax' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(previewTranslation(istok, author, { ...place, locale: 'en', channel: 'ivr' })).rejects.toMatchObject({ code: 'not_found' })
})

test('drafts are not for the world, and readers do not write', async () => {
  const { istok, place } = await opened()
  await save(istok, place, null)
  const reader: Actor = { ...author, scopes: new Set(['read', 'publish']) }
  const viewer: Actor = { ...author, scopes: scopesOf(['viewer']) }
  for (const actor of [anonymous, reader]) {
    for (const read of [readTranslation, listRevisions])
      await expect(read(istok, actor, place)).rejects.toMatchObject({ name: 'IstokError' })
    await expect(previewTranslation(istok, actor, { ...place, channel: 'website' })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(readRevision(istok, actor, { ...place, number: 1 })).rejects.toMatchObject({ name: 'IstokError' })
  }
  await readTranslation(istok, viewer, place)
  await expect(saveTranslation(istok, viewer, { ...place, expectedVersion: 1, content })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(restoreRevision(istok, viewer, { ...place, number: 1, expectedVersion: 1 })).rejects.toMatchObject({ code: 'forbidden' })
})
