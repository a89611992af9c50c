import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import { signIn } from '#lib/access/sign-in.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { addComment } from '#lib/review/add-comment.ts'
import { requestReview } from '#lib/review/request-review.ts'
import { now } from '../clock.ts'
import { openTestWire } from './test-wire.ts'

const password = 'correct horse battery'

/** A house with an article in each of two categories, and somebody who has every role in the first. */
async function openHouse() {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const { istok, ask } = wire
  const make = async (slug: string) => {
    await createCategory(istok, system, { slug, title: { ru: slug } })
    const id = await putDraft(istok, { slug: `in-${slug}` })
    await updateArticle(istok, system, { id, fields: { category: slug } })
    return id
  }
  const own = await make('cards')
  const foreign = await make('loans')
  const grants = (['author', 'approver', 'publisher'] as const).map(role => ({ category: 'cards', role }))
  const vera = await createUser(istok, system, { email: 'vera@bank.example', name: 'Вера', roles: ['viewer'], grants, password })
  const { sessionVersion, sessionId } = await signIn(istok, { email: vera.email, password, address: '10.0.0.1' })
  const token = await encode({ token: { userId: vera.id, sessionVersion, sessionId }, secret: istok.secret })
  const headers = { Cookie: `next-auth.session-token=${token}`, 'Sec-Fetch-Site': 'same-origin' }
  const asVera = (method: string, path: string, body?: unknown) => {
    const version: Record<string, string> = path.endsWith('/match') ? { 'If-Match': '"1"' } : {}
    return ask(method, path, { headers: { ...headers, ...version }, ...(body === undefined ? {} : { body }) })
  }
  return { ...wire, own, foreign, vera, asVera }
}

const release = (named: object) => ({ note: '', articles: [], facts: [], snippets: [], withdraw: [], ...named })
const text = { title: 'Чужая', markdown: 'Текст.' }

test('somebody with every role in one category changes nothing of another one, by whatever route', async () => {
  const { istok, asVera, foreign, admin, ask } = await openHouse()
  const [review] = await requestReview(istok, system, { articleId: foreign, locale: null, note: '' })
  const remark = { articleId: foreign, locale: 'ru', path: '/title', quote: '', text: 'Так?', threadId: null, reviewId: null }
  const comment = await addComment(istok, system, remark)
  const later = new Date(now() + 3_600_000).toISOString()
  await publishRelease(istok, system, release({ articles: [foreign] }))
  const planned = await publishRelease(istok, system, { ...release({ articles: [foreign] }), publishAt: now() + 3_600_000 })
  const schedule = 'id' in planned ? planned.id : ''
  const article = `/articles/${foreign}`
  const attempts: [string, string, unknown?][] = [
    ['POST', '/articles', { slug: 'mine', category: 'loans' }],
    ['POST', '/articles', { slug: 'mine' }],
    ['PATCH', article, { category: 'cards' }],
    ['DELETE', article],
    ['PUT', `${article}/translations/ru`, text],
    ['PUT', `${article}/translations/en`, text],
    ['PUT', `${article}/translations/ru/match`, { source: 'en', sourceHash: 'x' }],
    ['POST', `${article}/translations/ru/variations/ivr/confirmation`],
    ['POST', `${article}/translations/ru/revisions/1/restoration`],
    ['POST', `${article}/reviews`, { note: '' }],
    ['POST', `${article}/confirmations`],
    ['POST', `${article}/comments`, { locale: 'ru', text: 'Моё' }],
    ['PATCH', `/comments/${comment.id}`, { resolved: true }],
    ['PATCH', `/reviews/${review?.id}`, { state: 'approved' }],
    ['PATCH', `/reviews/${review?.id}`, { state: 'rejected', reason: 'Нет' }],
    ['PATCH', `/reviews/${review?.id}`, { state: 'withdrawn' }],
    ['PUT', `${article}/presence/tab`, { locale: 'ru' }],
    ['POST', '/releases', release({ articles: [foreign] })],
    ['POST', '/releases', release({ withdraw: [foreign] })],
    ['POST', '/releases', { ...release({ articles: [foreign] }), publishAt: later }],
    ['POST', '/releases/preview', release({ articles: [foreign] })],
    ['POST', '/releases/1/rollback'],
    ['PATCH', `/schedules/${schedule}`, { publishAt: later }],
    ['DELETE', `/schedules/${schedule}`],
    ['GET', `/schedules/${schedule}/preview`],
    ['PUT', '/facts/fee', {}],
    ['POST', '/categories', {}],
    ['POST', '/synonyms', {}],
    ['POST', '/imports', {}],
    ['GET', '/users'],
    ['PATCH', '/users/x', { grants: [] }],
  ]
  const before = await (await ask('GET', article, { key: admin })).json()
  const wrong: string[] = []
  for (const [method, path, body] of attempts) {
    const { status } = await asVera(method, path, body)
    if (status !== 403 && status !== 404) wrong.push(`${method} ${path}: ${status}`)
  }
  expect(wrong).toEqual([])
  expect(await (await ask('GET', article, { key: admin })).json()).toEqual(before)
  for (const path of ['/article-changes', '/reviews']) {
    const reply = await asVera('POST', path, { articles: [foreign], ...(path === '/reviews' ? {} : { addTags: ['x'] }) })
    expect(await reply.json()).toMatchObject({ done: 0, failures: [{ articleId: foreign, code: 'forbidden' }] })
  }
})

test('roles in categories are given, shown, kept in the log, and hold and end with the next request of the same session', async () => {
  const { asVera, own, foreign, vera, admin, ask } = await openHouse()
  expect((await asVera('PATCH', `/articles/${own}`, { tags: ['a'] })).status).toBe(200)
  expect((await asVera('POST', '/releases', release({ articles: [own] }))).status).toBe(201)
  const give = (grants: unknown) => ask('PATCH', `/users/${vera.id}`, { key: admin, body: { grants } })
  const changed = (await (await give([{ category: 'loans', role: 'author' }])).json()) as { grants: unknown }
  expect(changed.grants).toEqual([{ category: 'loans', role: 'author' }])
  expect((await asVera('PATCH', `/articles/${own}`, { tags: ['b'] })).status).toBe(403)
  expect((await asVera('PATCH', `/articles/${foreign}`, { tags: ['b'] })).status).toBe(200)
  expect((await asVera('POST', '/releases', release({ articles: [foreign] }))).status).toBe(403)
  const log = await ask('GET', '/audit?action=user.updated', { key: admin })
  expect(((await log.json()) as { items: { details: unknown }[] }).items[0]?.details).toMatchObject({
    grants: [{ category: 'loans', role: 'author' }],
    before: { grants: expect.arrayContaining([{ category: 'cards', role: 'publisher' }]) },
  })
  const unknown = await give([{ category: 'nowhere', role: 'author' }])
  expect([unknown.status, ((await unknown.json()) as { errors: object[] }).errors[0]]).toMatchObject([
    422,
    { pointer: '/grants/0/category', reason: 'missing' },
  ])
  for (const role of ['admin', 'viewer', 'operator']) expect((await give([{ category: 'cards', role }])).status).toBe(422)
  await give([])
  expect((await asVera('PATCH', `/articles/${foreign}`, { tags: ['c'] })).status).toBe(403)
})
