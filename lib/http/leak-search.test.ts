import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { readSynonyms } from '#lib/search/analyser/synonyms.ts'
import { startStub } from '#lib/search/meili/stub-meilisearch.fixture.ts'
import { enginesOf } from '#lib/search/recall/open-engines.ts'
import { wordsOfText } from '#lib/search/recall/read-words.ts'
import { putDraft } from '../release/draft.fixture.ts'
import { fillBeside, hostileQuestions, secrets } from './leak-beside.fixture.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

async function readAll({ app, makeKey }: TestWire, channels: readonly string[]): Promise<Record<string, string>> {
  const key = await makeKey(['read'])
  const seen: Record<string, string> = {}
  for (const channel of channels) {
    for (const question of hostileQuestions()) {
      const q = encodeURIComponent(question)
      const more = [
        'search?q=',
        'search?repair=false&q=',
        'suggest?q=',
        'search?tag=open&q=',
        'search?category=inner&q=',
        'search?locale=en&q=',
      ]
      for (const path of more) {
        const address = `/api/v1/channels/${channel}/${path}${q}`
        const response = await app.request(`http://localhost${address}&${path.startsWith('search') ? 'remember=false' : 'limit=20'}`, {
          headers: channel === 'website' ? {} : { Authorization: `Bearer ${key}` },
        })
        seen[`${channel} ${path}${question}`] = `${response.status} ${(await response.text()).replace(/"requestId":"[^"]*"/, '')}`
      }
    }
  }
  return seen
}

test('no hit, count, facet, correction or suggestion is different for the public when hidden content is there', {
  timeout: 120_000,
}, async () => {
  const [bare, full] = [await openTestWire({ ISTOK_RATE_LIMIT: '0' }), await openTestWire({ ISTOK_RATE_LIMIT: '0' })]
  await fillBeside(bare.istok, false)
  await fillBeside(full.istok, true)
  const channels = ['website', 'chatbot', 'agent']
  const seen = await readAll(full, channels)
  expect(seen).toEqual(await readAll(bare, channels))
  expect(Object.values(seen).some(reply => reply.includes('open-3'))).toBe(true)
})

test('the same through Meilisearch', { timeout: 120_000 }, async () => {
  const wires: TestWire[] = []
  const stubs = [await startStub(), await startStub()]
  for (const [number, stub] of stubs.entries()) {
    const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0', MEILI_URL: stub.url, MEILI_KEY: stub.masterKey })
    await fillBeside(wire.istok, number === 1)
    expect(await enginesOf(wire.istok).meili!.replica.turn()).toBe(true)
    wires.push(wire)
  }
  const seen = await readAll(wires[1]!, ['website'])
  expect(seen).toEqual(await readAll(wires[0]!, ['website']))
  expect(Object.values(seen).filter(reply => reply.includes('"engine":"meilisearch","degraded":false')).length).toBeGreaterThan(100)
  for (const stub of stubs) await stub.close()
})

