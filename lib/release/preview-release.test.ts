import { expect, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import type { Block } from '#lib/document/types.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { factNode, paragraph, putDraft, putFact, putSnippet, text } from './draft.fixture.ts'
import { listLiveLosses } from './list-live-losses.ts'
import { previewRelease, previewTranslationInRelease } from './preview-release.ts'
import { publishRelease } from './publish-release.ts'
import { recompileAll } from './recompile-all.ts'
import type { Release } from './write-change.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const author: Actor = { kind: 'user', id: 'user:a', name: 'A', scopes: scopesOf(['author']), channel: null }

const publishing = (request: Partial<typeof nothing> | Record<string, unknown>) =>
  ({ kind: 'publish', request: { ...nothing, ...request } }) as const
const preview = (istok: Istok, request: Record<string, unknown>) =>
  previewRelease(istok, system, { task: publishing(request), publishAt: null })

async function openHouse() {
  const istok = openTestIstok()
  await putFact(istok, 'fee', 'percent', null, '1.5')
  await putSnippet(istok, 'note', { ru: { type: 'doc', content: [paragraph(text('Берём '), factNode('fee'))] } })
  const direct = await putDraft(istok, { slug: 'direct', blocks: [paragraph(text('Комиссия '), factNode('fee'))] })
  const through = await putDraft(istok, { slug: 'through', blocks: [{ type: 'snippet', attrs: { key: 'note' } }] })
  const other = await putDraft(istok, { slug: 'other' })
  const secret = await putDraft(istok, { slug: 'secret', audience: 'internal' })
  return { istok, ids: { direct, through, other, secret } }
}

const stored = (istok: Istok) =>
  istok.database.reader.sqlite
    .prepare("SELECT article_id AS articleId, locale, channel, hash, body, release FROM rendition WHERE op = 'upsert' ORDER BY id DESC")
    .all() as { articleId: string; locale: string; channel: string; hash: string; body: Buffer; release: number }[]

test('what a preview shows is what publishing stores, byte for byte, in every channel', async () => {
  const { istok, ids } = await openHouse()
  const request = { articles: Object.values(ids), facts: ['fee'], snippets: ['note'] }
  const promised = await preview(istok, request)
  const shown = new Map<string, Awaited<ReturnType<typeof previewTranslationInRelease>>>()
  for (const { articleId, locale } of promised.impact) {
    shown.set(
      articleId,
      await previewTranslationInRelease(istok, system, { task: publishing(request), publishAt: null, articleId, locale }),
    )
  }
  expect(stored(istok)).toEqual([])
  await publishRelease(istok, system, { ...nothing, ...request })
  const rows = stored(istok)
  expect(rows).toHaveLength(3 * channelKinds.length + 1)
  expect(promised.counts).toMatchObject({ articles: 4, renditions: rows.length, facts: 1, snippets: 1, withdrawn: 0 })
  for (const row of rows) {
    const impact = promised.impact.find(({ articleId }) => articleId === row.articleId)
    expect(impact?.channels.find(({ channel }) => channel === row.channel)).toEqual({ channel: row.channel, effect: 'new', hash: row.hash })
    const one = shown.get(row.articleId)?.find(({ channel }) => channel === row.channel)
    const { release: _, revision: __, hash: ___, publishedAt: ____, validUntil: _____, ...said } = JSON.parse(row.body.toString())
    expect(one?.hash).toBe(row.hash)
    expect(JSON.stringify(one?.reply)).toBe(JSON.stringify(said))
  }
})

test('a changed fact shows every article that says it, through what, and leaves alone what does not', async () => {
  const { istok, ids } = await openHouse()
  await publishRelease(istok, system, { ...nothing, articles: Object.values(ids), facts: ['fee'], snippets: ['note'] })
  await putFact(istok, 'fee', 'percent', null, '2')
  const { impact, counts } = await preview(istok, { facts: ['fee'] })
  expect(impact.map(({ slug, named, through }) => ({ slug, named, through })).sort((a, b) => a.slug.localeCompare(b.slug))).toEqual([
    { slug: 'direct', named: false, through: { facts: ['fee'], snippets: [] } },
    { slug: 'through', named: false, through: { facts: ['fee'], snippets: [] } },
  ])
  expect(counts).toMatchObject({ articles: 2, translations: 2, renditions: 10 })
  const again = (await publishRelease(istok, system, { ...nothing, facts: ['fee'] })) as Release
  expect(again.changes.map(({ articleId }) => articleId).sort()).toEqual(impact.map(({ articleId }) => articleId).sort())
})

test('what is released again without a change is said to be the same, what is withdrawn to be removed', async () => {
  const { istok, ids } = await openHouse()
  await publishRelease(istok, system, { ...nothing, articles: [ids.other, ids.secret] })
  const { impact } = await preview(istok, { articles: [ids.other], withdraw: [ids.secret] })
  const effects = Object.fromEntries(
    impact.map(({ slug, channels }) => [slug, channels.map(({ channel, effect }) => `${channel} ${effect}`)]),
  )
  expect(effects.other).toEqual(channelKinds.map(channel => `${channel} same`))
  expect(effects.secret).toEqual(['operator removed'])
})

test('a loss that would stop the release is told with its place, and the preview goes on', async () => {
  const { istok } = await openHouse()
  const broken = await putDraft(istok, { slug: 'broken', blocks: [paragraph(factNode('nowhere'))] })
  const { losses, lossCount, impact } = await preview(istok, { articles: [broken] })
  expect(lossCount).toBe(losses.length)
  expect(losses[0]).toMatchObject({ articleId: broken, slug: 'broken', level: 'error', path: '/content/0/content/0' })
  expect(impact).toHaveLength(1)
})

test('a roll-back and a schedule can be asked about before they are done', async () => {
  const { istok, ids } = await openHouse()
  await publishRelease(istok, system, { ...nothing, articles: [ids.direct], facts: ['fee'] })
  await putFact(istok, 'fee', 'percent', null, '2')
  await publishRelease(istok, system, { ...nothing, facts: ['fee'] })
  const { impact } = await previewRelease(istok, system, { task: { kind: 'rollback', number: 2, note: '' }, publishAt: null })
  expect(impact.map(({ slug, channels }) => [slug, channels[0]?.effect])).toEqual([['direct', 'changed']])
  const scheduled = await publishRelease(istok, system, { ...nothing, articles: [ids.other], publishAt: now() + 60_000 })
  const task = { kind: 'schedule', id: 'id' in scheduled ? scheduled.id : '' } as const
  expect((await previewRelease(istok, system, { task, publishAt: null })).impact.map(({ slug }) => slug)).toEqual(['other'])
})

test('asking needs the right to publish; unknown ids and the past are refused with their places', async () => {
  const { istok, ids } = await openHouse()
  const task = publishing({ articles: [ids.other] })
  await expect(previewRelease(istok, author, { task, publishAt: null })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(previewRelease(istok, anonymous, { task, publishAt: null })).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(preview(istok, { articles: ['no-such'] })).rejects.toMatchObject({ code: 'invalid', message: '/articles/0 does not exist' })
  await expect(previewRelease(istok, system, { task, publishAt: now() - 1 })).rejects.toMatchObject({ code: 'invalid' })
  const foreign = { task, publishAt: null, articleId: 'no-such', locale: 'ru' }
  await expect(previewTranslationInRelease(istok, system, foreign)).rejects.toMatchObject({ code: 'not_found' })
  await expect(previewTranslationInRelease(istok, author, { ...foreign, articleId: ids.other })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('losses of live answers are noted with their release, and a recompilation of everything notes the same', async () => {
  const { istok } = await openHouse()
  const code = { type: 'codeBlock', content: [{ type: 'text', text: 'SELECT 1' }] } as Block
  const id = await putDraft(istok, { slug: 'lossy', blocks: [paragraph(text('Так:')), code] })
  await publishRelease(istok, system, { ...nothing, articles: [id] })
  const before = await listLiveLosses(istok, system, { limit: 10 })
  expect(before.items.map(({ articleId }) => articleId)).toEqual([id])
  await recompileAll(istok, system, '')
  expect(await listLiveLosses(istok, system, { limit: 10 })).toEqual(before)
  await publishRelease(istok, system, { ...nothing, withdraw: [id] })
  expect((await listLiveLosses(istok, system, { limit: 10 })).count).toBe(0)
})

test('a schedule says what it holds without its content', async () => {
  const { istok, ids } = await openHouse()
  const change = await publishRelease(istok, system, { ...nothing, articles: [ids.direct], facts: ['fee'], publishAt: now() + 60_000 })
  expect(change).toMatchObject({ state: 'scheduled', articles: [ids.direct], facts: ['fee'], snippets: [], withdraw: [] })
})
