import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels } from '#lib/compile/channels.ts'
import type { World } from './leak-surroundings.fixture.ts'
import { expectSame, openVisit, type Reader, type Visit } from './leak-visit.fixture.ts'
import { arbitraryArticle, openWorld } from './leak-world.fixture.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

/** Worlds and articles in each: a thousand and more in all. */
const worlds = 10
const articles = 104

test('no word of hidden blocks, internal articles, drafts and other revisions is in any public byte', { timeout: 180_000 }, async () => {
  const property = fc.asyncProperty(fc.integer(), async seed => {
    const documents = fc.sample(arbitraryArticle(), { seed, numRuns: articles })
    const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
    const world = await openWorld(wire.istok, documents)
    const visit = openVisit(wire, world.canaries)
    for (const reader of await readersOf(wire)) {
      await readAnswers(visit, world, reader)
      await readLists(visit, world, reader)
      await readReleases(visit, world, reader)
      await tryRoutes(visit, world, reader)
    }
    await readSite(visit, world)
    expect([...new Set(visit.leaks)].slice(0, 20)).toEqual([])
    await expectSomethingToRead(visit, world, await wire.makeKey(['read', 'read:internal']))
  })
  await fc.assert(property, { numRuns: worlds, endOnFailure: true })
})

async function readersOf({ makeKey }: TestWire): Promise<Reader[]> {
  return [
    { name: 'anonymous', key: undefined, may: ['website'], others: [] },
    { name: 'chatbot key', key: await makeKey(['read', 'ack', 'events'], 'chatbot'), may: ['chatbot'], others: [] },
    { name: 'read key', key: await makeKey(['read']), may: ['website', 'chatbot', 'ivr', 'agent'], others: ['chatbot'] },
  ]
}

const profilesOf = (channel: string) => Object.keys(channels[channel as 'website'].profiles)

async function readAnswers(visit: Visit, world: World, reader: Reader): Promise<void> {
  for (const channel of ['website', 'chatbot', 'ivr', 'agent', 'operator']) {
    const folder = `/api/v1/channels/${channel}/answers`
    const about = { channel }
    if (!reader.may.includes(channel)) {
      for (const { slug } of world.articles.slice(0, 12)) {
        const { status } = await visit.get(`${folder}/${slug}`, reader, about)
        if (status !== 401 && status !== 403) visit.leaks.push(`${folder}/${slug} (${reader.name}) → ${status}`)
      }
      continue
    }
    const unknown = await visit.get(`${folder}/nothing-here`, reader, about)
    for (const { kind, slug, former, id } of reader.others.includes(channel) ? world.articles.slice(0, 20) : world.articles) {
      const found = await visit.get(`${folder}/${slug}`, reader, about)
      if (kind === 'internal' || kind === 'draft') expectSame(visit, `${folder}/${slug}`, found, unknown, slug)
      for (const name of [...former, id]) await visit.get(`${folder}/${name}`, reader, about)
      if (found.status !== 200) continue
      for (const profile of profilesOf(channel)) await visit.get(`${folder}/${slug}?profile=${profile}`, reader, about)
    }
    for (const slug of world.secrets.slugs)
      expectSame(visit, `${folder}/${slug}`, await visit.get(`${folder}/${slug}`, reader, about), unknown, slug)
    if (!reader.others.includes(channel)) await readPast(visit, world, reader, channel)
  }
}

async function readPast(visit: Visit, world: World, reader: Reader, channel: string): Promise<void> {
  const at = encodeURIComponent(new Date().toISOString())
  for (const [index, { slug, former }] of world.articles.entries()) {
    if (index % 2 === 1) continue
    const release = 1 + ((index / 2) % world.releases)
    const about = { channel, isPast: true }
    for (const name of [slug, ...former]) await visit.get(`/api/v1/channels/${channel}/answers/${name}?release=${release}`, reader, about)
    if (index % 5 === 0) await visit.get(`/api/v1/channels/${channel}/answers/${slug}?at=${at}`, reader, about)
  }
}

async function readLists(visit: Visit, world: World, reader: Reader): Promise<void> {
  for (const channel of reader.may) {
    const about = { channel }
    const list = `/api/v1/channels/${channel}/answers`
    await readPages(visit, `${list}?limit=17`, reader, channel)
    await visit.get(`${list}?category=open&tag=open-tag`, reader, about)
    await visit.get(`/api/v1/channels/${channel}/categories`, reader, about)
    for (const locale of ['en', 'de']) await visit.get(`${list}?locale=${locale}`, reader, about)
    const noTag = await visit.get(`${list}?tag=nothing-here`, reader, about)
    const noCategory = await visit.get(`${list}?category=nothing-here`, reader, about)
    for (const tag of world.secrets.tags) expectSame(visit, `tag ${tag}`, await visit.get(`${list}?tag=${tag}`, reader, about), noTag, tag)
    for (const category of world.secrets.categories)
      expectSame(visit, `category ${category}`, await visit.get(`${list}?category=${category}`, reader, about), noCategory, category)
    let after = ''
    for (let page = 0; page < 50; page += 1) {
      const { text } = await visit.get(`/api/v1/channels/${channel}/changes?limit=50${after}`, reader, about)
      const { nextCursor, hasMore } = JSON.parse(text) as { nextCursor: string; hasMore: boolean }
      if (!hasMore) break
      after = `&after=${nextCursor}`
    }
  }
}

async function readPages(visit: Visit, list: string, reader: Reader, channel: string): Promise<void> {
  let cursor: string | null = ''
  for (let page = 0; page < 50 && cursor !== null; page += 1) {
    const { text } = await visit.get(`${list}${cursor === '' ? '' : `&cursor=${cursor}`}`, reader, { channel })
    cursor = (JSON.parse(text) as { nextCursor: string | null }).nextCursor
  }
}

