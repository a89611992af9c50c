import { expect, test } from 'vitest'
import { scopesOf, system } from '#lib/access/actor.ts'
import type { IstokError } from '../errors.ts'
import { openTestIstok } from '../test-istok.ts'
import { type ArticleFields, requireArticleFields } from './article-fields.ts'
import { createArticle } from './create-article.ts'
import { deleteArticle } from './delete-article.ts'
import { listArticles } from './list-articles.ts'
import { listTags } from './list-tags.ts'
import { readArticle } from './read-article.ts'
import { updateArticle } from './update-article.ts'

const author = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const faults = (fields: ArticleFields) => {
  try {
    requireArticleFields(fields)
  } catch (error) {
    return (error as IstokError).details.errors?.map(({ pointer, reason }) => `${pointer} ${reason}`)
  }
  return []
}
const tags = (count: number) => Array.from({ length: count }, (_, index) => `tag-${index}`)

test.each<[string, ArticleFields, string[]]>([
  ['nothing', {}, []],
  ['50 tags', { tags: tags(50) }, []],
  ['51 tags', { tags: tags(51) }, ['/tags too-many']],
  ['a tag that is no slug, by its place', { tags: ['ok', 'Не тег'] }, ['/tags/1 slug-form']],
  ['an audience of its own', { audience: 'secret' as 'public' }, ['/audience not-one-of']],
  ['no channel', { channels: [] }, ['/channels too-few']],
  ['all channels', { channels: null }, []],
  [
    'a channel that is none, by its place',
    { channels: ['website', 'fax', 'constructor'] },
    ['/channels/1 not-one-of', '/channels/2 not-one-of'],
  ],
  ['an owner of 200 characters', { owner: 'я'.repeat(200) }, []],
  ['an owner of 201', { owner: 'я'.repeat(201) }, ['/owner too-long']],
  ['a look every day', { reviewEveryDays: 1 }, []],
  ['a look every ten years', { reviewEveryDays: 3650 }, []],
  ['a look never', { reviewEveryDays: null }, []],
  ['a look every 0 days', { reviewEveryDays: 0 }, ['/reviewEveryDays between']],
  ['a look every 3651 days', { reviewEveryDays: 3651 }, ['/reviewEveryDays between']],
  ['a look every day and a half', { reviewEveryDays: 1.5 }, ['/reviewEveryDays between']],
  ['a look every no number', { reviewEveryDays: Number.NaN }, ['/reviewEveryDays between']],
  ['a source of 500 characters', { sourceId: 'x'.repeat(500) }, []],
  ['a source of 501', { sourceId: 'x'.repeat(501) }, ['/sourceId too-long']],
  ['a path for a slug', { slug: '../etc' }, ['/slug slug-form']],
])('%s: taken or refused at its place', (_, fields, expected) => expect(faults(fields)).toEqual(expected))

test('a refused change leaves neither a tag nor a new version behind', async () => {
  const istok = openTestIstok()
  const { id } = await createArticle(istok, author, { slug: 'a' })
  for (const fields of [
    { tags: ['new'], category: 'none' },
    { tags: ['new'], reviewEveryDays: 0 },
  ])
    await expect(updateArticle(istok, author, { id, fields })).rejects.toMatchObject({ code: 'invalid' })
  await expect(createArticle(istok, author, { slug: 'a', tags: ['new'] })).rejects.toMatchObject({ code: 'conflict' })
  expect(await readArticle(istok, author, { id })).toMatchObject({ version: 1, tags: [] })
  expect((await listTags(istok, author)).items).toEqual([])
})

test('tags and channels are kept once each, and the same said otherwise is no change', async () => {
  const istok = openTestIstok()
  const { id } = await createArticle(istok, author, { slug: 'a', tags: ['b', 'a', 'b'], channels: ['website', 'ivr', 'website'] })
  expect(await readArticle(istok, author, { id })).toMatchObject({ tags: ['b', 'a'], channels: ['ivr', 'website'], version: 1 })
  const again = { tags: ['b', 'a', 'a'], channels: ['ivr', 'website', 'ivr'] }
  expect(await updateArticle(istok, author, { id, fields: again })).toMatchObject({ version: 1 })
  expect(await updateArticle(istok, author, { id, fields: { channels: null, tags: [] } })).toMatchObject({ version: 2, channels: null })
})

test('of two who take one slug at once one has it; a deleted article’s source id is free again', async () => {
  const istok = openTestIstok()
  const both = await Promise.allSettled([1, 2].map(() => createArticle(istok, author, { slug: 'a', sourceId: 'wiki/1' })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [{ id } = { id: '' }] = (await listArticles(istok, author)).items
  const other = { slug: 'b', sourceId: 'wiki/1' }
  await expect(createArticle(istok, author, other)).rejects.toMatchObject({
    details: { errors: [{ pointer: '/sourceId', reason: 'taken' }] },
  })
  await expect(deleteArticle(istok, author, { id, expectedVersion: 7 })).rejects.toMatchObject({ details: { status: 412 } })
  await deleteArticle(istok, author, { id })
  await expect(deleteArticle(istok, author, { id })).rejects.toMatchObject({ code: 'not_found' })
  expect(await createArticle(istok, author, other)).toMatchObject({ sourceId: 'wiki/1' })
})
