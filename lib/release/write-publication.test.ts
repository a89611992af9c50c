import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { putDraft } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { rollBack } from './roll-back.ts'

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

test.each(['first', 'second'])(
  'an address does not pass to another article in the release in which its article leaves it (%s)',
  async order => {
    const { istok, x, y } = await openTwo(order)
    await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
    await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
    const before = countRows(istok)
    await expect(publish(istok, { articles: [x, y] })).rejects.toMatchObject(taken)
    await expect(publish(istok, { articles: [y, x] })).rejects.toMatchObject(taken)
    await expect(publish(istok, { articles: [y], withdraw: [x] })).rejects.toMatchObject(taken)
    expect(countRows(istok)).toEqual(before)
    expect(await said(istok, 'a')).toBe('Икс')
    await publish(istok, { articles: [x] })
    await publish(istok, { articles: [y] })
    expect([await said(istok, 'a'), await said(istok, 'c')]).toEqual(['Игрек', 'Икс'])
    expect([await said(istok, 'a', { release: 1 }), await said(istok, 'a', { release: 2 })]).toEqual(['Икс', '→ c'])
  },
)

test.each(['first', 'second'])(
  'a roll-back that would hand an address over is refused whole, and goes when the address is free (%s)',
  async order => {
    const { istok, x, y } = await openTwo(order)
    await putDraft(istok, { id: x, slug: 'c', title: 'Икс' })
    await publish(istok, { articles: [x] })
    await putDraft(istok, { id: y, slug: 'a', title: 'Игрек' })
    await publish(istok, { articles: [y] })
    const before = countRows(istok)
    await expect(rollBack(istok, system, { number: 2, note: '' })).rejects.toMatchObject(taken)
    expect(countRows(istok)).toEqual(before)
    await publish(istok, { withdraw: [y] })
    await rollBack(istok, system, { number: 2, note: '' })
    expect([await said(istok, 'a'), await said(istok, 'c')]).toEqual(['Икс', '→ a'])
  },
)

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
  expect([await said(istok, 'a'), await said(istok, 'for-staff'), await said(istok, id)]).toEqual(['gone', 'missing', 'missing'])
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
