import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createCategory } from './create-category.ts'
import { createSynonym } from './create-synonym.ts'
import { createTag } from './create-tag.ts'
import { listCategories } from './list-categories.ts'
import { listSynonyms } from './list-synonyms.ts'
import { listTags } from './list-tags.ts'
import { updateCategory } from './update-category.ts'

const author: Actor = { ...system, id: 'user:anna', scopes: scopesOf(['author']) }

test('categories form a tree and are listed by position', async () => {
  const istok = openTestIstok()
  const cards = await createCategory(istok, author, { slug: 'cards', title: { ru: 'Карты', en: 'Cards' }, position: 2 })
  expect(cards).toMatchObject({ slug: 'cards', parent: null, position: 2, version: 1 })
  await createCategory(istok, author, { slug: 'credit', title: { ru: 'Кредитные' }, parent: 'cards', position: 1 })
  expect((await listCategories(istok, author)).items.map(({ slug, parent }) => [slug, parent])).toEqual([
    ['credit', 'cards'],
    ['cards', null],
  ])
})

test('a category changes with its version, never stands below itself nor too deep', async () => {
  const istok = openTestIstok()
  const ids: string[] = []
  for (const [level, parent] of [null, 'c0', 'c1', 'c2', 'c3', 'c4'].entries()) {
    ids.push((await createCategory(istok, author, { slug: `c${level}`, title: { ru: 'К' }, parent })).id)
  }
  const [id] = ids as [string]
  const place = { code: 'invalid', details: { errors: [{ pointer: '/parent' }] } }
  await expect(createCategory(istok, author, { slug: 'c6', title: { ru: 'К' }, parent: 'c5' })).rejects.toMatchObject(place)
  await expect(updateCategory(istok, author, { id, fields: { parent: 'c3' } })).rejects.toMatchObject(place)
  await expect(updateCategory(istok, author, { id, fields: { parent: 'c0' } })).rejects.toMatchObject(place)
  await expect(updateCategory(istok, author, { id, fields: { parent: 'nothing' } })).rejects.toMatchObject(place)
  expect(await updateCategory(istok, author, { id, expectedVersion: 1, fields: { title: { ru: 'Новое' } } })).toMatchObject({ version: 2 })
  expect(await updateCategory(istok, author, { id, fields: { title: { ru: 'Новое' } } })).toMatchObject({ version: 2 })
  await expect(updateCategory(istok, author, { id, expectedVersion: 1, fields: {} })).rejects.toMatchObject({ details: { status: 412 } })
  await expect(updateCategory(istok, author, { id, fields: { slug: 'c1' } })).rejects.toMatchObject({ code: 'conflict' })
  await expect(updateCategory(istok, author, { id: 'nobody', fields: {} })).rejects.toMatchObject({ code: 'not_found' })
})

test('wrong categories, tags and synonyms are refused with each place named', async () => {
  const istok = openTestIstok()
  const pointers = (...names: string[]) => ({
    code: 'invalid',
    details: { errors: names.map(pointer => expect.objectContaining({ pointer })) },
  })
  await expect(createCategory(istok, author, { slug: 'Карты', title: {}, position: 1.5 })).rejects.toMatchObject(
    pointers('/slug', '/title', '/position'),
  )
  await expect(createCategory(istok, author, { slug: 'a', title: { ru: ' ', 'рус/1': 'x' } })).rejects.toMatchObject(
    pointers('/title/ru', '/title/рус~11'),
  )
  await expect(createTag(istok, author, { slug: 'Тег', title: { ru: 'x'.repeat(101) } })).rejects.toMatchObject(
    pointers('/slug', '/title/ru'),
  )
  await expect(createSynonym(istok, author, { locale: 'x', terms: ['one', 'ONE'] })).rejects.toMatchObject(pointers('/locale', '/terms'))
})

test('a tag gets its titles once', async () => {
  const istok = openTestIstok()
  await createTag(istok, author, { slug: 'fees' })
  await createTag(istok, author, { slug: 'fees', title: { ru: 'Комиссии' } })
  await expect(createTag(istok, author, { slug: 'fees', title: { ru: 'Сборы' } })).rejects.toMatchObject({ code: 'conflict' })
  expect((await listTags(istok, author)).items).toMatchObject([{ slug: 'fees', title: { ru: 'Комиссии' }, articles: 0 }])
})

test('synonyms are kept once, in lower case, and listed by locale', async () => {
  const istok = openTestIstok()
  const first = await createSynonym(istok, author, { locale: 'ru', terms: ['СБП', ' система  быстрых платежей '] })
  expect(first).toMatchObject({ terms: ['сбп', 'система быстрых платежей'], direction: 'both' })
  expect(await createSynonym(istok, author, { locale: 'ru', terms: ['сбп', 'система быстрых платежей'] })).toEqual(first)
  await createSynonym(istok, author, { locale: 'en', terms: ['card', 'plastic'], direction: 'one-way' })
  expect((await listSynonyms(istok, author)).items).toHaveLength(2)
  expect((await listSynonyms(istok, author, { locale: 'ru' })).items).toEqual([first])
})

test('only authors change the catalogue', async () => {
  const istok = openTestIstok()
  for (const actor of [anonymous, { ...author, scopes: scopesOf(['viewer']) }]) {
    await expect(createCategory(istok, actor, { slug: 'a', title: { ru: 'А' } })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(createTag(istok, actor, { slug: 'a' })).rejects.toMatchObject({ name: 'IstokError' })
    await expect(createSynonym(istok, actor, { locale: 'ru', terms: ['a', 'b'] })).rejects.toMatchObject({ name: 'IstokError' })
  }
  for (const list of [listCategories, listTags, listSynonyms]) {
    await expect(list(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  }
})

test('a category that holds live answers keeps its slug; its title may change', async () => {
  const istok = openTestIstok()
  const { id } = await createCategory(istok, system, { slug: 'cards', title: { ru: 'Карты' } })
  const article = await putDraft(istok, { slug: 'a', category: id })
  await publishRelease(istok, system, { note: '', articles: [article], facts: [], snippets: [], withdraw: [] })
  await expect(updateCategory(istok, system, { id, fields: { slug: 'new' } })).rejects.toMatchObject({
    code: 'conflict',
    details: { errors: [{ pointer: '/slug' }] },
  })
  expect(await updateCategory(istok, system, { id, fields: { title: { ru: 'Все карты' } } })).toMatchObject({
    slug: 'cards',
    title: { ru: 'Все карты' },
  })
})
