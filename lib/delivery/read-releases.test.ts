import { expect, test } from 'vitest'
import { type Actor, anonymous, system } from '#lib/access/actor.ts'
import { putDraft, putFact } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { openTestIstok } from '../test-istok.ts'
import { listReleases, readRelease, readReleaseStart } from './read-releases.ts'

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

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const reader: Actor = { kind: 'key', id: 'key:a', name: 'A', scopes: new Set(['read']), channel: null }

test('pages of any size have every release once, the newest first', async () => {
  const istok = openTestIstok()
  expect(await listReleases(istok, system, { limit: 5, before: null })).toEqual({ items: [], nextCursor: null })
  const id = await putDraft(istok, { slug: 'a' })
  for (let index = 0; index < 5; index++) await publishRelease(istok, system, { ...nothing, articles: [id] })
  for (const limit of [1, 2, 5, 6]) {
    const seen: number[] = []
    let before: number | null = null
    do {
      const page = await listReleases(istok, system, { limit, before })
      seen.push(...page.items.map(({ number }) => number))
      before = page.nextCursor === null ? null : Number(page.nextCursor)
    } while (before !== null)
    expect(seen).toEqual([5, 4, 3, 2, 1])
  }
  expect((await listReleases(istok, system, { limit: 5, before: 1 })).items).toEqual([])
})

test('why, by whom and with which facts a release was made is for those who may read internal content', async () => {
  const istok = openTestIstok()
  await putFact(istok, 'secret.fee', 'percent', null, '1')
  const id = await putDraft(istok, { slug: 'a' })
  await publishRelease(istok, system, { ...nothing, note: 'Сговор', articles: [id], facts: ['secret.fee'] })
  expect(await readRelease(istok, system, 1, ['website'])).toMatchObject({ note: 'Сговор', author: 'Istok', facts: ['secret.fee'] })
  for (const actor of [anonymous, reader]) {
    const told = [
      await readRelease(istok, actor, 1, ['website']),
      await readReleaseStart(istok, actor, { number: 1, channels: ['website'], shown: 5 }),
      await listReleases(istok, actor, { limit: 5, before: null }),
    ]
    expect(JSON.stringify(told)).not.toMatch(/Сговор|secret|"Istok"/)
    expect(told[0]).toMatchObject({ note: null, author: null, facts: [], snippets: [], changes: [{ slug: 'a' }] })
  }
})

test('the newest release is meant without a number; before the first and beyond the last there is none', async () => {
  const istok = openTestIstok()
  await expect(readRelease(istok, system, null, ['website'])).rejects.toMatchObject({ code: 'not_found' })
  const id = await putDraft(istok, { slug: 'a' })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  await publishRelease(istok, system, { ...nothing, withdraw: [id] })
  expect(await readRelease(istok, system, null, ['website', 'ivr'])).toMatchObject({
    ...{ number: 2, changes: [{ articleId: id, op: 'delete', channels: ['website', 'ivr'] }] },
  })
  for (const number of [0, -1, 3])
    await expect(readRelease(istok, system, number, ['website'])).rejects.toMatchObject({ code: 'not_found' })
})

test('of a release one channel is told its own changes: what another or only operators were told is not among them', async () => {
  const istok = openTestIstok()
  const articles = [
    await putDraft(istok, { slug: 'staff', audience: 'internal' }),
    await putDraft(istok, { slug: 'voice', channels: ['ivr'] }),
    await putDraft(istok, { slug: 'a' }),
  ]
  await publishRelease(istok, system, { ...nothing, articles })
  const told = async (channels: string[]) =>
    (await readRelease(istok, system, 1, channels)).changes.map(({ slug, channels: of }) => [slug, of])
  expect(await told(['website'])).toEqual([['a', ['website']]])
  expect((await told(['ivr', 'website'])).sort()).toEqual([
    ['a', ['ivr', 'website']],
    ['voice', ['ivr']],
  ])
  expect((await told(['operator'])).map(([slug]) => slug)).toContain('staff')
})
