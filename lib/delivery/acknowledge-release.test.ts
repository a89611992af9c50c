import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, type Scope, scopes, system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Acknowledgement, acknowledgeRelease } from './acknowledge-release.ts'
import { listAcknowledgements } from './list-acknowledgements.ts'

const consumer = (id: string, channel: string | null = null, given: Scope[] = ['ack']): Actor => ({
  ...{ kind: 'key', id: `key:${id}`, name: id, channel },
  scopes: new Set(given),
})

async function openReleases(count: number) {
  const clock = { at: now() }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const id = count > 0 ? await putDraft(istok, { slug: 'a' }) : ''
  for (let index = 0; index < count; index++)
    await publishRelease(istok, system, { note: '', articles: [id], facts: [], snippets: [], withdraw: [] })
  const say = (actor: Actor, release: number, more: Partial<Acknowledgement> = {}) => {
    clock.at += 1000
    return acknowledgeRelease(istok, actor, { channel: 'chatbot', release, hashes: null, ...more })
  }
  const told = async (release: number) =>
    (await listAcknowledgements(istok, system, release)).map(row => `${row.consumer} ${row.channel} ${row.release}`)
  const rows = () => istok.database.reader.sqlite.prepare('SELECT count(*) FROM ack').pluck().get()
  return { clock, istok, say, told, rows }
}

test('who serves a release is told by its first word of it or of a later one, the first first', async () => {
  const { say, told } = await openReleases(3)
  await say(consumer('bot'), 1)
  await say(consumer('app'), 3)
  await say(consumer('bot'), 2)
  await say(consumer('bot'), 3)
  expect(await told(1)).toEqual(['key:bot chatbot 1', 'key:app chatbot 3'])
  expect(await told(2)).toEqual(['key:app chatbot 3', 'key:bot chatbot 2'])
  expect(await told(3)).toEqual(['key:app chatbot 3', 'key:bot chatbot 3'])
  expect(await told(4)).toEqual([])
})

test('the same word again makes no row, another word does, in each channel for itself', async () => {
  const { say, told, rows } = await openReleases(1)
  const bot = consumer('bot')
  for (let index = 0; index < 3; index++) await say(bot, 1, { hashes: { a: 'x' } })
  expect(rows()).toBe(1)
  await say(bot, 1, { hashes: { a: 'y' } })
  await say(bot, 1)
  await say(bot, 1, { channel: 'ivr' })
  await say(consumer('app'), 1)
  expect([rows(), await told(1)]).toEqual([5, ['key:bot chatbot 1', 'key:bot ivr 1', 'key:app chatbot 1']])
})

test('a release that there is not is refused with its place, and nothing is noted', async () => {
  const { say, rows } = await openReleases(1)
  for (const release of [0, 2, -1]) {
    await expect(say(consumer('bot'), release)).rejects.toMatchObject({
      ...{ code: 'invalid', details: { errors: [{ pointer: '/release', reason: 'missing', arguments: { value: release } }] } },
    })
  }
  expect(rows()).toBe(0)
})

test('a key speaks for its own channel and needs one scope; a reader of public answers is told of nobody', async () => {
  const { istok, say, rows } = await openReleases(1)
  await expect(say(anonymous, 1)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(say(consumer('bot', 'ivr'), 1)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    say(
      consumer(
        'bot',
        null,
        scopes.filter(scope => scope !== 'ack'),
      ),
      1,
    ),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(rows()).toBe(0)
  await say(consumer('bot', 'chatbot'), 1)
  await expect(listAcknowledgements(istok, anonymous, 1)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listAcknowledgements(istok, consumer('bot', null, ['read', 'ack']), 1)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a consumer has the name of its key', async () => {
  const { istok, say, told } = await openReleases(1)
  const { id } = await createKey(istok, system, { name: 'Бот в чате', scopes: ['ack'], channel: 'chatbot' })
  await say(consumer(id, 'chatbot'), 1)
  expect(await told(1)).toEqual(['Бот в чате chatbot 1'])
})
