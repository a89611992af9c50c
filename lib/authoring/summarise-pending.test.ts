import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft, putFact, putSnippet } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { listPending } from './list-pending.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'
import { summarisePending } from './summarise-pending.ts'

test('the summary counts what the list of all pending has, and shows the last of it', async () => {
  const istok = openTestIstok()
  const live = await putDraft(istok, { slug: 'live' })
  await publishRelease(istok, system, { note: '', articles: [live], facts: [], snippets: [], withdraw: [] })
  const ids = await Promise.all(['a', 'b', 'c', 'd'].map(slug => putDraft(istok, { slug })))
  const { content } = readContent({ title: 'Моя', markdown: 'Текст.' })
  await saveTranslation(istok, system, { articleId: ids[2] ?? '', locale: 'en', expectedVersion: null, content })
  await putFact(istok, 'fee', 'number', null, '1')
  await putSnippet(istok, 'block', { ru: { type: 'doc', content: [] } })
  const all = await listPending(istok, system)
  const summary = await summarisePending(istok, system, 3)
  expect(summary.articles).toEqual({ count: 4, items: all.articles.slice(0, 3) })
  expect(summary.mine).toEqual({ count: 1, items: all.articles.filter(({ id }) => id === ids[2]) })
  expect(summary.keys.count).toBe(2)
  expect(summary.keys.items.map(({ key }) => key).sort()).toEqual(['block', 'fee'])
})
