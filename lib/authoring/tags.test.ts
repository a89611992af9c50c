import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { listHistory } from '#lib/access/list-history.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createTag } from './create-tag.ts'
import { deleteTag } from './delete-tag.ts'
import { listTags } from './list-tags.ts'
import { mergeTag } from './merge-tag.ts'
import { readArticle } from './read-article.ts'
import { updateTag } from './update-tag.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }
const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }

test('a tag that gets another slug goes with its articles, whose live answers follow with a release', async () => {
  const istok = openTestIstok()
  await createTag(istok, author, { slug: 'fees', title: { ru: 'Тарифы' } })
  const id = await putDraft(istok, { slug: 'a', tags: ['fees'] })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  const renamed = await updateTag(istok, author, { slug: 'fees', expectedVersion: 1, fields: { slug: 'prices' } })
  expect(renamed).toMatchObject({ slug: 'prices', title: { ru: 'Тарифы' }, version: 2, changed: 1, articles: 1, live: 0 })
  expect(await readArticle(istok, author, { id })).toMatchObject({ tags: ['prices'], status: 'changed' })
  await expect(updateTag(istok, author, { slug: 'prices', expectedVersion: 1, fields: {} })).rejects.toMatchObject({
    details: { status: 412 },
  })
  const { items } = await listHistory(istok, author, { kind: 'tag', id: 'prices' })
  expect(items[0]).toMatchObject({ action: 'tag.updated', details: { from: 'fees', articles: 1 } })
})

test('two tags become one, with the titles of both; an article that had both has it once', async () => {
  const istok = openTestIstok()
  await createTag(istok, author, { slug: 'fee', title: { en: 'Fee' } })
  await createTag(istok, author, { slug: 'fees', title: { ru: 'Тарифы' } })
  const both = await putDraft(istok, { slug: 'a', tags: ['fee', 'fees'] })
  const one = await putDraft(istok, { slug: 'b', tags: ['fee'] })
  const merged = await mergeTag(istok, author, { slug: 'fee', into: 'fees' })
  expect(merged).toMatchObject({ slug: 'fees', title: { ru: 'Тарифы', en: 'Fee' }, changed: 2, articles: 2 })
  for (const id of [both, one]) expect((await readArticle(istok, author, { id })).tags).toEqual(['fees'])
  expect((await listTags(istok, author)).items.map(({ slug }) => slug)).toEqual(['fees'])
  await expect(mergeTag(istok, author, { slug: 'fees', into: 'fees' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(mergeTag(istok, author, { slug: 'fees', into: 'none' })).rejects.toMatchObject({ code: 'invalid' })
  await expect(mergeTag(istok, author, { slug: 'none', into: 'fees' })).rejects.toMatchObject({ code: 'not_found' })
})

test('a tag that an article has, drafted or live, is not removed', async () => {
  const istok = openTestIstok()
  await createTag(istok, author, { slug: 'fees' })
  const id = await putDraft(istok, { slug: 'a', tags: ['fees'] })
  const inUse = (articles: number, live: number) => ({ code: 'conflict', details: { extra: { usage: { articles, live } } } })
  await expect(deleteTag(istok, author, { slug: 'fees' })).rejects.toMatchObject(inUse(1, 0))
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  await createTag(istok, author, { slug: 'other' })
  await updateTag(istok, author, { slug: 'fees', fields: { slug: 'prices' } })
  await createTag(istok, author, { slug: 'fees' })
  await expect(deleteTag(istok, author, { slug: 'fees' })).rejects.toMatchObject(inUse(0, 1))
  await deleteTag(istok, author, { slug: 'other', expectedVersion: 1 })
  expect((await listTags(istok, author, { q: 'OTH' })).items).toEqual([])
  await expect(updateTag(istok, author, { slug: 'fees', fields: { slug: 'prices' } })).rejects.toMatchObject({ code: 'conflict' })
})
