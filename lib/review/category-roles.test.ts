import { expect, test } from 'vitest'
import { type Actor, type GrantableRole, grantsOf, system } from '#lib/access/actor.ts'
import { readArticleRights } from '#lib/authoring/article-rights.ts'
import { changeArticles } from '#lib/authoring/change-articles.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { createFact } from '#lib/authoring/create-fact.ts'
import { deleteArticle } from '#lib/authoring/delete-article.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { listPending } from '#lib/authoring/list-pending.ts'
import { placeCategory } from '#lib/authoring/place-category.ts'
import { readContent } from '#lib/authoring/read-content.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { cancelSchedule } from '#lib/release/cancel-schedule.ts'
import { moveSchedule } from '#lib/release/move-schedule.ts'
import { previewRelease } from '#lib/release/preview-release.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { rollBack } from '#lib/release/roll-back.ts'
import { now } from '../clock.ts'
import { isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { addComment } from './add-comment.ts'
import { confirmArticle } from './confirm-article.ts'
import { decideReview } from './decide-review.ts'
import { countWaiting, listReviews } from './list-reviews.ts'
import { requestReview } from './request-review.ts'
import { requestReviews } from './request-reviews.ts'
import { resolveComment } from './resolve-comment.ts'
import { person } from './review.fixture.ts'

const places = ['cards', 'credit', 'loans', 'none'] as const
type Place = (typeof places)[number]

/** cards › credit, loans; and what stands in no category. */
async function openHouse() {
  const istok = openTestIstok()
  const ids: Record<string, string> = {}
  for (const [slug, parent] of [
    ['cards', null],
    ['credit', 'cards'],
    ['loans', null],
  ] as const)
    ids[slug] = (await createCategory(istok, system, { slug, parent, title: { ru: slug } })).id
  return { istok, ids, give: (base: Actor, ...roles: [string, GrantableRole][]) => given(ids, base, ...roles) }
}

function given(ids: Record<string, string>, base: Actor, ...roles: [string, GrantableRole][]): Actor {
  return { ...base, grants: grantsOf(roles.map(([slug, role]) => ({ category: ids[slug] ?? slug, role }))) }
}

let made = 0
async function draftIn(istok: Istok, place: Place, isLive = false): Promise<string> {
  const category = place === 'none' ? null : place
  const { id } = await createArticle(istok, system, { slug: `a-${++made}`, category })
  const { content } = readContent({ title: `Статья ${made}`, markdown: 'Текст.' })
  await saveTranslation(istok, system, { articleId: id, locale: 'ru', expectedVersion: null, content })
  if (isLive) await publishRelease(istok, system, release({ articles: [id] }))
  return id
}

const release = (named: Partial<Record<'articles' | 'facts' | 'snippets' | 'withdraw', string[]>>) => ({
  ...{ note: '', articles: [], facts: [], snippets: [], withdraw: [] },
  ...named,
})
const hour = 3_600_000

/** Everything that is done to one article; each makes what it needs as somebody who may. */
const deeds: Record<string, (istok: Istok, actor: Actor, place: Place) => Promise<unknown>> = {
  create: (istok, actor, place) => createArticle(istok, actor, { slug: `n-${++made}`, category: place === 'none' ? null : place }),
  edit: async (istok, actor, place) => {
    const articleId = await draftIn(istok, place)
    const { content } = readContent({ title: 'Другая', markdown: 'Другой.' })
    return saveTranslation(istok, actor, { articleId, locale: 'ru', expectedVersion: 1, content })
  },
  describe: async (istok, actor, place) => updateArticle(istok, actor, { id: await draftIn(istok, place), fields: { tags: ['new'] } }),
  delete: async (istok, actor, place) => deleteArticle(istok, actor, { id: await draftIn(istok, place) }),
  send: async (istok, actor, place) => requestReview(istok, actor, { articleId: await draftIn(istok, place), locale: null, note: '' }),
  remark: async (istok, actor, place) => {
    const remark = { articleId: await draftIn(istok, place), locale: 'ru', path: '/title', quote: '', threadId: null, reviewId: null }
    const { id } = await addComment(istok, system, { ...remark, text: 'Так?' })
    await addComment(istok, actor, { ...remark, text: 'Да.' })
    return resolveComment(istok, actor, { id, resolved: true })
  },
  confirm: async (istok, actor, place) => confirmArticle(istok, actor, await draftIn(istok, place, true)),
  approve: async (istok, actor, place) => {
    const [review] = await requestReview(istok, system, { articleId: await draftIn(istok, place), locale: null, note: '' })
    return decideReview(istok, actor, review?.id ?? '', { state: 'approved' })
  },
  return: async (istok, actor, place) => {
    const [review] = await requestReview(istok, system, { articleId: await draftIn(istok, place), locale: null, note: '' })
    return decideReview(istok, actor, review?.id ?? '', { state: 'rejected', reason: 'Нет' })
  },
  publish: async (istok, actor, place) => publishRelease(istok, actor, release({ articles: [await draftIn(istok, place)] })),
  withdraw: async (istok, actor, place) => publishRelease(istok, actor, release({ withdraw: [await draftIn(istok, place, true)] })),
  preview: async (istok, actor, place) =>
    previewRelease(istok, actor, {
      task: { kind: 'publish', request: release({ articles: [await draftIn(istok, place)] }) },
      publishAt: null,
    }),
  schedule: async (istok, actor, place) =>
    publishRelease(istok, actor, { ...release({ articles: [await draftIn(istok, place)] }), publishAt: now() + hour }),
  move: async (istok, actor, place) => moveSchedule(istok, actor, { id: await scheduleIn(istok, place), publishAt: now() + 2 * hour }),
  cancel: async (istok, actor, place) => cancelSchedule(istok, actor, await scheduleIn(istok, place)),
}

async function scheduleIn(istok: Istok, place: Place): Promise<string> {
  const done = await publishRelease(istok, system, { ...release({ articles: [await draftIn(istok, place)] }), publishAt: now() + hour })
  return 'id' in done ? done.id : ''
}

const writing = ['create', 'edit', 'describe', 'delete', 'send', 'remark', 'confirm']
const approving = [...writing, 'approve', 'return']
const publishing = [...writing, 'publish', 'withdraw', 'preview', 'schedule', 'move', 'cancel']
const viewer = person('vera', 'viewer')

/** Who, and what they may do where. */
const table: [string, (ids: Record<string, string>) => Actor, Partial<Record<Place, string[]>>][] = [
  ['a viewer', () => viewer, {}],
  ['an author of cards', ids => given(ids, viewer, ['cards', 'author']), { cards: writing, credit: writing }],
  ['an author of credit', ids => given(ids, viewer, ['credit', 'author']), { credit: writing }],
  ['an approver of cards', ids => given(ids, viewer, ['cards', 'approver']), { cards: approving, credit: approving }],
  ['a publisher of loans', ids => given(ids, viewer, ['loans', 'publisher']), { loans: publishing }],
  [
    'an author who publishes credit',
    ids => given(ids, person('olga', 'author'), ['credit', 'publisher']),
    { cards: writing, credit: publishing, loans: writing, none: writing },
  ],
  ['somebody with a role in a category that is gone', ids => given(ids, viewer, ['gone', 'publisher']), {}],
  ['a publisher', () => person('pavel', 'publisher'), Object.fromEntries(places.map(place => [place, publishing]))],
]

test.each(table)('%s may do in each category what the roles say and nothing else', async (_, actorOf, expected) => {
  const { istok, ids } = await openHouse()
  const actor = actorOf(ids)
  const may: Partial<Record<Place, string[]>> = {}
  for (const place of places) {
    const done: string[] = []
    for (const [name, deed] of Object.entries(deeds)) {
      const refusal = await deed(istok, actor, place).then(
        () => null,
        (error: unknown) => (isIstokError(error) ? error.code : String(error)),
      )
      if (refusal === null) done.push(name)
      else expect([name, place, refusal]).toEqual([name, place, 'forbidden'])
    }
    if (done.length > 0) may[place] = done
  }
  const sorted = (rights: typeof may) => Object.fromEntries(Object.entries(rights).map(([place, names]) => [place, [...names].sort()]))
  expect(sorted(may)).toEqual(sorted(expected))
})

test('who moves an article needs the right in both categories; a bulk change names those that were refused', async () => {
  const { istok, give } = await openHouse()
  const author = give(viewer, ['cards', 'author'])
  const [own, foreign] = [await draftIn(istok, 'cards'), await draftIn(istok, 'loans')]
  const to = (actor: Actor, id: string, category: string | null) => updateArticle(istok, actor, { id, fields: { category } })
  await expect(to(author, own, 'loans')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(to(author, own, null)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(to(author, foreign, 'cards')).rejects.toMatchObject({ code: 'forbidden' })
  expect((await to(author, own, 'credit')).category).toBe('credit')
  expect((await to(give(viewer, ['cards', 'author'], ['loans', 'author']), foreign, 'cards')).category).toBe('cards')
  const other = await draftIn(istok, 'loans')
  const bulk = await changeArticles(istok, author, { articles: [own, other], addTags: ['x'] })
  expect(bulk).toMatchObject({ done: 1, failures: [{ articleId: other, code: 'forbidden' }] })
  const sent = await requestReviews(istok, author, { articles: [own, other], note: '' })
  expect(sent).toMatchObject({ done: 1, failures: [{ articleId: other, code: 'forbidden' }] })
})

test('what is live in another category cannot be published, withdrawn or approved by moving its draft', async () => {
  const { istok, give } = await openHouse()
  const olga = give(person('olga', 'author'), ['cards', 'publisher'], ['cards', 'approver'])
  const id = await draftIn(istok, 'loans', true)
  await updateArticle(istok, olga, { id, fields: { category: 'cards' } })
  await expect(publishRelease(istok, olga, release({ articles: [id] }))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(publishRelease(istok, olga, release({ withdraw: [id] }))).rejects.toMatchObject({ code: 'forbidden' })
  const [review] = await requestReview(istok, olga, { articleId: id, locale: null, note: '' })
  expect(review?.obstacle).toBe('not-an-approver')
  await expect(decideReview(istok, olga, review?.id ?? '', { state: 'approved' })).rejects.toMatchObject({ code: 'forbidden' })
  await publishRelease(istok, system, release({ articles: [id] }))
  await publishRelease(istok, olga, release({ withdraw: [id] }))
})

test('nobody gains rights over articles by moving their category', async () => {
  const { istok, ids, give } = await openHouse()
  const olga = give(person('olga', 'author'), ['cards', 'publisher'])
  const place = (actor: Actor, slug: string, parent: string | null) =>
    placeCategory(istok, actor, { id: ids[slug] ?? '', place: { parent, after: null } })
  await expect(place(olga, 'loans', 'cards')).rejects.toMatchObject({ code: 'forbidden' })
  await place(olga, 'credit', null)
  await expect(place(olga, 'credit', 'cards')).rejects.toMatchObject({ code: 'forbidden' })
  await place(person('pavel', 'publisher'), 'loans', 'cards')
})

test('facts, snippets, categories and rolling back stay with those who may everywhere', async () => {
  const { istok, give } = await openHouse()
  const all = give(viewer, ['cards', 'publisher'], ['cards', 'approver'])
  const fact = {
    key: 'fee',
    type: 'money' as const,
    unit: 'RUB',
    title: { ru: 'Плата' },
    values: [{ value: '1', validFrom: null, validTo: null }],
  }
  await createFact(istok, system, fact)
  const id = await draftIn(istok, 'cards', true)
  const refused = { code: 'forbidden' }
  await expect(createFact(istok, all, { ...fact, key: 'other' })).rejects.toMatchObject(refused)
  await expect(createCategory(istok, all, { slug: 'new', title: { ru: 'Новая' }, parent: 'cards' })).rejects.toMatchObject(refused)
  await expect(publishRelease(istok, all, release({ articles: [id], facts: ['fee'] }))).rejects.toMatchObject(refused)
  await expect(rollBack(istok, all, { number: 1, note: '' })).rejects.toMatchObject(refused)
})

test('lists offer what may be done: articles by right, reviews that wait, what can be released', async () => {
  const { istok, give } = await openHouse()
  const [card, credit, loan] = [await draftIn(istok, 'cards'), await draftIn(istok, 'credit'), await draftIn(istok, 'loans')]
  for (const articleId of [card, credit, loan]) await requestReview(istok, system, { articleId, locale: null, note: '' })
  const approver = give(viewer, ['cards', 'approver'])
  expect(await countWaiting(istok, approver)).toBe(2)
  expect((await listReviews(istok, approver, { view: 'waiting' })).items.map(({ articleId }) => articleId).sort()).toEqual(
    [card, credit].sort(),
  )
  expect(await countWaiting(istok, viewer)).toBe(0)
  const publisher = give(viewer, ['loans', 'publisher'])
  expect((await listPending(istok, publisher)).articles.map(({ id }) => id)).toEqual([loan])
  expect((await listArticles(istok, publisher, { may: 'publish' })).items.map(({ id }) => id)).toEqual([loan])
  expect((await listArticles(istok, publisher, {})).items).toHaveLength(3)
  expect(readArticleRights(istok, publisher, [card, loan])).toEqual(
    new Map([
      [card, { write: false, approve: false, publish: false }],
      [loan, { write: true, approve: false, publish: true }],
    ]),
  )
})
