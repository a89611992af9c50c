import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { listAudit } from '#lib/access/list-audit.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createCategory } from './create-category.ts'
import { deleteArticle } from './delete-article.ts'
import { countArticles, listArticles } from './list-articles.ts'
import { listCountedArticles } from './list-counted-articles.ts'
import { listTags } from './list-tags.ts'
import { readArticle } from './read-article.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'
import { updateArticle } from './update-article.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const viewer: Actor = { ...system, id: 'user:vera', scopes: scopesOf(['viewer']) }

async function opened() {
  const istok = openTestIstok()
  await createCategory(istok, author, { slug: 'transfers', title: { ru: 'Переводы' } })
  const article = await createArticle(istok, author, { slug: 'transfer-fee', category: 'transfers', tags: ['fees'] })
  return { istok, article }
}
const save = (istok: Istok, articleId: string, title: string, locale = 'ru') =>
  saveTranslation(istok, author, { articleId, locale, expectedVersion: null, content: readContent({ title, markdown: 'Текст.' }).content })

test('an article is made with its metadata, and its tags exist from then on', async () => {
  const { istok, article } = await opened()
  expect(article).toMatchObject({
    slug: 'transfer-fee',
    category: 'transfers',
    tags: ['fees'],
    audience: 'public',
    channels: null,
    status: 'draft',
    version: 1,
    translations: [],
  })
  expect(await readArticle(istok, viewer, { id: article.id })).toEqual(article)
  expect((await listTags(istok, viewer)).items.map(({ slug }) => slug)).toEqual(['fees'])
  expect((await listAudit(istok, system, { action: 'article.created' })).items[0]).toMatchObject({
    actor: 'user:anna',
    subject: `article:${article.id}`,
  })
})

test('wrong fields are named', async () => {
  const { istok } = await opened()
  const wrong = {
    slug: 'Комиссия',
    tags: ['Тег'],
    channels: ['fax'],
    audience: 'all' as 'public',
    reviewEveryDays: 0,
    owner: 'x'.repeat(201),
  }
  const errors = ['/slug', '/tags/0', '/audience', '/channels/0', '/owner', '/reviewEveryDays'].map(pointer =>
    expect.objectContaining({ pointer }),
  )
  await expect(createArticle(istok, author, wrong)).rejects.toMatchObject({ code: 'invalid', details: { errors } })
  await expect(createArticle(istok, author, { slug: 'a', channels: [] })).rejects.toMatchObject({ code: 'invalid' })
  await expect(createArticle(istok, author, { slug: 'a', category: 'nothing' })).rejects.toMatchObject({
    code: 'invalid',
    details: { errors: [{ pointer: '/category' }] },
  })
})

