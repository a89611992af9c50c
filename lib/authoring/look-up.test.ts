import { expect, test } from 'vitest'
import { anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft, putFact, putSnippet } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { createCategory } from './create-category.ts'
import { createTag } from './create-tag.ts'
import { lookUp } from './look-up.ts'
import { saveView } from './saved-views.ts'

async function openHouse() {
  const istok = openTestIstok()
  const fee = await putDraft(istok, { slug: 'transfer-fee', title: 'Сколько стоит перевод' })
  const limit = await putDraft(istok, { slug: 'transfer-limits', title: 'Перевод: лимиты и ещё' })
  const card = await putDraft(istok, { slug: 'card-block', title: 'Заблокировать карту' })
  await putFact(istok, 'fee.transfer', 'percent', null, '1.5')
  await putSnippet(istok, 'support-contacts', {})
  await publishRelease(istok, system, { note: 'Новые тарифы', articles: [fee], facts: [], snippets: [], withdraw: [] })
  return { istok, ids: { fee, limit, card } }
}

const find = async (istok: Parameters<typeof lookUp>[0], ...readings: string[]) => lookUp(istok, system, { readings, limit: 5 })

test('articles are found by words of their titles in any order and case, those that begin with them first', async () => {
  const { istok, ids } = await openHouse()
  expect((await find(istok, 'ПЕРЕВОД')).articles.map(({ id }) => id)).toEqual([ids.limit, ids.fee])
  expect((await find(istok, 'перевод стоит')).articles.map(({ id }) => id)).toEqual([ids.fee])
  expect((await find(istok, 'еще')).articles.map(({ id }) => id)).toEqual([ids.limit])
  expect((await find(istok, 'card-b')).articles).toMatchObject([{ id: ids.card, isLive: false }])
})

test('facts, snippets and releases are found by key, name, number and note', async () => {
  const { istok } = await openHouse()
  expect((await find(istok, 'fee')).facts.map(({ key }) => key)).toEqual(['fee.transfer'])
  expect((await find(istok, 'contacts')).snippets.map(({ key }) => key)).toEqual(['support-contacts'])
  expect((await find(istok, '1')).releases).toEqual([{ number: 1, note: 'Новые тарифы' }])
  expect((await find(istok, 'тариф')).releases.map(({ number }) => number)).toEqual([1])
})

test('a release is found by its number as people write it, and by no other number', async () => {
  const { istok } = await openHouse()
  for (const query of ['релиз 1', 'Release 1', '№1', '# 1'])
    expect((await find(istok, query)).releases.map(({ number }) => number)).toEqual([1])
  for (const query of ['релиз 2', 'релиз', '1 релиз а']) expect((await find(istok, query)).releases).toEqual([])
})

test('categories, tags, pictures and one’s own views are found by name, in any of its languages', async () => {
  const istok = openTestIstok()
  await createCategory(istok, system, { slug: 'cards', title: { ru: 'Карты', en: 'Plastic' }, parent: null })
  await createTag(istok, system, { slug: 'fees', title: { ru: 'Комиссии' } })
  await saveView(istok, system, { list: 'articles', name: 'Мои карты', query: 'owner=me&q=карта' })
  const others = async (query: string, actor = system) =>
    (await lookUp(istok, actor, { readings: [query], limit: 5 })).others.map(({ kind, id }) => `${kind} ${id}`)
  expect(await others('карты')).toEqual(['category cards', 'view owner=me&q=карта'])
  expect([await others('plastic'), await others('комис')]).toEqual([['category cards'], ['tag fees']])
  expect(await others('мои', { ...system, id: 'user:other' })).toEqual([])
})

test('the next reading is tried only when the first finds nothing', async () => {
  const { istok, ids } = await openHouse()
  expect(await find(istok, 'pf,kjr', 'заблок')).toMatchObject({ query: 'заблок', articles: [{ id: ids.card }] })
  expect(await find(istok, 'перевод', 'fee')).toMatchObject({ query: 'перевод', facts: [] })
  expect(await find(istok, '  ')).toMatchObject({ articles: [], facts: [], releases: [] })
})

test('drafts are for people of the house', async () => {
  const { istok } = await openHouse()
  await expect(lookUp(istok, anonymous, { readings: ['fee'], limit: 5 })).rejects.toMatchObject({ code: 'unauthenticated' })
  const reader = { ...anonymous, kind: 'key' as const, id: 'key:a', scopes: new Set(['read' as const]) }
  await expect(lookUp(istok, reader, { readings: ['fee'], limit: 5 })).rejects.toMatchObject({ code: 'forbidden' })
  const operator = { ...reader, kind: 'user' as const, scopes: scopesOf(['operator']) }
  expect((await lookUp(istok, operator, { readings: ['fee'], limit: 5 })).facts).toHaveLength(1)
})