test('asking, what is related, lists, categories and their ETags are the same, too', { timeout: 120_000 }, async () => {
  const [bare, full] = [await openTestWire({ ISTOK_RATE_LIMIT: '0' }), await openTestWire({ ISTOK_RATE_LIMIT: '0' })]
  await fillBeside(bare.istok, false)
  await fillBeside(full.istok, true)
  const readBeside = async ({ app, makeKey }: TestWire) => {
    const key = await makeKey(['read'])
    const seen: Record<string, unknown> = {}
    for (const channel of ['website', 'chatbot', 'agent', 'ivr']) {
      const headers: Record<string, string> = channel === 'website' ? {} : { Authorization: `Bearer ${key}` }
      const at = `http://localhost/api/v1/channels/${channel}`
      for (const question of hostileQuestions()) {
        const body = JSON.stringify({ question, locale: 'ru' })
        const json = { ...headers, 'Content-Type': 'application/json' }
        const reply = await app.request(`${at}/ask`, { method: 'POST', headers: json, body })
        const { conversationId, ...said } = (await reply.json()) as { conversationId?: string }
        seen[`${channel} ${question}`] = [reply.status, typeof conversationId, JSON.stringify(said).replace(/"publishedAt":"[^"]*"/g, '')]
      }
      const lists = ['answers', 'answers?category=inner', 'answers?tag=inner', 'answers?limit=2', 'categories', 'categories?locale=en']
      for (const path of [...lists, 'answers/open-1', 'answers/inner-1', 'answers/draft-1']) {
        const reply = await app.request(`${at}/${path}`, { headers })
        const isStamped = path.startsWith('answers') && reply.status === 200
        const text = (await reply.text()).replace(/"(requestId|publishedAt|updatedAt)":"[^"]*"/g, '').replace(/"nextCursor":"[^"]*"/, '')
        seen[`${channel} ${path}`] = [reply.status, text, isStamped ? null : reply.headers.get('etag'), reply.headers.get('istok-release')]
      }
    }
    return seen
  }
  expect(await readBeside(full)).toEqual(await readBeside(bare))
})

test('FTS5 finds the same, with the same scores', async () => {
  const [bare, full] = [await openTestWire(), await openTestWire()]
  await fillBeside(bare.istok, false)
  await fillBeside(full.istok, true)
  const none = readSynonyms([])
  for (const q of hostileQuestions()) {
    for (const channel of ['website', 'chatbot']) {
      const request = {
        channel,
        audience: 'public' as const,
        locale: 'ru',
        words: wordsOfText(q, none),
        categories: null,
        tag: null,
        limit: 100,
      }
      const [a, b] = [await enginesOf(bare.istok).embedded.recall(request), await enginesOf(full.istok).embedded.recall(request)]
      expect(b, q).toEqual(a)
    }
  }
})

test('a caller of one channel learns nothing of what only another one says', async () => {
  const [bare, full] = [await openTestWire({ ISTOK_RATE_LIMIT: '0' }), await openTestWire({ ISTOK_RATE_LIMIT: '0' })]
  for (const { istok } of [bare, full]) {
    const articles = [await putDraft(istok, { id: 'a', slug: 'a', title: 'Наша карта' })]
    if (istok === full.istok) {
      for (const [number, word] of secrets.entries())
        articles.push(await putDraft(istok, { id: `bot-${number}`, slug: `bot-${number}`, title: word, channels: ['chatbot'] }))
    }
    await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  }
  for (const q of hostileQuestions().map(encodeURIComponent)) {
    for (const path of [`search?remember=false&q=${q}`, `suggest?q=${q}`]) {
      const replies = [bare, full].map(async wire => (await wire.app.request(`http://localhost/api/v1/channels/website/${path}`)).text())
      expect(await replies[1]).toBe(await replies[0])
    }
  }
})

test('10 KB of anything is a question like others', { timeout: 60_000 }, async () => {
  const { app, istok } = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  await fillBeside(istok, true)
  const strange = [
    ...[
      'я'.repeat(10_000),
      'слово '.repeat(1700),
      '(a+)+$'.repeat(1700),
      '😀'.repeat(2500),
      'שלום '.repeat(2000),
      '\u202e\u0000\ud800карта',
    ],
    ...[
      '"',
      "' OR 1=1; DROP TABLE head; --",
      'карта" OR title:* NEAR(карта, 2)',
      '-карта +вклад',
      '{}[]()^~*?:\\/',
      '%00%ff',
      '1'.repeat(10_000),
    ],
  ]
  for (const q of strange) {
    for (const path of ['search', 'suggest']) {
      const response = await app.request(`http://localhost/api/v1/channels/website/${path}?q=${encodeURIComponent(q.toWellFormed())}`)
      expect(response.status, `${path} ${q.slice(0, 20)}`).toBe(200)
    }
  }
  for (const q of ['', '%20', '%E2%80%83'])
    expect((await app.request(`http://localhost/api/v1/channels/website/search?q=${q}`)).status).toBe(400)
})
