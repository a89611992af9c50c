import { expect, test } from 'vitest'
import { setting } from '#db/schema/access.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { openReleaseThread } from './make-release.ts'
import { publishRelease } from './publish-release.ts'
import { verifyStore } from './verify-store.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }

async function manyDrafts(istok: Istok, count: number, key: string): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(await putDraft(istok, { slug: `a-${i}`, blocks: [paragraph(factNode(key))] }))
  return ids
}

test('a large release is made in a thread while others write and read, and is whole and current when it is acknowledged', async () => {
  const istok = openTestIstok()
  const stop = openReleaseThread(istok)
  await putFact(istok, 'fee', 'percent', null, '1.5')
  const articles = await manyDrafts(istok, 60, 'fee')
  const writes = Array.from({ length: 50 }, (_, i) =>
    write(istok.database, async tx => void (await tx.orm.insert(setting).values({ key: `k${i}`, value: '' }))),
  )
  const publishing = publishRelease(istok, system, { ...nothing, articles, facts: ['fee'] })
  writes.push(
    ...Array.from({ length: 50 }, (_, i) =>
      write(istok.database, async tx => void (await tx.orm.insert(setting).values({ key: `l${i}`, value: '' }))),
    ),
  )
  const release = (await publishing) as Release
  expect(release).toMatchObject({ number: 1 })
  expect(release.changes).toHaveLength(60)
  expect((await readRendition(istok, { channel: 'ivr', locale: 'ru', slug: 'a-59', profile: null })).kind).toBe('found')
  await Promise.all(writes)
  await putFact(istok, 'fee', 'percent', null, '2')
  const next = (await publishRelease(istok, system, { ...nothing, facts: ['fee'] })) as Release
  expect(next.number).toBe(2)
  const answer = await readRendition(istok, { channel: 'chatbot', locale: 'ru', slug: 'a-0', profile: null })
  expect(answer.kind === 'found' && JSON.parse(answer.reply.body.toString()).facts.fee.value).toBe('2')
  expect((await verifyStore(istok, system)).problems).toEqual([])
  await stop()
})

test('what refuses a large release comes back as it would from a small one, and later releases go on', async () => {
  const istok = openTestIstok()
  const stop = openReleaseThread(istok)
  const articles = await manyDrafts(istok, 45, 'absent')
  const refused = publishRelease(istok, system, { ...nothing, articles })
  await expect(refused).rejects.toMatchObject({ name: 'IstokError', code: 'invalid', details: { extra: { losses: expect.any(Array) } } })
  await putFact(istok, 'absent', 'percent', null, '1')
  expect(await publishRelease(istok, system, { ...nothing, articles, facts: ['absent'] })).toMatchObject({ number: 1 })
  await stop()
})
