import { expect, test } from 'vitest'
import { type Role, system } from '#lib/access/actor.ts'
import { createUser } from '#lib/access/create-user.ts'
import type { Grant } from '#lib/access/grants.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { createTag } from '#lib/authoring/create-tag.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestWire } from './test-wire.ts'

const publish = (istok: Awaited<ReturnType<typeof openTestWire>>['istok'], articles: string[]) =>
  publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })

/** A house with three answers in two topics, one of them below the other, one answer for the phone too, one for operators only, and a draft. */
async function opened() {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  const { istok } = wire
  const ids: Record<string, string> = {}
  const plant = async (slug: string, parent: string | null) => {
    ids[slug] = (await createCategory(istok, system, { slug, title: { ru: `Тема ${slug}` }, parent })).id
  }
  await plant('cards', null)
  await plant('lost', 'cards')
  await plant('money', null)
  await createTag(istok, system, { slug: 'urgent' })
  await createTag(istok, system, { slug: 'other' })
  const put = async (slug: string, category: string | null, more: object = {}) => {
    ids[`/${slug}`] = await putDraft(istok, {
      slug,
      title: `Ответ ${slug}`,
      blocks: [paragraph(text('Текст.'))],
      category: category && (ids[category] as string),
      ...more,
    })
  }
  await put('order', 'cards', { tags: ['urgent'] })
  await put('block', 'lost', { tags: ['other', 'urgent'] })
  await put('fraud', 'lost', { audience: 'internal' })
  await put('fee', 'money')
  await publish(
    istok,
    ['/order', '/block', '/fraud', '/fee'].map(name => ids[name] as string),
  )
  await put('draft', 'lost', { tags: ['urgent'] })
  const impact = async (path: string, body: object) => {
    const reply = await wire.ask('POST', path, { key: wire.admin, body })
    expect(reply.status, await reply.clone().text()).toBe(200)
    return reply.json()
  }
  const crumbs = async (slug: string) => {
    const page = await (await wire.ask('GET', `http://localhost/ru/articles/${slug}`)).text()
    const list = /<nav class="crumbs"[^>]*><ol>(.*?)<\/ol>/s.exec(page)?.[1] ?? ''
    return [...list.matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(found => found[1]).slice(1)
  }
  const answer = async (channel: string, slug: string) =>
    (await wire.ask('GET', `/channels/${channel}/answers/${slug}?locale=ru`, { key: wire.admin })).json()
  return { ...wire, ids, impact, crumbs, answer }
}

test('another name of a category is seen at once above every answer in it and below it, as the impact says', async () => {
  const { ids, impact, crumbs, ask, admin } = await opened()
  const found = await impact(`/categories/${ids.cards}/impact`, { title: { ru: 'Карты' }, description: { ru: 'Всё о картах' } })
  expect(found).toMatchObject({ seen: 'at-once', articles: 3, translations: 3, draftsOnly: 0, unpublished: 0, standing: null })
  expect(found.channels).toEqual({ website: 2, chatbot: 2, ivr: 2, operator: 3, agent: 2 })
  expect(found.pages).toEqual([
    { locale: 'ru', field: 'title', before: 'Тема cards', after: 'Карты' },
    { locale: 'ru', field: 'description', before: '', after: 'Всё о картах' },
  ])
  expect(found.items.map(({ slug, before, after }: Record<string, unknown>) => ({ slug, before, after }))).toEqual([
    { slug: 'block', before: ['Тема cards', 'Тема lost'], after: ['Карты', 'Тема lost'] },
    { slug: 'fraud', before: ['Тема cards', 'Тема lost'], after: ['Карты', 'Тема lost'] },
    { slug: 'order', before: ['Тема cards'], after: ['Карты'] },
  ])
  expect(await crumbs('block')).toEqual(['Тема cards', 'Тема lost'])
  await ask('PATCH', `/categories/${ids.cards}`, { key: admin, body: { title: { ru: 'Карты' } } })
  expect(await crumbs('block')).toEqual(['Карты', 'Тема lost'])
  expect(await crumbs('order')).toEqual(['Карты'])
})

test('a category under another one, the same name, and places that cannot be', async () => {
  const { ids, impact, ask, admin } = await opened()
  const moved = await impact(`/categories/${ids.lost}/impact`, { parent: 'money' })
  expect(moved.items[0]).toMatchObject({ before: ['Тема cards', 'Тема lost'], after: ['Тема money', 'Тема lost'] })
  expect(await impact(`/categories/${ids.lost}/impact`, { title: { ru: 'Тема lost' } })).toMatchObject({ seen: 'nothing', translations: 0 })
  for (const body of [{ parent: 'lost' }, { parent: 'nowhere' }, { into: 'nowhere' }, { into: 'cards' }])
    expect((await ask('POST', `/categories/${ids.cards}/impact`, { key: admin, body })).status, JSON.stringify(body)).toBe(422)
})

test('a category elsewhere: what the topics of the site count then, and who may do what with its articles', async () => {
  const { istok, ids, impact, ask, admin, makeKey } = await opened()
  const hire = (name: string, roles: Role[], ...grants: Grant[]) =>
    createUser(istok, system, { email: `${name}@istok.example`, name, password: 'only-for-tests-1', roles, grants })
  await hire('Anna', ['viewer'], { category: 'cards', role: 'approver' }, { category: 'money', role: 'author' })
  await hire('Boris', ['viewer'], { category: 'lost', role: 'author' })
  await hire('Vera', ['author'], { category: 'money', role: 'publisher' })
  const path = `/categories/${ids.lost}/impact`
  const found = await impact(path, { parent: 'money' })
  expect(found).toMatchObject({ seen: 'at-once', addresses: [], pages: [] })
  expect(found.counts).toEqual([
    { category: 'cards', locale: 'ru', title: 'Тема cards', before: 2, after: 1 },
    { category: 'money', locale: 'ru', title: 'Тема money', before: 1, after: 2 },
  ])
  expect(found.rights).toEqual([
    { name: 'Anna', gains: [], loses: ['approve'] },
    { name: 'Vera', gains: ['publish'], loses: [] },
  ])
  expect(await impact(path, { parent: 'cards' })).toMatchObject({ seen: 'nothing', counts: [], rights: [] })
  const reader = await ask('POST', path, { key: await makeKey(['read', 'read:internal']), body: { parent: 'money' } })
  expect(await reader.json()).toMatchObject({ rights: [] })
  await ask('PUT', `/categories/${ids.lost}/place`, { key: admin, body: { parent: 'money', after: null } })
  const topics = await (await ask('GET', '/channels/website/categories?locale=ru')).json()
  for (const { category, after } of found.counts)
    expect(topics.items.find(({ slug }: { slug: string }) => slug === category).count).toBe(after)
})

test('another address of a category that only holds others moves its page on the site; one with answers of its own keeps it', async () => {
  const { ids, impact, ask, admin } = await opened()
  const above = await (await ask('POST', '/categories', { key: admin, body: { slug: 'above', title: { ru: 'Выше' } } })).json()
  await ask('PATCH', `/categories/${ids.cards}`, { key: admin, body: { parent: 'above' } })
  const path = `/categories/${above.id}/impact`
  expect(await impact(path, { slug: 'higher' })).toMatchObject({
    ...{ seen: 'at-once', translations: 0, draftsOnly: 0, items: [] },
    addresses: [{ locale: 'ru', before: 'above', after: 'higher' }],
  })
  expect(await impact(path, { slug: 'above' })).toMatchObject({ seen: 'nothing', addresses: [] })
  const refused = await ask('POST', `/categories/${ids.cards}/impact`, { key: admin, body: { slug: 'plastic' } })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/slug', reason: 'slug-live' }] })
})

test('several plans at once are refused by name, not answered for one of them', async () => {
  const { ids, ask, admin } = await opened()
  const cards = `/categories/${ids.cards}/impact`
  for (const [path, body] of [
    [cards, { into: 'money', remove: true }],
    [cards, { title: { ru: 'Карты' }, into: null }],
    [cards, { parent: null, remove: true }],
    ['/tags/urgent/impact', { slug: 'soon', into: 'other', remove: true }],
    ['/tags/urgent/impact', { into: 'other', remove: true }],
  ] as const) {
    const reply = await ask('POST', path, { key: admin, body })
    const { errors } = await reply.json()
    expect([reply.status, errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      422,
      Object.keys(body).map(name => `/${name}`),
    ])
    expect(errors[0]).toMatchObject({ reason: 'plans-at-once', arguments: { values: Object.keys(body).join(', ') } })
  }
})

test('where the articles of a category go shows when they are published, in every channel that says them', async () => {
  const { istok, ids, impact, crumbs, answer, ask, admin } = await opened()
  const found = await impact(`/categories/${ids.lost}/impact`, { into: 'money' })
  expect(found).toMatchObject({ seen: 'with-release', articles: 2, translations: 2, draftsOnly: 1, unpublished: 0 })
  expect(found.items).toMatchObject([
    {
      slug: 'block',
      before: ['Тема cards', 'Тема lost'],
      after: ['Тема money'],
      channels: ['website', 'chatbot', 'ivr', 'operator', 'agent'],
    },
    { slug: 'fraud', channels: ['operator'] },
  ])
  const before = await answer('chatbot', 'block')
  const { articles } = await (await ask('POST', `/categories/${ids.lost}/relocation`, { key: admin, body: { into: 'money' } })).json()
  expect(await crumbs('block')).toEqual(['Тема cards', 'Тема lost'])
  expect(await answer('chatbot', 'block')).toEqual(before)
  expect((await impact(`/categories/${ids.money}/impact`, { into: 'cards' })).unpublished).toBe(2)
  await publish(istok, articles)
  expect(await crumbs('block')).toEqual(['Тема money'])
  expect(await answer('chatbot', 'block')).toMatchObject({ category: 'money', content: before.content })
})

test('what stands in a category or has a tag keeps it from being deleted, and is said before', async () => {
  const { ids, impact } = await opened()
  expect(await impact(`/categories/${ids.cards}/impact`, { remove: true })).toMatchObject({
    seen: 'nothing',
    standing: { categories: ['lost'], articles: 1, live: 1 },
  })
  expect((await impact('/tags/urgent/impact', { remove: true })).standing).toEqual({ articles: 3, live: 2 })
})

test('another address of a tag, and two tags as one, change the tags of live answers in every channel when these are published', async () => {
  const { istok, ids, impact, answer, ask, admin } = await opened()
  const found = await impact('/tags/urgent/impact', { into: 'other' })
  expect(found).toMatchObject({ seen: 'with-release', articles: 2, draftsOnly: 1, isContacts: false })
  expect(found.items.map(({ slug, before, after }: Record<string, unknown>) => ({ slug, before, after }))).toEqual([
    { slug: 'block', before: ['other', 'urgent'], after: ['other'] },
    { slug: 'order', before: ['urgent'], after: ['other'] },
  ])
  const renamed = await impact('/tags/urgent/impact', { slug: 'at-once' })
  expect(renamed.items[0]).toMatchObject({ slug: 'block', after: ['other', 'at-once'] })
  expect(await impact('/tags/urgent/impact', { slug: 'urgent' })).toMatchObject({ seen: 'nothing', items: [] })
  await ask('POST', '/tags/urgent/merger', { key: admin, body: { into: 'other' } })
  await publish(istok, [ids['/order'] as string, ids['/block'] as string])
  for (const { slug, channels, after } of found.items)
    for (const channel of channels) expect((await answer(channel, slug)).tags, `${channel} ${slug}`).toEqual(after)
})

test('only the house asks, and only of what is there', async () => {
  const { ids, ask, admin, makeKey } = await opened()
  const reader = await makeKey(['read'])
  const places = [`/categories/${ids.cards}/impact`, '/tags/urgent/impact', '/synonyms/impact']
  const bodyOf = (path: string) => (path.startsWith('/synonyms') ? { id: null, entry: null } : { remove: true })
  for (const path of places) {
    expect((await ask('POST', path, { body: bodyOf(path) })).status, path).toBe(401)
    expect((await ask('POST', path, { key: reader, body: bodyOf(path) })).status, path).toBe(403)
  }
  for (const path of ['/categories/none/impact', '/tags/none/impact'])
    expect((await ask('POST', path, { key: admin, body: {} })).status).toBe(404)
  expect((await ask('POST', '/synonyms/impact', { key: admin, body: { id: 'none', entry: null } })).status).toBe(404)
})
