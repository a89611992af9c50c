import { expect, test } from 'vitest'
import { openStubHouse, publish } from '#lib/search/meili/house.fixture.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import { anonymous } from '../access/actor.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { openWire } from './app.ts'
import { openMetrics } from './metrics.ts'

/** The gauges of outbox and replica, by name. */
async function gauges(istok: Istok): Promise<Record<string, number>> {
  const text = await openMetrics(openWire(istok)).render()
  const lines = text.matchAll(/^istok_((?:outbox|search_replica)_\w+) (\S+)$/gm)
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name, Number(value)]))
}

test('without Meilisearch nothing waits, and there is nothing to say of it', async () => {
  const istok = openTestIstok()
  await publish(istok, { slug: 'a', title: 'Карта' })
  expect(await gauges(istok)).toEqual({ outbox_waiting: 0, outbox_oldest_seconds: 0 })
})

test('what waits for Meilisearch, since when, what it refuses and whether it answers can be watched', async () => {
  const { istok, stub, settle } = await openStubHouse()
  await publish(istok, { slug: 'a', title: 'Карта' })
  setClock(() => Date.now() + 90_000)
  try {
    const told = await gauges(istok)
    expect(told).toMatchObject({ outbox_waiting: 1, search_replica_answers: 0, search_replica_waiting: 1, search_replica_dead: 0 })
    expect(told.outbox_oldest_seconds).toBeGreaterThanOrEqual(90)
    expect(told.search_replica_oldest_seconds).toBe(told.outbox_oldest_seconds)
  } finally {
    setClock()
  }
  await settle()
  const idle = { outbox_waiting: 0, outbox_oldest_seconds: 0, search_replica_waiting: 0, search_replica_oldest_seconds: 0 }
  expect(await gauges(istok)).toEqual({ ...idle, search_replica_answers: 1, search_replica_dead: 0 })
  await publish(istok, { id: 'статья', slug: 'b', title: 'Вклад' })
  await settle()
  expect(await gauges(istok)).toEqual({ ...idle, search_replica_answers: 1, search_replica_dead: 1 })
  stub.fault = () => 'reset'
  for (let question = 0; question < 3; question++) {
    await searchAnswers(istok, anonymous, { channel: 'website', locale: 'ru', q: `карта ${question}` })
  }
  expect(await gauges(istok)).toMatchObject({ search_replica_answers: 0 })
})
