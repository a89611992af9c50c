import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import { readSaid } from '#lib/delivery/read-said.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { putDraft } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { rollBack } from './roll-back.ts'
import { verifyStore } from './verify-store.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const publish = (istok: Istok, request: Partial<typeof nothing> | Record<string, string[]>) =>
  publishRelease(istok, system, { ...nothing, ...request })

/** What stands at an address: a title, an arrow to another address, or why nothing does. */
async function said(istok: Istok, slug: string, more: { locale?: string; channel?: string; release?: number } = {}): Promise<string> {
  const answer = await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null, ...more })
  if (answer.kind === 'found') return (JSON.parse(answer.reply.body.toString()) as { title: string }).title
  return answer.kind === 'moved' ? `→ ${answer.slug}` : answer.kind
}

const countRows = (istok: Istok) =>
  ['release', 'rendition', 'revision', 'publication', 'feed', 'redirect'].map(table =>
    istok.database.reader.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  )

/** An article under the address `a`, and one that is not published. Ids in both orders, because a release works in their order. */
async function openTwo(order: string) {
  const istok = openTestIstok()
  const [x = '', y = ''] = order === 'first' ? ['1'.repeat(32), '2'.repeat(32)] : ['2'.repeat(32), '1'.repeat(32)]
  await putDraft(istok, { id: x, slug: 'a', title: 'Икс' })
  await publish(istok, { articles: [x] })
  return { istok, x, y }
}

const taken = { code: 'conflict', details: { reason: 'slug-live', arguments: { value: 'a' } } }

/** The operations of the website's feed in a release. */
const fed = (istok: Istok, release: number) =>
  istok.database.reader.sqlite
    .prepare("SELECT op || ' ' || slug FROM feed WHERE channel = 'website' AND release = ? ORDER BY number")
    .pluck()
    .all(release) as string[]

const expectSound = async (istok: Istok) => expect((await verifyStore(istok, system)).problems).toEqual([])

test.each(['first', 'second'])('an address passes to another article in the release in which its article leaves it (%s)', async order => {
  const { istok, x, y } = await openTwo(order)
  await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
  await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
  await publish(istok, { articles: [x, y] })
  expect([await said(istok, 'a'), await said(istok, 'c')]).toEqual(['Игрек', 'Икс'])
  expect([await said(istok, 'a', { release: 1 }), await said(istok, 'c', { release: 1 })]).toEqual(['Икс', 'missing'])
  expect([await said(istok, 'a', { release: 2 }), await said(istok, 'c', { release: 2 })]).toEqual(['Игрек', 'Икс'])
  expect(await said(istok, x)).toBe('→ c')
  const feed = fed(istok, 2)
  expect(feed.toSorted()).toEqual(['delete a', 'upsert a', 'upsert c'])
  expect(feed.indexOf('delete a')).toBeLessThan(feed.indexOf('upsert a'))
  await expectSound(istok)
  await rollBack(istok, system, { number: 2, note: '' })
  expect([await said(istok, 'a'), await said(istok, 'c')]).toEqual(['Икс', '→ a'])
  await expectSound(istok)
})

test.each(['first', 'second'])('an article takes the address of one that is withdrawn with the same release (%s)', async order => {
  const { istok, x, y } = await openTwo(order)
  await putDraft(istok, { id: x, slug: 'b', title: 'Икс' })
  await putDraft(istok, { id: x, slug: 'b', locale: 'en', title: 'Ex' })
  await publish(istok, { articles: [x] })
  await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
  await putDraft(istok, { id: y, slug: 'b', title: 'Игрек' })
  await publish(istok, { articles: [y], withdraw: [x] })
  expect([await said(istok, 'b'), await said(istok, 'b', { locale: 'en' }), await said(istok, x)]).toEqual(['Игрек', 'gone', 'gone'])
  expect([await said(istok, 'a'), await said(istok, 'a', { release: 3 }), await said(istok, 'b', { release: 2 })]).toEqual([
    ...['gone', 'gone', 'Икс'],
  ])
  const channels = ['website', 'operator']
  expect(await readSaid(istok, { articleId: x, locale: 'ru', release: null, channels })).toEqual([])
  expect(await readSaid(istok, { articleId: x, locale: 'ru', release: 2, channels })).toMatchObject([{ slug: 'b' }, { slug: 'b' }])
  await expectSound(istok)
})

test.each(['first', 'second'])('two articles exchange their addresses, and change back (%s)', async order => {
  const { istok, x, y } = await openTwo(order)
  await putDraft(istok, { id: y, slug: 'b', title: 'Игрек' })
  await publish(istok, { articles: [y] })
  await putDraft(istok, { id: x, slug: 'free', title: 'Икс' })
  await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
  await putDraft(istok, { id: x, slug: 'b', title: 'Икс' })
  await publish(istok, { articles: [x, y] })
  expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['Игрек', 'Икс'])
  await expectSound(istok)
  await rollBack(istok, system, { number: 3, note: '' })
  expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['Икс', 'Игрек'])
  expect(await said(istok, 'a', { release: 3 })).toBe('Игрек')
  await expectSound(istok)
})

test.each(['first', 'second'])(
  'an address that its article does not leave with the release does not pass, and nothing changes (%s)',
  async order => {
    const { istok, x, y } = await openTwo(order)
    await putDraft(istok, { id: y, slug: 'b', title: 'Игрек' })
    await publish(istok, { articles: [y] })
    await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
    await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
    const before = countRows(istok)
    await expect(publish(istok, { articles: [y] })).rejects.toMatchObject(taken)
    expect(countRows(istok)).toEqual(before)
    expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['Икс', 'Игрек'])
  },
)