async function readReleases(visit: Visit, world: World, reader: Reader): Promise<void> {
  await visit.get('/api/v1/releases', reader)
  await visit.get('/api/v1/releases/current', reader)
  for (let number = 1; number <= world.releases + 1; number += 1) await visit.get(`/api/v1/releases/${number}`, reader)
}

interface Described {
  paths: Record<string, Record<string, unknown>>
}

/** Every route that the OpenAPI document lists, with the names of what is secret in its address and body. */
async function tryRoutes(visit: Visit, world: World, reader: Reader): Promise<void> {
  const { text } = await visit.get('/api/v1/openapi.json', reader)
  const inner = world.articles.find(({ kind }) => kind === 'internal')
  const { secrets } = world
  const values: Record<string, (string | undefined)[]> = {
    id: [inner?.id, secrets.media[0], 'nothing'],
    key: [secrets.facts[0], secrets.snippets[0]],
    slug: [inner?.slug],
    channel: ['website', 'operator'],
    locale: ['ru'],
    n: ['1'],
  }
  const body = { slug: inner?.slug, key: secrets.facts[0], note: '', articles: [inner?.id], facts: secrets.facts, title: { ru: 'x' } }
  for (const [template, methods] of Object.entries((JSON.parse(text) as Described).paths)) {
    if (template.endsWith('/stream')) continue
    for (const path of addressesOf(template, values)) {
      for (const method of Object.keys(methods)) {
        const init =
          method === 'get'
            ? {}
            : {
                method: method.toUpperCase(),
                headers: { 'Content-Type': 'application/json', 'If-Match': '"9"' },
                body: JSON.stringify(body),
              }
        const channel = path.includes('/channels/website/') ? 'website' : null
        await visit.get(path, reader, { channel, init })
      }
    }
  }
}

function addressesOf(template: string, values: Record<string, (string | undefined)[]>): string[] {
  const name = /\{(\w+)\}/.exec(template)?.[1]
  if (name === undefined) return [template]
  return (values[name] ?? ['x']).flatMap(value => addressesOf(template.replace(`{${name}}`, value ?? 'x'), values))
}

async function readSite(visit: Visit, world: World): Promise<void> {
  const website = { channel: 'website' }
  const agent = { channel: 'agent' }
  for (const path of [
    '/',
    '/ru/',
    '/en/',
    '/ru/articles',
    '/ru/articles?page=2',
    '/ru/categories/open',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/ru/llms.txt',
    '/ru/feed.xml',
    '/en/feed.xml',
    '/metrics',
    '/readyz',
    '/livez',
    '/developers',
  ])
    await visit.get(path, undefined, website)
  for (const path of ['/ru/index.html.md', '/ru/categories/open.md']) await visit.get(path, undefined, agent)
  const unknown = await visit.get('/ru/articles/nothing-here', undefined, website)
  const secret = async (path: string, slug: string) => expectSame(visit, path, await visit.get(path, undefined, website), unknown, slug)
  for (const { slug, former, kind } of world.articles) {
    if (kind === 'internal' || kind === 'draft') await secret(`/ru/articles/${slug}`, slug)
    for (const name of [slug, ...former]) {
      await visit.get(`/ru/articles/${name}`, undefined, website)
      await visit.get(`/en/articles/${name}`, undefined, website)
      await visit.get(`/ru/articles/${name}.md`, undefined, agent)
    }
  }
  for (const slug of world.secrets.slugs) {
    await secret(`/ru/articles/${slug}`, slug)
    await secret(`/ru/articles/${slug}.md`, slug)
  }
  for (const category of world.secrets.categories) {
    await secret(`/ru/categories/${category}`, category)
    await secret(`/ru/categories/${category}.md`, category)
  }
  await readPictures(visit, world)
  await sendFeedback(visit, world)
}

async function readPictures(visit: Visit, world: World): Promise<void> {
  const { status } = await visit.get(`/media/${world.media}.png`)
  if (status !== 200) visit.leaks.push(`/media of a public picture → ${status}`)
  const nothing = '0'.repeat(32)
  const unknown = await visit.get(`/media/${nothing}.png`)
  for (const id of world.secrets.media) {
    const found = await visit.get(`/media/${id}.png`)
    expectSame(
      visit,
      `/media/${id}.png`,
      { ...found, text: found.text.replaceAll(id, 'nothing-here') },
      { ...unknown, text: unknown.text.replaceAll(nothing, 'nothing-here') },
      'nothing-here',
    )
  }
}

async function sendFeedback(visit: Visit, world: World): Promise<void> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'helpful=yes' }
  const send = (slug: string) => visit.get(`/ru/articles/${slug}/feedback`, undefined, { channel: 'website', init })
  const unknown = await send('nothing-here')
  for (const slug of world.secrets.slugs.slice(0, 5)) expectSame(visit, `feedback on ${slug}`, await send(slug), unknown, slug)
}

/** The search above would find nothing on an empty site either, nor where nothing was hidden. */
async function expectSomethingToRead(visit: Visit, world: World, key: string): Promise<void> {
  for (const channel of ['website', 'chatbot', 'ivr', 'agent']) expect(visit.seen.get(channel) ?? 0, channel).toBeGreaterThan(20)
  const live = world.articles.filter(({ kind }) => kind !== 'draft')
  expect(live.length).toBeGreaterThan(articles / 2)
  const before = visit.leaks.length
  const operator = { name: 'operator', key, may: ['operator'], others: [] }
  for (const { slug } of live) await visit.get(`/api/v1/channels/operator/answers/${slug}`, operator, { channel: 'operator' })
  expect(visit.leaks.length - before).toBeGreaterThan(articles)
}
