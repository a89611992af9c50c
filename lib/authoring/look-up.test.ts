import { expect, test } from 'vitest'
import { anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft, putFact, putSnippet } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { lookUp } from './look-up.ts'

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