test('a slug belongs to one article, also one that redirects and one that is live under it', async () => {
  const { istok, article } = await opened()
  const conflict = { code: 'conflict', message: expect.stringContaining('"transfer-fee"') }
  await expect(createArticle(istok, author, { slug: 'transfer-fee' })).rejects.toMatchObject(conflict)
  const { sqlite } = istok.database.writer
  sqlite.prepare("INSERT INTO redirect VALUES ('old-fee', ?, 1)").run(article.id)
  await expect(createArticle(istok, author, { slug: 'old-fee' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await updateArticle(istok, author, { id: article.id, fields: { slug: 'old-fee' } })).slug).toBe('old-fee')
  await createArticle(istok, author, { slug: 'transfer-fee' })
})

test('a source id belongs to one article', async () => {
  const { istok, article } = await opened()
  await updateArticle(istok, author, { id: article.id, fields: { sourceId: 'crm:1' } })
  await expect(createArticle(istok, author, { slug: 'other', sourceId: 'crm:1' })).rejects.toMatchObject({
    code: 'conflict',
    details: { errors: [{ pointer: '/sourceId' }] },
  })
})

test('a change raises the version, no change does not, a stale version is refused with the current one', async () => {
  const { istok, article } = await opened()
  const { id } = article
  const changed = await updateArticle(istok, author, {
    id,
    expectedVersion: 1,
    fields: { audience: 'internal', channels: ['ivr', 'chatbot', 'ivr'] },
  })
  expect(changed).toMatchObject({ version: 2, audience: 'internal', channels: ['chatbot', 'ivr'], category: 'transfers', tags: ['fees'] })
  expect((await updateArticle(istok, author, { id, fields: { audience: 'internal', tags: ['fees'] } })).version).toBe(2)
  await expect(updateArticle(istok, author, { id, expectedVersion: 1, fields: { audience: 'public' } })).rejects.toMatchObject({
    details: { status: 412, headers: { ETag: '"2"' }, extra: { current: { version: 2 } } },
  })
  const cleared = await updateArticle(istok, author, { id, fields: { category: null, channels: null, tags: [] } })
  expect(cleared).toMatchObject({ category: null, channels: null, tags: [] })
})

test('a deleted article is gone from every list and its slug is free again', async () => {
  const { istok, article } = await opened()
  const { id } = article
  await updateArticle(istok, author, { id, fields: { sourceId: 'crm:1' } })
  await save(istok, id, 'Комиссия')
  await deleteArticle(istok, author, { id })
  await expect(readArticle(istok, author, { id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(deleteArticle(istok, author, { id })).rejects.toMatchObject({ code: 'not_found' })
  await expect(save(istok, id, 'Ещё')).rejects.toMatchObject({ code: 'not_found' })
  expect((await listArticles(istok, author)).items).toEqual([])
  await createArticle(istok, author, { slug: 'transfer-fee', sourceId: 'crm:1' })
})

test('a live article is not deleted', async () => {
  const { istok, article } = await opened()
  await save(istok, article.id, 'Комиссия')
  istok.database.writer.sqlite.exec('UPDATE translation SET live_revision = 1, live_release = 1')
  await expect(deleteArticle(istok, author, { id: article.id })).rejects.toMatchObject({
    code: 'conflict',
    details: { extra: { live: ['ru'] } },
  })
})

test('lists are cut into pages, last changed first, and filtered', async () => {
  const { istok, article } = await opened()
  for (const slug of ['b', 'c', 'd']) await createArticle(istok, author, { slug })
  await save(istok, article.id, 'Комиссия за перевод')
  const slugs: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(istok, viewer, { limit: 3, cursor })
    slugs.push(...page.items.map(({ slug }) => slug))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect([...slugs].sort()).toEqual(['b', 'c', 'd', 'transfer-fee'])
  const found = async (filter: Parameters<typeof listArticles>[2]) =>
    (await listArticles(istok, viewer, filter)).items.map(({ slug }) => slug)
  for (const filter of [
    { category: 'transfers' },
    { tag: 'fees' },
    { locale: 'ru' },
    { q: 'КОМИССИЯ' },
    { q: 'комиссия' },
    { q: 'sfer-f' },
  ]) {
    expect(await found(filter)).toEqual(['transfer-fee'])
  }
  expect(await found({ q: '%' })).toEqual([])
  expect(await found({ status: 'published' })).toEqual([])
  expect(await found({ status: 'draft', audience: 'public' })).toHaveLength(4)
  await expect(listArticles(istok, viewer, { cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' })
})

test('the house reads drafts, authors write, the world sees nothing', async () => {
  const { istok, article } = await opened()
  const reader: Actor = { ...viewer, scopes: new Set(['read']) }
  for (const actor of [anonymous, reader]) {
    await expect(listArticles(istok, actor)).rejects.toMatchObject({ name: 'IstokError' })
    await expect(readArticle(istok, actor, { id: article.id })).rejects.toMatchObject({ name: 'IstokError' })
  }
  for (const actor of [anonymous, reader, viewer]) {
    await expect(createArticle(istok, actor, { slug: 'x' })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(updateArticle(istok, actor, { id: article.id, fields: {} })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(deleteArticle(istok, actor, { id: article.id })).rejects.toMatchObject({ name: 'IstokError' })
  }
})

test('a list with its count says the same as the list and the count, page by page, whatever is looked for', async () => {
  const { istok } = await opened()
  for (const slug of ['a', 'b', 'c', 'd', 'e']) {
    const { id } = await createArticle(istok, author, { slug, category: 'transfers' })
    await save(istok, id, `Ёлка ${slug}`)
  }
  const filters = [
    {},
    { q: 'елка' },
    { q: 'нигде' },
    { status: 'draft' },
    { status: 'draft', sort: 'title' },
    { q: 'Ёлка', sort: 'due' },
  ] as const
  for (const filter of filters) {
    for (let cursor: string | null = ''; cursor !== null; ) {
      const wanted = { ...filter, limit: 2, cursor }
      const { count, ...page }: Awaited<ReturnType<typeof listCountedArticles>> = await listCountedArticles(istok, author, wanted)
      expect(page).toEqual(await listArticles(istok, author, wanted))
      expect(count).toBe(await countArticles(istok, author, filter))
      cursor = page.nextCursor
    }
  }
  expect((await listCountedArticles(istok, author, { q: 'елка' })).count).toBe(5)
})
