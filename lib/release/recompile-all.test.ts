import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { putDraft } from './draft.fixture.ts'
import { publishRelease } from './publish-release.ts'
import { recompileAll } from './recompile-all.ts'
import { rollBack } from './roll-back.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const publish = async (istok: Istok, request: Record<string, string[]>) =>
  (await publishRelease(istok, system, { ...nothing, ...request })) as Release
const slugs = ({ changes }: Release) => changes.map(({ slug, locale, op }) => `${op} ${slug} ${locale}`).sort()

async function body(istok: Istok, slug: string, channel = 'website', locale = 'ru') {
  const answer = await readRendition(istok, { channel, locale, slug, profile: null })
  return answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as { title: string; release: number }) : answer.kind
}

const person = (...roles: Parameters<typeof scopesOf>[0]): Actor => ({
  ...{ kind: 'user', id: 'user:a', name: 'A', channel: null },
  scopes: scopesOf(roles),
})

test('everything that is live is said anew with the next release, drafts and withdrawn answers are not', async () => {
  const istok = openTestIstok()
  const live = await putDraft(istok, { slug: 'live', title: 'Вышло' })
  await putDraft(istok, { id: live, slug: 'live', locale: 'en', title: 'Out' })
  const gone = await putDraft(istok, { slug: 'gone' })
  const internal = await putDraft(istok, { slug: 'internal', audience: 'internal' })
  await publish(istok, { articles: [live, gone, internal] })
  await publish(istok, { withdraw: [gone] })
  await putDraft(istok, { slug: 'draft' })
  await putDraft(istok, { id: live, slug: 'live', title: 'Ещё не вышло' })
  const release = await recompileAll(istok, system, 'новый компилятор')
  expect(release).toMatchObject({ number: 3, kind: 'recompile', note: 'новый компилятор' })
  expect(slugs(release)).toEqual(['upsert internal ru', 'upsert live en', 'upsert live ru'])
  expect(await body(istok, 'live')).toMatchObject({ title: 'Вышло', release: 3 })
  expect(await body(istok, 'gone')).toBe('gone')
  expect(await body(istok, 'draft')).toBe('missing')
  expect(await body(istok, 'internal')).toBe('missing')
  expect(await body(istok, 'internal', 'operator')).toMatchObject({ release: 3 })
})

test('recompiling is for administrators, rolling back for those who publish everywhere', async () => {
  const istok = openTestIstok()
  await publish(istok, { articles: [await putDraft(istok, { slug: 'a' })] })
  for (const actor of [person('viewer'), person('operator'), person('author'), person('approver'), person('publisher')])
    await expect(recompileAll(istok, actor, '')).rejects.toMatchObject({ code: 'forbidden' })
  const grants = new Map([['category', scopesOf(['publisher'])]])
  for (const actor of [person('viewer'), person('operator'), person('author'), person('approver'), { ...person('viewer'), grants }])
    await expect(rollBack(istok, actor, { number: 1, note: '' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(recompileAll(istok, anonymous, '')).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(rollBack(istok, anonymous, { number: 1, note: '' })).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM release').pluck().get()).toBe(1)
})
