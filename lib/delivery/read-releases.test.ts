import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { readRelease, readReleaseStart } from './read-releases.ts'

test('the start of a release is the first of what all of it says, with the count of all', async () => {
  const istok = openTestIstok()
  const articles = await Promise.all(['a', 'b', 'c'].map(slug => putDraft(istok, { slug })))
  articles.push(await putDraft(istok, { slug: 'd', audience: 'internal' }))
  await publishRelease(istok, system, { note: 'Первый', articles, facts: [], snippets: [], withdraw: [] })
  for (const channels of [['website', 'chatbot', 'operator'], ['website'], []]) {
    const { changes, ...whole } = await readRelease(istok, system, 1, channels)
    for (const shown of [1, 3, 10]) {
      const start = await readReleaseStart(istok, system, { number: 1, channels, shown })
      expect(start).toEqual({ ...whole, changes: changes.slice(0, shown), count: changes.length })
    }
  }
  await expect(readReleaseStart(istok, system, { number: 9, channels: [], shown: 1 })).rejects.toMatchObject({ code: 'not_found' })
})
