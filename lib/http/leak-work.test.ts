import { expect, test } from 'vitest'
import { findersOf } from '#lib/answering/open-finders.ts'
import { searchLogOf } from '#lib/learning/search-log.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { fillBeside, hostileQuestions, secrets } from './leak-beside.fixture.ts'
import { recordStatements } from './statements.fixture.ts'
import { openTestWire, type TestWire } from './test-wire.ts'

/** Two installations with the same public content, one of them with hidden content beside it. */
async function openPair(): Promise<[TestWire, TestWire]> {
  const [bare, full] = [await openTestWire({ ISTOK_RATE_LIMIT: '0' }), await openTestWire({ ISTOK_RATE_LIMIT: '0' })]
  await fillBeside(bare.istok, false)
  await fillBeside(full.istok, true)
  return [bare, full]
}

type Request = [path: string, init?: RequestInit]

function questionsOf(q: string): Request[] {
  const asked = encodeURIComponent(q)
  const api = '/api/v1/channels/website'
  const body = JSON.stringify({ question: q, locale: 'ru' })
  const form = new URLSearchParams({ question: q }).toString()
  const origin = { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' }
  return [
    [`${api}/search?remember=false&q=${asked}`],
    [`${api}/search?q=${asked}&category=inner&tag=inner`],
    [`${api}/suggest?q=${asked}`],
    [`${api}/ask`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }],
    [`/ru/search?q=${asked}`],
    [`/ru/ask`, { method: 'POST', headers: { ...origin, 'Content-Type': 'application/x-www-form-urlencoded' }, body: form }],
  ]
}

function namesOf(name: string): Request[] {
  const api = '/api/v1/channels/website'
  return [
    [`${api}/answers/${name}?locale=ru`],
    [`${api}/answers/${name}?locale=ru&at=2035-01-01T00:00:00Z`],
    [`${api}/answers/${name}/related?locale=ru`],
    [`${api}/answers?category=${name}`],
    [`${api}/answers?tag=${name}`],
    [`${api}/categories?locale=ru`],
    [`/ru/${name}`],
    [`/ru/inner/${name}`],
    [`/ru/open/${name}`],
  ]
}

/** What a request makes the installation do: its statements with their rows, and what it writes afterwards. How many categories there are is no answer to any question. */
async function workOf({ app, istok }: TestWire, [path, init]: Request): Promise<string[]> {
  const done = await recordStatements(istok, async () => {
    await (await app.request(`http://localhost${path}`, init)).arrayBuffer()
    await searchLogOf(istok).flush(true)
  })
  // Asked once in each turn of the event loop, of which there are more or fewer while an index is being made.
  return done
    .filter(one => !one.endsWith('PRAGMA data_version'))
    .map(one => (/ from "?category\b/i.test(one) ? one.replace(/^\d+/, 'all') : one))
}

test('the public makes the same statements run over as many rows whether or not hidden content matches', { timeout: 180_000 }, async () => {
  const [bare, full] = await openPair()
  const names = ['inner-0', 'inner-1', 'draft-1', 'open-1', 'inner', 'nothing-here']
  const requests = [...hostileQuestions().flatMap(questionsOf), ...names.flatMap(namesOf)]
  let rows = 0
  // Twice: the second time what was kept of the first answers.
  for (const request of [...requests, ...requests]) {
    const done = await workOf(full, request)
    expect(done, request[0]).toEqual(await workOf(bare, request))
    rows += done.length
  }
  expect(rows).toBeGreaterThan(requests.length)
})

test('what cannot be read costs what does not exist costs', { timeout: 60_000 }, async () => {
  const [, full] = await openPair()
  for (const [place, request] of namesOf('nothing-here').entries()) {
    for (const name of ['inner-0', 'inner-1', 'draft-1']) {
      const hidden = namesOf(name)[place]!
      await workOf(full, hidden)
      await workOf(full, request)
      expect(await workOf(full, hidden), hidden[0]).toEqual(await workOf(full, request))
    }
  }
})

test('the indexes and finders of public channels are as large as without hidden content', { timeout: 60_000 }, async () => {
  const sizes: unknown[] = []
  for (const { istok } of await openPair()) {
    for (const channel of ['website', 'chatbot', 'agent', 'ivr']) {
      for (const locale of ['ru', 'en']) {
        const index = await searchOf(istok).index(channel, locale)
        const { keys, space, classifier } = await findersOf(istok).finder(channel, locale)
        const { words, documents } = index.vocabulary
        const looked = ['карта', ...secrets].map(word => index.vocabulary.find(word.toLowerCase()) ?? null)
        sizes.push([channel, locale, index.size, words, Array.from(documents).slice(0, words.length), looked, keys])
        sizes.push([space.hashes.length, classifier.classes, classifier.weights.length])
      }
    }
  }
  const half = sizes.length / 2
  expect(sizes.slice(half)).toEqual(sizes.slice(0, half))
})
