import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openTestWire, type TestWire } from '#lib/http/test-wire.ts'
import { type Choice, mergeContent } from '#lib/merge/merge-content.ts'
import { breathe, openVirtualWorld } from './virtual-world.fixture.ts'
import { openWriter, type Writer } from './writer.fixture.ts'

/** `ISTOK_EDIT_RUNS=200` for the long run. */
const runs = Number(process.env.ISTOK_EDIT_RUNS ?? 20)

test(`two editors at once, ${runs} random runs: nothing is lost that somebody was told is saved`, {
  timeout: 60_000 + runs * 5000,
}, async () => {
  const wire = await openTestWire({ ISTOK_RATE_LIMIT: '0' })
  let claims = 0
  let conflicts = 0
  for (let seed = 1; seed <= runs; seed++) {
    const outcome = await run(wire, seed)
    claims += outcome.claimed
    conflicts += outcome.conflicts
    expect(outcome.lost, `seed ${seed}: told to be saved, never given up, and gone`).toEqual([])
    expect(outcome.lostFromStore, `seed ${seed}: kept in the browser, never given up, and gone`).toEqual([])
  }
  // The runs were what they are meant to be: much was promised, and both wrote at the same places.
  expect(claims).toBeGreaterThan(runs * 10)
  expect(conflicts).toBeGreaterThan(runs / 4)
})

/** One afternoon of two people: they type, delete, lose the connection, are signed out, crash, come back, and decide conflicts. */
async function run({ ask, admin: key }: TestWire, seed: number) {
  const random = randomOf(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const { id: articleId } = await (await ask('POST', '/articles', { key, body: { slug: `article-${seed}` } })).json()
  const path = `/articles/${articleId}/translations/ru`
  const start = { title: 'Комиссия', shortAnswer: 'Коротко.', markdown: 'Первый.\n\nВторой.\n\n- Третий\n- Четвёртый\n\nПятый.' }
  await ask('PUT', path, { key, body: start })
  const world = openVirtualWorld((method, address, { body, version, prefer }) => {
    const headers = { ...(version == null ? {} : { 'If-Match': `"${version}"` }), ...(prefer === undefined ? {} : { Prefer: prefer }) }
    return ask(method, address, { key, ...(body === undefined ? {} : { body }), headers })
  })
  const givenUp = new Set<string>()
  const writers = await Promise.all(['anna', 'boris'].map(name => openWriter({ name, articleId, world, random, givenUp })))
  let conflicts = 0

  const decide = (writer: Writer, choices: readonly Choice[]) => {
    const { conflict, base, content } = writer.session.state
    if (!conflict) return
    const merge = mergeContent(base.content, content, conflict.content)
    conflicts += merge.conflicts.length
    const chosen = Object.fromEntries(merge.conflicts.map(({ id }) => [id, pick(choices)]))
    writer.decide(merge, chosen)
  }

  for (let step = 0; step < 60; step++) {
    const writer = pick(writers)
    const action = random()
    if (action < 0.45) writer.type()
    else if (action < 0.52) writer.remove()
    else if (action < 0.72) await world.pass(Math.floor(random() * 1500))
    else if (action < 0.86) await world.deliver(Math.floor(random() * 4))
    else if (action < 0.9) writer.weather = pick(['fair', 'fair', 'bad', 'offline', 'signed-out'] as const)
    else if (action < 0.93) await writer.crash()
    else if (action < 0.96) writer.hearOfNewer(Number(/\d+/.exec((await ask('GET', path, { key })).headers.get('etag') ?? '')?.[0] ?? 0))
    else decide(writer, ['base', 'mine', 'theirs', 'both'])
    await breathe()
  }
  for (const writer of writers) writer.weather = 'fair'
  for (let round = 0; round < 400 && !writers.every(writer => writer.isDone()); round++) {
    for (const writer of writers) {
      decide(writer, ['both'])
      writer.session.dispatch({ type: 'returned' })
    }
    await world.deliverAll()
    await world.pass(1000)
  }
  expect(writers.map(writer => writer.session.state.trouble)).toEqual([null, null])
  const stored = JSON.stringify(await (await ask('GET', path, { key })).json())
  const missing = (tokens: Iterable<string>) => [...new Set(tokens)].filter(token => !givenUp.has(token) && !stored.includes(token))
  const claimed = new Set(writers.flatMap(writer => [...writer.claimed]))
  const lost = missing(claimed)
  const lostFromStore = missing(writers.flatMap(writer => [...writer.kept]))
  for (const writer of writers) writer.session.close()
  return { claimed: claimed.size, conflicts, lost, lostFromStore }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
