import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { type Istok, openIstok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { answerKey, memoryOf, type StoredReply } from './memory.ts'
import { readCurrentRendition } from './read-rendition.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const reply = (text: string): StoredReply => ({ body: Buffer.from(text), etag: `"${text}"`, mediaType: 'text/plain', release: null })
const publish = async (istok: Istok, ...drafts: Parameters<typeof putDraft>[1][]) => {
  const articles: string[] = []
  for (const draft of drafts) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { ...nothing, articles })
  return articles
}
const nextTurn = () => new Promise(resolve => setImmediate(resolve))

test('a release drops the answers that it changed, in every dialect, and no others; lists and pages all go', async () => {
  const istok = openTestIstok()
  const [id] = await publish(istok, { slug: 'a' }, { slug: 'a-b' })
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  const changed = [null, 'telegram.html', 'a'].map(profile => answerKey('website', 'ru', 'a', profile))
  const kept = [
    ...[null, 'telegram.html'].map(profile => answerKey('website', 'ru', 'a-b', profile)),
    answerKey('website', 'en', 'a', null),
  ]
  for (const key of [...changed, ...kept]) memory.keepAnswer(key, reply(key), epoch)
  memory.keepReply('list', reply('list'), epoch)
  await publish(istok, { id, slug: 'a', title: 'Иначе' } as Parameters<typeof putDraft>[1])
  await nextTurn()
  expect(memory.fresh()).toBeGreaterThan(epoch)
  expect(changed.map(key => memory.findAnswer(key))).toEqual([undefined, undefined, undefined])
  expect(kept.map(key => memory.findAnswer(key)?.etag)).toEqual(kept.map(key => `"${key}"`))
  expect([memory.findReply('list'), memory.release, memory.counts().replies]).toEqual([undefined, 2, 0])
})

test('what was read before a release is not kept after it', async () => {
  const istok = openTestIstok()
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  await publish(istok, { slug: 'a' })
  await nextTurn()
  memory.fresh()
  memory.keepAnswer('old', reply('old'), epoch)
  memory.keepReply('old', reply('old'), epoch)
  expect([memory.findAnswer('old'), memory.findReply('old')]).toEqual([undefined, undefined])
})

test('writing drafts drops nothing', async () => {
  const istok = openTestIstok()
  await publish(istok, { slug: 'a' })
  const memory = memoryOf(istok)
  await nextTurn()
  const epoch = memory.fresh()
  memory.keepReply('list', reply('list'), epoch)
  await putDraft(istok, { slug: 'draft' })
  await nextTurn()
  expect([memory.fresh(), memory.findReply('list')?.etag]).toEqual([epoch, '"list"'])
})

test('a reply that is larger than the memory is not kept and pushes nothing out', async () => {
  const istok = openTestIstok()
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  memory.keepAnswer('small', reply('small'), epoch)
  memory.keepAnswer('large', { ...reply('large'), body: Buffer.alloc(istok.env.memoryBytes + 1) }, epoch)
  expect([memory.findAnswer('large'), memory.findAnswer('small')?.etag]).toEqual([undefined, '"small"'])
  expect(memory.counts().bytes).toBeLessThan(istok.env.memoryBytes)
})

test('two processes on one base: what one releases the other says with its next request', async () => {
  const istok = openTestIstok()
  const [id = ''] = await publish(istok, { slug: 'a', title: 'Было' })
  const other = openIstok({ ...istok.env })
  const title = (of: Istok) => {
    const answer = readCurrentRendition(of, { channel: 'website', locale: 'ru', slug: 'a', profile: null })
    return answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as { title: string }).title : answer.kind
  }
  expect([title(istok), title(other)]).toEqual(['Было', 'Было'])
  await publish(istok, { id, slug: 'a', title: 'Стало' })
  await nextTurn()
  expect([title(other), title(istok)]).toEqual(['Стало', 'Стало'])
  await publishRelease(other, system, { ...nothing, withdraw: [id] })
  await nextTurn()
  expect([title(istok), title(other)]).toEqual(['gone', 'gone'])
  other.database.close()
})

test('whoever subscribes hears every release once, in order, and nothing after leaving', async () => {
  const istok = openTestIstok()
  await publish(istok, { slug: 'before' })
  const memory = memoryOf(istok)
  await nextTurn()
  memory.fresh()
  const heard: Record<string, number[]> = { one: [], two: [] }
  const leave = memory.subscribe(release => heard.one?.push(release))
  const leaveToo = memory.subscribe(release => heard.two?.push(release))
  await publish(istok, { slug: 'a' })
  await publish(istok, { slug: 'b' })
  await nextTurn()
  memory.fresh()
  leave()
  leave()
  await publish(istok, { slug: 'c' })
  await nextTurn()
  memory.fresh()
  leaveToo()
  expect(heard).toEqual({ one: [2, 3], two: [2, 3, 4] })
})
