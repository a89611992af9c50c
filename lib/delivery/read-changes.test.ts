import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { readChanges } from './read-changes.ts'
import { readFeedEnd } from './read-feed-end.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const gone = { code: 'not_found', details: { status: 410, extra: { snapshot: '/api/v1/channels/website/answers' } } }
const website = { channel: 'website', after: null, limit: 100 }

async function openFeed(count: number): Promise<{ istok: Istok; ids: string[] }> {
  const istok = openTestIstok()
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push(await putDraft(istok, { slug: `a${index}` }))
  if (count > 0) await publishRelease(istok, system, { ...nothing, articles: ids })
  return { istok, ids }
}

test('an empty feed ends where it begins', async () => {
  const { istok } = await openFeed(0)
  const empty = { items: [], nextCursor: '0', hasMore: false }
  expect(await readChanges(istok, website)).toEqual(empty)
  expect(await readChanges(istok, { ...website, after: '0' })).toEqual(empty)
  expect(readFeedEnd(istok, 'website')).toBe(0)
  await expect(readChanges(istok, { ...website, after: '1' })).rejects.toMatchObject(gone)
})

test('pages of any size have every change once, in order, and say rightly whether more follows', async () => {
  const { istok, ids } = await openFeed(5)
  await publishRelease(istok, system, { ...nothing, withdraw: ids.slice(0, 2) })
  const { items: all } = await readChanges(istok, website)
  expect(all.map(({ seq, op, release }) => `${seq} ${op} ${release}`)).toEqual([
    ...[1, 2, 3, 4, 5].map(seq => `${seq} upsert 1`),
    ...[6, 7].map(seq => `${seq} delete 2`),
  ])
  for (const limit of [1, 2, 3, 6, 7, 8]) {
    const seen: typeof all = []
    let after: string | null = null
    let hasMore = true
    while (hasMore) {
      const page = await readChanges(istok, { channel: 'website', after, limit })
      expect(page.hasMore).toBe(seen.length + limit < all.length)
      expect(page.items.length).toBe(Math.min(limit, all.length - seen.length))
      seen.push(...page.items)
      after = page.nextCursor
      hasMore = page.hasMore
    }
    expect(seen).toEqual(all)
    expect(await readChanges(istok, { channel: 'website', after, limit })).toEqual({ items: [], nextCursor: after, hasMore: false })
  }
})

test('each channel counts its own changes without a gap, and of internal articles a public one has none', async () => {
  const istok = openTestIstok()
  const publish = async (slug: string, more: object = {}) =>
    publishRelease(istok, system, { ...nothing, articles: [await putDraft(istok, { slug, ...more })] })
  await publish('a')
  await publish('secret', { audience: 'internal' })
  await publish('only-ivr', { channels: ['ivr'] })
  await publish('b')
  const read = async (channel: string) => (await readChanges(istok, { ...website, channel })).items.map(({ seq, slug }) => `${seq} ${slug}`)
  expect(await read('website')).toEqual(['1 a', '2 b'])
  expect(await read('ivr')).toEqual(['1 a', '2 only-ivr', '3 b'])
  expect((await read('operator')).filter(item => item.includes('secret'))).toEqual(['2 secret'])
  expect([readFeedEnd(istok, 'website'), readFeedEnd(istok, 'ivr')]).toEqual([2, 3])
})

test('an article that becomes internal leaves a deletion in public feeds without a hash, and a moved one two changes', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a' })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  await putDraft(istok, { id, slug: 'b' })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  await putDraft(istok, { id, slug: 'secret', audience: 'internal' })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  const { items } = await readChanges(istok, website)
  expect(items.map(({ op, slug, hash }) => [op, slug, hash !== null])).toEqual([
    ['upsert', 'a', true],
    ['delete', 'a', false],
    ['upsert', 'b', true],
    ['delete', 'b', false],
  ])
})

test.each(['', 'x', '-1', '1.5', '1e3', ' 1', '١', '9'.repeat(16)])('the cursor “%s” is refused with its place', async after => {
  const { istok } = await openFeed(1)
  await expect(readChanges(istok, { ...website, after })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { errors: [{ pointer: '?after', reason: 'cursor' }] } },
  })
})

test('a cursor before what is kept, or of another history, is told to begin anew, with the address of the whole', async () => {
  const { istok } = await openFeed(5)
  istok.database.writer.sqlite.prepare("DELETE FROM feed WHERE channel = 'website' AND number <= 2").run()
  for (const after of ['0', '1', '6', '999999999999999'])
    await expect(readChanges(istok, { ...website, after })).rejects.toMatchObject(gone)
  const seqs = async (after: string | null) => (await readChanges(istok, { ...website, after })).items.map(({ seq }) => seq)
  expect([await seqs('2'), await seqs('3'), await seqs('5'), await seqs(null)]).toEqual([[3, 4, 5], [4, 5], [], [3, 4, 5]])
})
