import { expect, test } from 'vitest'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { system } from '../access/actor.ts'
import { openTestIstok } from '../test-istok.ts'
import { rehearse } from './rehearse.ts'

test('a start asks for its own titles: the index is there, nothing is recorded, and an empty base is no fault', async () => {
  const istok = openTestIstok()
  await rehearse(istok)
  const articles: string[] = []
  for (let number = 0; number < 30; number++) articles.push(await putDraft(istok, { slug: `rule-${number}`, title: `Правило ${number}` }))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  searchOf(istok).rebuild()
  await rehearse(istok)
  expect(searchOf(istok).now('website', 'ru')?.size).toBe(30)
  const { sqlite } = istok.database.reader
  for (const table of ['ask', 'wording', 'hearing']) expect(sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0)
})
