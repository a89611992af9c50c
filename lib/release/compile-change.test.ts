import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { formatInstant } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { type Change, emptyChange } from './change.ts'
import { collectDrafts, type ReleaseRequest } from './collect-drafts.ts'
import { type CompiledChange, type CompiledPart, compileChange, compilePieces, type Partner } from './compile-change.ts'
import { factNode, linkTo, paragraph, putDraft, putFact } from './draft.fixture.ts'
import { openPartner } from './open-partner.ts'
import { packPart, unpackPart } from './pack-part.ts'
import { publishRelease } from './publish-release.ts'
import type { ReleaseTask } from './thread-tasks.ts'
import { warmCompiler } from './warm-compiler.ts'

const nothing: ReleaseRequest = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const instant = Date.UTC(2026, 10, 22)

/** So many articles that a release of them is shared, each with a fact and a link to the last. */
async function manyDrafts(istok: Istok, count = 210): Promise<string[]> {
  await putFact(istok, 'fee', 'percent', null, '1.5')
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const blocks = [paragraph(factNode('fee'), linkTo(`a-${count - 1}`, 'дальше'))]
    ids.push(await putDraft(istok, { slug: `a-${i}`, blocks }))
  }
  return ids
}

const changeOf = (istok: Istok, request: Partial<typeof nothing>): Change => ({
  ...emptyChange('publish', ''),
  ...collectDrafts(istok.database.reader.orm, { ...nothing, ...request }),
})

/** A partner in this thread, through the same packing as one in another. */
const beside =
  (istok: Istok, change: Change): Partner =>
  (at, claims) =>
    handedOver(istok, change, at, claims)

/** What a partner compiles, as it arrives. */
async function handedOver(istok: Istok, change: Change, at: number, claims: SharedArrayBuffer): Promise<CompiledPart[]> {
  const pieces: CompiledPart[] = []
  for await (const piece of compilePieces(istok, change, at, claims)) pieces.push(unpackPart(packPart(piece)))
  return pieces
}

/** What is live already is not read here when the partner compiles it. */
const withoutContents = ({ translations, losses }: CompiledChange) => ({
  losses,
  translations: translations.map(({ content: _content, ...rest }) => rest),
})

/** Claims of a change of which somebody else has taken the parts before `first`. */
function claimsFrom(first: number): SharedArrayBuffer {
  const claims = new SharedArrayBuffer(4)
  new Int32Array(claims)[0] = first
  return claims
}

test('a change that is shared with a partner is the change that is compiled alone', async () => {
  const istok = openTestIstok()
  const change = changeOf(istok, { articles: await manyDrafts(istok), facts: ['fee'] })
  const alone = await compileChange(istok, change, instant)
  expect(alone.translations).toHaveLength(210)
  expect(await compileChange(istok, change, instant, { partner: beside(istok, change) })).toEqual(alone)
})

test('so is what a fact makes anew, and losses of what the partner compiles stop the release, too', async () => {
  const istok = openTestIstok()
  const articles = await manyDrafts(istok)
  await publishRelease(istok, system, { ...nothing, articles, facts: ['fee'] })
  await putFact(istok, 'fee', 'percent', null, '2')
  const change = changeOf(istok, { facts: ['fee'] })
  const shared = await compileChange(istok, change, instant, { partner: beside(istok, change) })
  expect(withoutContents(shared)).toEqual(withoutContents(await compileChange(istok, change, instant)))
  expect(shared.translations.filter(({ isLive, metadata }) => isLive && metadata)).toHaveLength(210)
  await putFact(istok, 'fee', 'percent', null, { value: '2', validFrom: null, validTo: formatInstant(instant + 1000, 'UTC') })
  const ending = changeOf(istok, { facts: ['fee'] })
  const toCome = (await compileChange(istok, ending, instant, { partner: beside(istok, ending) })).losses
  expect(toCome).toEqual((await compileChange(istok, ending, instant)).losses)
  expect(new Set(toCome.map(({ slug, at }) => `${slug} ${at}`)).size).toBe(210)
  await putDraft(istok, { id: articles[209] ?? '', slug: 'a-209', blocks: [paragraph(factNode('absent'))] })
  const broken = changeOf(istok, { articles, facts: ['fee'] })
  const { losses } = await compileChange(istok, broken, instant, { partner: beside(istok, broken) })
  expect(losses.map(({ slug }) => slug)).toContain('a-209')
})

test('a partner that fails, or read other drafts, costs time and nothing else', async () => {
  const istok = openTestIstok()
  const articles = await manyDrafts(istok)
  const change = changeOf(istok, { articles, facts: ['fee'] })
  const alone = await compileChange(istok, change, instant)
  expect(await compileChange(istok, change, instant, { partner: async () => null })).toEqual(alone)
  await putDraft(istok, { id: articles[200] ?? '', slug: 'a-200', blocks: [paragraph(factNode('fee'))] })
  const later = changeOf(istok, { articles, facts: ['fee'] })
  expect(await compileChange(istok, change, instant, { partner: beside(istok, later) })).toEqual(alone)
})

test('a partner in a thread of its own compiles the same, and declines when it sees another release', async () => {
  const istok = openTestIstok()
  const request = { ...nothing, articles: await manyDrafts(istok), facts: ['fee'] }
  const task: ReleaseTask = { kind: 'publish', request }
  const change = changeOf(istok, request)
  const { partnerFor, warm, stop } = openPartner(istok)
  warm()
  const theirs = await partnerFor(task)(instant, claimsFrom(120))
  expect(theirs?.map(({ translations }) => translations.length)).toEqual([50, 40])
  expect(theirs?.flatMap(({ translations }) => translations.map(({ at }) => at))).toEqual(
    Array.from({ length: 90 }, (_, index) => 120 + index),
  )
  expect(theirs).toEqual(await handedOver(istok, change, instant, claimsFrom(120)))
  const declined = partnerFor({ kind: 'rollback', number: 99, note: '' })
  expect(await declined(instant, claimsFrom(0))).toBeNull()
  await stop()
})

test('warming compiles drafts and changes nothing, whatever state they are in', async () => {
  const istok = openTestIstok()
  await warmCompiler(istok)
  await putDraft(istok, { slug: 'broken', blocks: [paragraph(factNode('absent'))] })
  await warmCompiler(istok)
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM rendition').pluck().get()).toBe(0)
})
