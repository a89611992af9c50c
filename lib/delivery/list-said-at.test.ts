import { expect, onTestFinished, test } from 'vitest'
import { type Actor, anonymous, scopesOf, system } from '#lib/access/actor.ts'
import { channels } from '#lib/compile/channels.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { listSaidAt } from './list-said-at.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const request = { channel: channels.website, locale: 'ru', q: '', limit: 50 }
const reader: Actor = { ...anonymous, kind: 'key', id: 'key:a', scopes: new Set(['read']) }
const minute = 60_000

async function openHouse() {
  const start = now()
  const clock = { at: start }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const fee = await putDraft(istok, { slug: 'fee', title: 'Комиссия' })
  const secret = await putDraft(istok, { slug: 'secret', title: 'Служебная', audience: 'internal' })
  await publishRelease(istok, system, { ...nothing, note: 'Первый', articles: [fee, secret] })
  clock.at = start + minute
  await putDraft(istok, { id: fee, slug: 'fees', title: 'Всё о комиссии' })
  await publishRelease(istok, system, { ...nothing, articles: [fee] })
  clock.at = start + 2 * minute
  await publishRelease(istok, system, { ...nothing, withdraw: [fee] })
  clock.at = start + 3 * minute
  return { istok, start }
}

test('at each instant a channel had what it said then, under the names of then', async () => {
  const { istok, start } = await openHouse()
  const at = async (instant: number) => {
    const { release, items } = await listSaidAt(istok, system, { ...request, at: instant })
    return [release?.number ?? null, items.map(({ slug, title }) => `${slug}: ${title}`)]
  }
  expect(await at(start - 1)).toEqual([null, []])
  expect(await at(start)).toEqual([1, ['fee: Комиссия']])
  expect(await at(start + minute + 1)).toEqual([2, ['fees: Всё о комиссии']])
  expect(await at(start + 3 * minute)).toEqual([3, []])
})

test('titles are found by their words in any case', async () => {
  const { istok, start } = await openHouse()
  const found = async (q: string) => (await listSaidAt(istok, system, { ...request, at: start + minute, q })).count
  expect([await found('КОМИССИИ'), await found('все комис'), await found('карта')]).toEqual([1, 1, 0])
})

test('what operators were told, and why a release was made, is for those who may read it', async () => {
  const { istok, start } = await openHouse()
  const operators = { ...request, channel: channels.operator, at: start }
  await expect(listSaidAt(istok, reader, operators)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listSaidAt(istok, anonymous, operators)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(listSaidAt(istok, anonymous, { ...request, channel: channels.ivr, at: start })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  const operator = { ...reader, kind: 'user' as const, scopes: scopesOf(['operator']) }
  expect((await listSaidAt(istok, operator, operators)).items.map(({ slug }) => slug)).toEqual(['fee', 'secret'])
  const bare = await listSaidAt(istok, reader, { ...request, at: start })
  expect([bare.release?.note, bare.items.map(({ slug }) => slug)]).toEqual([null, ['fee']])
  expect((await listSaidAt(istok, operator, { ...request, at: start })).release?.note).toBe('Первый')
})