test.each(['first', 'second'])('an address that was handed over in part is said by each where it stands (%s)', async order => {
  const { istok, x, y } = await openTwo(order)
  await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
  await putDraft(istok, { id: y, slug: 'a', title: 'Игрек', channels: ['operator'] })
  await publish(istok, { articles: [x, y] })
  expect([await said(istok, 'a', { channel: 'operator' }), await said(istok, 'c'), await said(istok, 'a')]).toEqual([
    ...['Игрек', 'Икс', 'gone'],
  ])
  expect(await said(istok, 'a', { release: 2 })).toBe('→ c')
  await expectSound(istok)
})

test.each(['first', 'second'])('a roll-back gives an address back to its article, and the newer one leaves with it (%s)', async order => {
  const { istok, x, y } = await openTwo(order)
  await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
  await publish(istok, { articles: [x] })
  await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
  await publish(istok, { articles: [y] })
  await rollBack(istok, system, { number: 2, note: '' })
  expect([await said(istok, 'a'), await said(istok, 'c'), await said(istok, y)]).toEqual(['Икс', '→ a', 'gone'])
  expect([await said(istok, 'a', { release: 3 }), await said(istok, 'a', { release: 4 })]).toEqual(['Игрек', 'Икс'])
  await expectSound(istok)
  await rollBack(istok, system, { number: 4, note: '' })
  expect([await said(istok, 'a'), await said(istok, 'c')]).toEqual(['Игрек', 'Икс'])
  await expectSound(istok)
})

test('every former address leads to where the article stands now, however often it moved and came back', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Ответ' })
  await publish(istok, { articles: [id] })
  for (const slug of ['b', 'c', 'a', 'd']) {
    await putDraft(istok, { id, slug, title: 'Ответ' })
    await publish(istok, { articles: [id] })
  }
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(slug => said(istok, slug)))).toEqual(['→ d', '→ d', '→ d', 'Ответ'])
  expect(await said(istok, 'b', { release: 2 })).toBe('Ответ')
  expect(await said(istok, 'b', { release: 4 })).toBe('→ a')
  expect(await said(istok, 'd', { release: 4 })).toBe('missing')
})

test('a former address that another article takes is that article’s from then on, also when the first one moves on', async () => {
  const istok = openTestIstok()
  const x = await putDraft(istok, { slug: 'a', title: 'Икс' })
  await publish(istok, { articles: [x] })
  await putDraft(istok, { id: x, slug: 'b', title: 'Икс' })
  await publish(istok, { articles: [x] })
  const y = await putDraft(istok, { slug: 'a', title: 'Игрек' })
  await publish(istok, { articles: [y] })
  await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
  await publish(istok, { articles: [x] })
  expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['Игрек', '→ c'])
  await putDraft(istok, { id: y, slug: 'd', title: 'Игрек' })
  await publish(istok, { articles: [y] })
  expect(await said(istok, 'a')).toBe('→ d')
})

test('a withdrawn article leaves its addresses gone and free, and coming back it has them again', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Ответ' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'b', title: 'Ответ' })
  await publish(istok, { articles: [id] })
  await publish(istok, { withdraw: [id] })
  expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['gone', 'gone'])
  await publish(istok, { articles: [id] })
  expect([await said(istok, 'a'), await said(istok, 'b')]).toEqual(['→ b', 'Ответ'])
  await publish(istok, { withdraw: [id] })
  const other = await putDraft(istok, { slug: 'a', title: 'Другой' })
  await publish(istok, { articles: [other] })
  expect(await said(istok, 'a')).toBe('Другой')
})

test('an address moves in every language in which the article is said, and in no other', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Ответ' })
  await putDraft(istok, { id, slug: 'a', locale: 'en', title: 'Answer' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'b', title: 'Ответ' })
  await publish(istok, { articles: [id] })
  expect([await said(istok, 'a'), await said(istok, 'a', { locale: 'en' })]).toEqual(['→ b', '→ b'])
  expect([await said(istok, 'b', { locale: 'en' }), await said(istok, 'a', { locale: 'de' })]).toEqual(['Answer', 'missing'])
})

test('a public channel does not say where an article that became internal has moved to', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Ответ' })
  await publish(istok, { articles: [id] })
  await putDraft(istok, { id, slug: 'for-staff', title: 'Служебный', audience: 'internal' })
  await publish(istok, { articles: [id] })
  expect([await said(istok, 'a'), await said(istok, 'for-staff'), await said(istok, id)]).toEqual(['gone', 'missing', 'gone'])
  expect([await said(istok, 'a', { channel: 'operator' }), await said(istok, 'for-staff', { channel: 'operator' })]).toEqual([
    '→ for-staff',
    'Служебный',
  ])
})

test('the same text published again makes no new revision, another text does, and the old one put back does, too', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a', title: 'Один' })
  const newest = () =>
    istok.database.reader.sqlite.prepare('SELECT max(number) FROM revision WHERE article_id = ?').pluck().get(id) as number
  await publish(istok, { articles: [id] })
  await publish(istok, { articles: [id] })
  expect(newest()).toBe(1)
  await putDraft(istok, { id, slug: 'a', title: 'Два' })
  await publish(istok, { articles: [id] })
  expect(newest()).toBe(2)
  await putDraft(istok, { id, slug: 'a', title: 'Один' })
  await publish(istok, { articles: [id] })
  expect([newest(), await said(istok, 'a')]).toEqual([3, 'Один'])
  await putDraft(istok, { id, slug: 'a', title: 'Один', tags: ['новое'] })
  await publish(istok, { articles: [id] })
  expect(newest()).toBe(4)
})
