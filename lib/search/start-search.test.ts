import { expect, onTestFinished, test } from 'vitest'
import { anonymous, system } from '#lib/access/actor.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { verifyStore } from '#lib/release/verify-store.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { searchOf } from './open-search.ts'
import { searchAnswers } from './search-answers.ts'
import { startSearch } from './start-search.ts'
import { suggestQueries } from './suggest-queries.ts'

const place = { channel: 'website', locale: 'ru' }
const ask = (istok: Istok, q: string, more = {}) => searchAnswers(istok, anonymous, { ...place, q, ...more })

/** A base that is too large to wait for. */
async function openLarge(): Promise<Istok> {
  const istok = openTestIstok()
  const articles: string[] = []
  for (let number = 0; number < 230; number++) {
    const blocks = [paragraph(text(`Правило номер ${number} говорит о разном.`))]
    articles.push(await putDraft(istok, { slug: `rule-${number}`, title: `Правило ${number}`, category: 'rules', blocks }))
  }
  articles.push(await putDraft(istok, { slug: 'card', title: 'Как заблокировать карту', category: 'cards', tags: ['safe'] }))
  articles.push(await putDraft(istok, { slug: 'inner', title: 'Карта для своих', audience: 'internal' }))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return istok
}

test('while the memory of a large base is filled FTS5 answers, and says that it is not at its best', { timeout: 60_000 }, async () => {
  const istok = await openLarge()
  const cold = await ask(istok, 'блокировка карты')
  expect(cold).toMatchObject({ engine: 'fts5', degraded: true, total: 1, facets: { categories: { cards: 1 }, tags: { safe: 1 } } })
  expect(cold.items[0]).toMatchObject({ slug: 'card', confidence: 'strong' })
  searchOf(istok).rebuild()
  const switched = await ask(istok, 'pf,kjrbhjdfnm rfhne')
  expect(switched).toMatchObject({ degraded: true, corrected: { query: 'заблокировать карту', kind: 'layout' } })
  searchOf(istok).rebuild()
  expect((await suggestQueries(istok, anonymous, { ...place, q: 'забл' })).items).toContainEqual({
    text: 'Как заблокировать карту',
    slug: 'card',
  })
  searchOf(istok).rebuild()
  expect(await ask(istok, 'правило', { category: 'cards' })).toMatchObject({ items: [], total: 0 })
  await searchOf(istok).warm('website', 'ru')
  const warm = await ask(istok, 'блокировка карты')
  expect(warm).toMatchObject({ engine: 'fts5', degraded: false, total: 1 })
  expect(warm.items.map(({ slug, title, snippet }) => ({ slug, title, snippet }))).toEqual(
    cold.items.map(({ slug, title, snippet }) => ({ slug, title, snippet })),
  )
})

test('a start fills the memory, and a base from before the stored index gets one', { timeout: 60_000 }, async () => {
  const istok = await openLarge()
  istok.database.writer.sqlite.exec('DELETE FROM search_answer')
  const stop = startSearch(istok)
  let stopped = false
  onTestFinished(async () => void (stopped || (await stop())))
  await expect.poll(async () => (await ask(istok, 'карту')).degraded, { timeout: 30_000 }).toBe(false)
  await expect.poll(async () => (await verifyStore(istok, system)).problems, { timeout: 30_000 }).toEqual([])
  await stop()
  stopped = true
})
