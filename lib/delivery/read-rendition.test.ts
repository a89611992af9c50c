import { expect, onTestFinished, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type AnswerRequest, readRendition } from './read-rendition.ts'
import { readSaid } from './read-said.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
type Draft = Parameters<typeof putDraft>[1]

function openDelivery() {
  const clock = { at: Math.floor(now() / 1000) * 1000 }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const publish = async (draft: Draft) => {
    const id = await putDraft(istok, draft)
    await publishRelease(istok, system, { ...nothing, articles: [id] })
    return id
  }
  const withdraw = (id: string) => publishRelease(istok, system, { ...nothing, withdraw: [id] })
  return { clock, istok, publish, withdraw }
}

/** The title that is said, an arrow to another address, or why there is none. */
async function said(istok: Istok, slug: string, more: Partial<AnswerRequest> = {}): Promise<string> {
  const answer = await readRendition(istok, { channel: 'website', locale: 'ru', slug, profile: null, ...more })
  if (answer.kind === 'found') return (JSON.parse(answer.reply.body.toString()) as { title: string }).title
  return answer.kind === 'moved' ? `→ ${answer.slug}` : answer.kind
}

test('an instant has the release of that millisecond and none of the next; before the first there is nothing', async () => {
  const { clock, istok, publish, withdraw } = openDelivery()
  const start = clock.at
  const id = await publish({ slug: 'a', title: 'Один' })
  clock.at = start + 1000
  await publish({ id, slug: 'a', title: 'Два' })
  clock.at = start + 2000
  await withdraw(id)
  const at = (ms: number) => said(istok, 'a', { at: start + ms })
  expect([await at(-1), await at(0), await at(999), await at(1000), await at(1999), await at(2000), await at(1e12)]).toEqual([
    ...['missing', 'Один', 'Один', 'Два', 'Два', 'gone', 'gone'],
  ])
})

test('of two releases of one instant the later is what was said', async () => {
  const { clock, istok, publish } = openDelivery()
  const id = await publish({ slug: 'a', title: 'Один' })
  await publish({ id, slug: 'a', title: 'Два' })
  expect([await said(istok, 'a', { at: clock.at }), await said(istok, 'a', { release: 1 })]).toEqual(['Два', 'Один'])
})

test('a release that there is not is named, on an empty base and beyond the newest', async () => {
  const { istok, publish } = openDelivery()
  await expect(said(istok, 'a', { release: 1 })).rejects.toMatchObject({ code: 'not_found' })
  await publish({ slug: 'a' })
  for (const release of [0, 2, -1]) await expect(said(istok, 'a', { release })).rejects.toMatchObject({ code: 'not_found' })
  expect(await said(openTestIstok(), 'a', { at: now() })).toBe('missing')
})

test('a later release has what earlier ones said and it did not touch', async () => {
  const { istok, publish } = openDelivery()
  await publish({ slug: 'a', title: 'Один' })
  await publish({ slug: 'b', title: 'Другая' })
  expect([await said(istok, 'a', { release: 2 }), await said(istok, 'b', { release: 1 })]).toEqual(['Один', 'missing'])
})

test('an answer is asked for by its id where the channel says it, and is not there where it does not', async () => {
  const { istok, publish } = openDelivery()
  const id = await publish({ slug: 'a' })
  const internal = await publish({ slug: 'staff', audience: 'internal' })
  expect([await said(istok, id), await said(istok, id, { locale: 'en' }), await said(istok, internal)]).toEqual([
    '→ a',
    'missing',
    'missing',
  ])
  expect(await said(istok, internal, { channel: 'operator' })).toBe('→ staff')
})

test('the button of an answer that was withdrawn gets the same as its address; one that the channel never said gets nothing', async () => {
  const { istok, publish, withdraw } = openDelivery()
  const id = await publish({ slug: 'a' })
  const internal = await publish({ slug: 'staff', audience: 'internal' })
  await withdraw(id)
  await withdraw(internal)
  expect([await said(istok, id), await said(istok, 'a'), await said(istok, internal)]).toEqual(['gone', 'gone', 'missing'])
})

test('a dialect has its own content and tag and the same release; as of then, too', async () => {
  const { istok, publish } = openDelivery()
  const id = await publish({ slug: 'a', title: 'Было', shortAnswer: [text('Коротко < длинно & "так".')] })
  const read = async (more: Partial<AnswerRequest>) => {
    const answer = await readRendition(istok, { channel: 'chatbot', locale: 'ru', slug: 'a', profile: null, ...more })
    if (answer.kind !== 'found') throw new Error(answer.kind)
    return { ...answer.reply, ...(JSON.parse(answer.reply.body.toString()) as { profile: string | null; title: string; content: unknown }) }
  }
  const [plain, telegram] = [await read({}), await read({ profile: 'telegram.html' })]
  expect([plain.profile, telegram.profile, telegram.title]).toEqual([null, 'telegram.html', 'Было'])
  expect(telegram.content).not.toEqual(plain.content)
  expect(telegram.etag).not.toBe(plain.etag)
  await publish({ id, slug: 'a', title: 'Стало' })
  expect(await read({ profile: 'telegram.html', release: 1 })).toEqual(telegram)
  expect((await read({ profile: 'telegram.html' })).title).toBe('Стало')
})

test.each(['fax', '', '__proto__', 'constructor', 'telegram.html '])(
  'the dialect “%s” is refused with those that there are',
  async profile => {
    const { istok, publish } = openDelivery()
    await publish({ slug: 'a' })
    const refused = { code: 'invalid', details: { errors: [{ pointer: '?profile', reason: 'not-one-of' }] } }
    for (const more of [{}, { release: 1 }, { at: now() }]) {
      await expect(said(istok, 'a', { channel: 'chatbot', profile, ...more })).rejects.toMatchObject(refused)
      await expect(said(istok, 'a', { channel: 'website', profile, ...more })).rejects.toMatchObject(refused)
    }
  },
)

test('a refused dialect does not spoil the answer that follows it', async () => {
  const { istok, publish } = openDelivery()
  await publish({ slug: 'a', title: 'Ответ' })
  await said(istok, 'a', { channel: 'chatbot', profile: 'fax' }).catch(() => undefined)
  expect(await said(istok, 'a', { channel: 'chatbot' })).toBe('Ответ')
})

test('what an article said is told by article, under the address of then, in the channels that said it', async () => {
  const { istok, publish, withdraw } = openDelivery()
  const id = await publish({ slug: 'a', title: 'Один', channels: ['website', 'chatbot'] })
  await publish({ id, slug: 'b', title: 'Два', channels: ['website'] })
  await withdraw(id)
  const told = async (release: number | null, channels = ['website', 'chatbot', 'ivr']) =>
    (await readSaid(istok, { articleId: id, locale: 'ru', release, channels })).map(
      ({ channel, slug, release: since, reply }) => `${channel} ${slug} ${since} ${reply.title}`,
    )
  expect(await told(0)).toEqual([])
  expect(await told(1)).toEqual(['website a 1 Один', 'chatbot a 1 Один'])
  expect(await told(2)).toEqual(['website b 2 Два'])
  expect([await told(3), await told(null), await told(1, [])]).toEqual([[], [], []])
  expect(await readSaid(istok, { articleId: id, locale: 'en', release: 1, channels: ['website'] })).toEqual([])
})
