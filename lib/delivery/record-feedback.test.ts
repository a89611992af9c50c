import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { recordFeedback } from './record-feedback.ts'

test('a word on an answer has the release that was read and nothing of the reader', async () => {
  const istok = openTestIstok()
  const id = await putDraft(istok, { slug: 'a' })
  const publish = () => publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  const place = { channel: 'website', locale: 'ru', slug: 'a' }
  await publish()
  await recordFeedback(istok, { ...place, helpful: true })
  await publish()
  await recordFeedback(istok, { ...place, helpful: false })
  const rows = istok.database.reader.sqlite.prepare('SELECT * FROM feedback ORDER BY id').all() as Record<string, unknown>[]
  expect(rows.map(({ release, helpful }) => [release, helpful])).toEqual([
    [1, 1],
    [2, 0],
  ])
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['article_id', 'at', 'channel', 'helpful', 'id', 'locale', 'release'])
})

test('of drafts, internal answers on a public channel, other languages and withdrawn answers nothing is noted', async () => {
  const istok = openTestIstok()
  const [gone, internal] = [await putDraft(istok, { slug: 'gone' }), await putDraft(istok, { slug: 'staff', audience: 'internal' })]
  await putDraft(istok, { slug: 'draft' })
  const nothing = { note: '', facts: [], snippets: [] }
  await publishRelease(istok, system, { ...nothing, articles: [gone, internal], withdraw: [] })
  await publishRelease(istok, system, { ...nothing, articles: [], withdraw: [gone] })
  for (const place of [{ slug: 'gone' }, { slug: 'staff' }, { slug: 'draft' }, { slug: '' }, { slug: 'staff', locale: 'en' }])
    await expect(recordFeedback(istok, { channel: 'website', locale: 'ru', helpful: true, ...place })).rejects.toMatchObject({
      code: 'not_found',
    })
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM feedback').pluck().get()).toBe(0)
})
