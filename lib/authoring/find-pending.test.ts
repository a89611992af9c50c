import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft, putFact, putSnippet } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { findPending, type PendingPage, pendingKinds } from './find-pending.ts'
import { listPending } from './list-pending.ts'
import { listPendingIds } from './list-pending-ids.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'

async function openHouse() {
  const istok = openTestIstok()
  const live = await putDraft(istok, { slug: 'live' })
  await publishRelease(istok, system, { note: '', articles: [live], facts: [], snippets: [], withdraw: [] })
  for (const slug of ['a', 'b', 'c', 'd', 'e']) {
    const id = await putDraft(istok, { slug, title: `Перевод ${slug}` })
    const { content } = readContent({ title: `Ёлка ${slug}`, markdown: 'Текст.' })
    await saveTranslation(istok, system, { articleId: id, locale: 'en', expectedVersion: null, content })
    await putFact(istok, `fee-${slug}`, 'percent', null, '1.5')
    await putSnippet(istok, `block-${slug}`, { ru: { type: 'doc', content: [] } })
  }
  await putFact(istok, 'limit', 'number', null, '70000')
  return istok
}

test('the pages of each kind have together what the list of all pending has, once, and so have the ids', async () => {
  const istok = await openHouse()
  const all = await listPending(istok, system)
  for (const kind of pendingKinds) {
    const expected: { updatedAt: number }[] = all[kind]
    const seen: { updatedAt: number }[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, count, nextCursor }: PendingPage<{ updatedAt: number }> = await findPending(istok, system, { kind, limit: 2, cursor })
      expect(count).toBe(expected.length)
      seen.push(...items)
      cursor = nextCursor
    }
    expect(seen).toHaveLength(expected.length)
    expect(seen).toEqual(expect.arrayContaining(expected))
    expect(seen.map(({ updatedAt }) => updatedAt)).toEqual(expected.map(({ updatedAt }) => updatedAt))
    const ids = seen.map(one => ('id' in one ? one.id : (one as unknown as { key: string }).key))
    expect(await listPendingIds(istok, system, { kind })).toEqual(ids)
  }
})

test('every word has to be somewhere in titles of any language, the address, the key or a value', async () => {
  const istok = await openHouse()
  const slugs = async (q: string) => (await findPending(istok, system, { kind: 'articles', q })).items.map(({ slug }) => slug)
  expect(await slugs('ПЕРЕВОД елка c')).toEqual(['c'])
  expect(await slugs('нигде')).toEqual([])
  expect(await slugs('live')).toEqual([])
  const keys = async (q: string) => (await findPending(istok, system, { kind: 'facts', q })).items.map(({ key }) => key)
  expect(await keys('1,5 %')).toHaveLength(5)
  expect(await keys('limit 70 000')).toEqual(['limit'])
  expect(await keys('70 тыс')).toEqual([])
  expect((await findPending(istok, system, { kind: 'snippets', q: 'block-b' })).items.map(({ key }) => key)).toEqual(['block-b'])
  expect(await listPendingIds(istok, system, { kind: 'facts', q: 'fee-d' })).toEqual(['fee-d'])
})

test('a value is found as it is shown: a date in words or digits, a phone with its gaps, a duration with its unit in any language', async () => {
  const istok = await openHouse()
  await putFact(istok, 'end', 'date', null, '2026-08-01')
  await putFact(istok, 'line', 'phone', null, '+78005553535')
  await putFact(istok, 'term', 'duration', 'businessDay', '3')
  const keys = async (q: string) => (await findPending(istok, system, { kind: 'facts', q })).items.map(({ key }) => key)
  for (const q of ['1 августа', 'August 2026', '01.08.2026', '2026-08-01']) expect(await keys(q), q).toEqual(['end'])
  expect(await keys('8 800 555-35-35')).toEqual(['line'])
  for (const q of ['3 рабочих', '3 business days']) expect(await keys(q), q).toEqual(['term'])
})

test('a publisher of one category finds only what is in it, and nobody without drafts finds anything', async () => {
  const istok = await openHouse()
  const some: Actor = { ...system, scopes: new Set(['read', 'read:internal']), grants: new Map([['none', new Set(['publish'] as const)]]) }
  for (const kind of pendingKinds) {
    expect(await findPending(istok, some, { kind })).toEqual({ items: [], nextCursor: null, count: 0 })
    expect(await listPendingIds(istok, some, { kind })).toEqual([])
    const reader = { ...system, scopes: scopesOf([]) }
    await expect(findPending(istok, reader, { kind })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listPendingIds(istok, reader, { kind })).rejects.toMatchObject({ code: 'forbidden' })
  }
})
