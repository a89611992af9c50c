import { expect, test } from 'vitest'
import { category } from '#db/schema/content.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type ListRequest, listAnswers } from './list-answers.ts'
import { readCategories, readCategoryTree } from './read-category-tree.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const all: ListRequest = { channel: 'website', locale: 'ru', category: null, tag: null, limit: 200, cursor: null }

async function list(istok: Istok, request: Partial<ListRequest> = {}) {
  const { body } = await listAnswers(istok, { ...all, ...request })
  return JSON.parse(body.toString()) as { items: { slug: string; title: string }[]; nextCursor: string | null }
}
const slugs = async (istok: Istok, request: Partial<ListRequest> = {}) => (await list(istok, request)).items.map(({ slug }) => slug)

async function publish(istok: Istok, ...drafts: Parameters<typeof putDraft>[1][]): Promise<string[]> {
  const articles: string[] = []
  for (const draft of drafts) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { ...nothing, articles: [...new Set(articles)] })
  return articles
}

/** Categories as `name: parent`, in this order from the last to the first place. */
async function putTree(istok: Istok, tree: Record<string, string | null>) {
  const count = Object.keys(tree).length
  const rows = Object.entries(tree).map(([slug, parentId], index) => ({
    ...{ id: slug, slug, parentId, position: count - index, title: { ru: `Р ${slug}` }, description: {}, version: 1 },
    ...{ createdAt: 1, updatedAt: 1 },
  }))
  await write(istok.database, tx => tx.orm.insert(category).values(rows))
}

test('an empty channel lists nothing and has no categories', async () => {
  const istok = openTestIstok()
  await putTree(istok, { a: null, b: 'a' })
  expect(await list(istok)).toEqual({ items: [], nextCursor: null })
  expect(await readCategories(istok, { channel: 'website', locale: 'ru' })).toEqual([])
})

test('pages of any size have every answer once: the newest release first, in it by address', async () => {
  const istok = openTestIstok()
  await publish(istok, { slug: 'z' }, { slug: 'm' }, { slug: 'a' })
  await publish(istok, { slug: 'b' }, { slug: 'n' }, { slug: 'secret', audience: 'internal' })
  const order = ['b', 'n', 'a', 'm', 'z']
  for (const limit of [1, 2, 4, 5, 6]) {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list(istok, { limit, cursor })
      seen.push(...page.items.map(({ slug }) => slug))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(seen).toEqual(order)
  }
})

test('the last page is last also when an answer of it was withdrawn since, and its place holds nobody else back', async () => {
  const istok = openTestIstok()
  const [, b = ''] = await publish(istok, { slug: 'a' }, { slug: 'b' }, { slug: 'c' })
  const { nextCursor } = await list(istok, { limit: 2 })
  await publishRelease(istok, system, { ...nothing, withdraw: [b] })
  expect(await list(istok, { limit: 2, cursor: nextCursor })).toMatchObject({ items: [{ slug: 'c' }], nextCursor: null })
})

test.each([
  'x',
  '',
  Buffer.from('1').toString('base64url'),
  Buffer.from('-1 a').toString('base64url'),
  Buffer.from("1 a' OR 1").toString('base64url'),
  Buffer.from(`1 ${'a'.repeat(201)}`).toString('base64url'),
])('the cursor “%s” is refused with its place', async cursor => {
  await expect(list(openTestIstok(), { cursor })).rejects.toMatchObject({
    ...{ code: 'invalid', details: { errors: [{ pointer: '?cursor', reason: 'cursor' }] } },
  })
})

test('a category has what stands below it, and counts it where the channel says it', async () => {
  const istok = openTestIstok()
  await putTree(istok, { money: null, loans: 'money', mortgage: 'loans', cards: null, staff: null, empty: 'cards' })
  await publish(
    istok,
    { slug: 'm', category: 'money' },
    { slug: 'g', category: 'mortgage' },
    { slug: 'c', category: 'cards' },
    { slug: 's', category: 'staff', audience: 'internal' },
    { slug: 'none' },
  )
  expect([await slugs(istok, { category: 'money' }), await slugs(istok, { category: 'loans' })]).toEqual([['g', 'm'], ['g']])
  expect([await slugs(istok, { category: 'staff' }), await slugs(istok, { category: 'no-such' })]).toEqual([[], []])
  const tree = async (channel: string) => {
    type Node = Awaited<ReturnType<typeof readCategories>>[number]
    const told = ({ slug, count, children }: Node): string =>
      `${slug} ${count}${children.length > 0 ? ` (${children.map(told).join(', ')})` : ''}`
    return (await readCategories(istok, { channel, locale: 'ru' })).map(told)
  }
  expect(await tree('website')).toEqual(['cards 1', 'money 2 (loans 1 (mortgage 1))'])
  expect(await tree('operator')).toEqual(['staff 1', 'cards 1', 'money 2 (loans 1 (mortgage 1))'])
  const { body } = await readCategoryTree(istok, { channel: 'website', locale: 'ru' })
  expect(body.toString()).not.toContain('staff')
})

test('titles of categories come in the language, else in one that there is; an answer in another language does not count', async () => {
  const istok = openTestIstok()
  await putTree(istok, { cards: null })
  const [id = ''] = await publish(istok, { slug: 'c', category: 'cards' })
  await putDraft(istok, { id, slug: 'c', category: 'cards', locale: 'en', title: 'Card' })
  expect(await readCategories(istok, { channel: 'website', locale: 'en' })).toEqual([])
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  expect(await readCategories(istok, { channel: 'website', locale: 'en' })).toMatchObject([{ slug: 'cards', title: 'Р cards', count: 1 }])
})

test('a tag finds what is published with it, in its language; a tag of a draft finds nothing', async () => {
  const istok = openTestIstok()
  const [id = ''] = await publish(istok, { slug: 'a', tags: ['сборы', 'сборы'] }, { slug: 'b' })
  await putDraft(istok, { id, slug: 'a', tags: ['черновик'] })
  expect([await slugs(istok, { tag: 'сборы' }), await slugs(istok, { tag: 'черновик' })]).toEqual([['a'], []])
  expect([await slugs(istok, { tag: 'Сборы' }), await slugs(istok, { tag: 'сборы', locale: 'en' })]).toEqual([[], []])
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  expect([await slugs(istok, { tag: 'сборы' }), await slugs(istok, { tag: 'черновик' })]).toEqual([[], ['a']])
})

test('a list has the same tag while it says the same, and another when it says something else', async () => {
  const istok = openTestIstok()
  const [id = ''] = await publish(istok, { slug: 'a', title: 'Один' })
  const tag = async () => (await listAnswers(istok, all)).etag
  const first = await tag()
  await putDraft(istok, { id, slug: 'a', title: 'Два' })
  expect(await tag()).toBe(first)
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  await new Promise(resolve => setImmediate(resolve))
  expect(await tag()).not.toBe(first)
  expect((await list(istok)).items).toMatchObject([{ title: 'Два' }])
})
