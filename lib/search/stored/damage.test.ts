import { expect, onTestFinished, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { verifyStore } from '#lib/release/verify-store.ts'
import type { Istok } from '../../istok.ts'
import { openTestIstok } from '../../test-istok.ts'
import { searchOf } from '../open-search.ts'
import { searchAnswers } from '../search-answers.ts'
import { startSearch } from '../start-search.ts'

const publish = (istok: Istok, articles: string[]) =>
  publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
const problems = async (istok: Istok) => (await verifyStore(istok, system)).problems
const find = (istok: Istok, q: string) => searchAnswers(istok, system, { channel: 'website', locale: 'ru', q })

async function openHouse(): Promise<Istok> {
  const istok = openTestIstok()
  await publish(istok, [await putDraft(istok, { slug: 'card', title: 'Карта' }), await putDraft(istok, { slug: 'loan', title: 'Кредит' })])
  return istok
}

/** Overwrites the pages of words, as a failing disk does. */
function spoil({ database }: Istok): void {
  database.writer.sqlite.unsafeMode(true)
  database.writer.sqlite.exec("UPDATE search_public_title_data SET block = x'0000000000000000' WHERE id > 10")
  database.writer.sqlite.unsafeMode(false)
}

function start(istok: Istok): void {
  const stop = startSearch(istok)
  onTestFinished(stop)
}

test('a disk that is full within a release leaves the store and the stored index as they were; with room it goes on', async () => {
  const istok = await openHouse()
  const { sqlite } = istok.database.writer
  const long = await putDraft(istok, {
    slug: 'long',
    title: 'Длинная статья',
    questions: Array.from({ length: 40 }, (_, number) => `вопрос ${number} `.repeat(200)),
  })
  const pages = sqlite.pragma('page_count', { simple: true }) as number
  sqlite.pragma(`max_page_count = ${pages + 3}`)
  await expect(publish(istok, [long])).rejects.toMatchObject({ details: { status: 507 } })
  expect(await problems(istok)).toEqual([])
  expect(await find(istok, 'длинная статья')).toMatchObject({ total: 0 })
  sqlite.pragma('max_page_count = 1000000')
  await publish(istok, [long])
  expect(await problems(istok)).toEqual([])
  expect(await find(istok, 'длинная статья')).toMatchObject({ total: 1 })
})

test('a database that another one keeps locked refuses the release with a time to try again, and loses nothing', async () => {
  const istok = openTestIstok()
  const { sqlite } = istok.database.writer
  const id = await putDraft(istok, { slug: 'card', title: 'Карта' })
  const { default: Sqlite } = await import('better-sqlite3')
  const other = new Sqlite(sqlite.name)
  onTestFinished(() => void other.close())
  sqlite.pragma('busy_timeout = 20')
  other.exec('BEGIN IMMEDIATE')
  await expect(publish(istok, [id])).rejects.toMatchObject({ details: { status: 503, headers: { 'Retry-After': '1' } } })
  expect(await find(istok, 'карта')).toMatchObject({ total: 0 })
  other.exec('ROLLBACK')
  await publish(istok, [id])
  expect(await problems(istok)).toEqual([])
})

test('a stored index that is damaged is made anew at the start', { timeout: 30_000 }, async () => {
  const istok = await openHouse()
  spoil(istok)
  expect(await problems(istok)).not.toEqual([])
  start(istok)
  await expect.poll(() => problems(istok), { timeout: 20_000 }).toEqual([])
})

test('damage that a search meets does not keep it from answering, and mends the index', { timeout: 30_000 }, async () => {
  const istok = await openHouse()
  start(istok)
  await expect.poll(async () => (await find(istok, 'карта')).degraded).toBe(false)
  spoil(istok)
  const { recall } = (await import('../recall/open-engines.ts')).enginesOf(istok).embedded
  const word = { keys: ['карт'], prefix: null, surface: 'карта', empty: false, answers: null }
  const asked = { channel: 'website', audience: 'public' as const, locale: 'ru', words: [word], categories: null, tag: null, limit: 10 }
  await expect(recall(asked)).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_CORRUPT') })
  const id = await putDraft(istok, { id: 'third', slug: 'third', title: 'Карта третья' })
  await publish(istok, [id]).catch(() => undefined)
  searchOf(istok).rebuild()
  expect(await find(istok, 'кредит')).toMatchObject({ total: 1 })
  await expect.poll(() => problems(istok), { timeout: 20_000 }).toEqual([])
})
