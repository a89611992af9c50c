import fc from 'fast-check'
import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { type MeiliHouse, makeDue, openStubHouse, publish } from './house.fixture.ts'
import { expectInStep } from './replica-checks.fixture.ts'
import { readReplicaState } from './replica-state.ts'
import { proceed, type Stub } from './stub-meilisearch.fixture.ts'

test('a rebuild goes on where a crash left off, keeps what was released meanwhile, and never leaves an empty index', async () => {
  const house = await openStubHouse()
  await publish(house.istok, { slug: 'a', title: 'Карта' })
  await house.settle()
  house.stub.indexes.get('istok')!.settings.rankingRules = ['words']
  for (const stage of ['indexCreation', 'settingsUpdate', 'documentAdditionOrUpdate', 'indexSwap', 'indexDeletion']) {
    house.stub.outcome = task => (task.type === stage ? { code: 'internal', type: 'internal' } : undefined)
    house.meili.replica.suspect()
    expect(await house.meili.replica.turn(), stage).toBe(false)
    expect(house.stub.indexes.get('istok')!.documents.size).toBeGreaterThan(0)
    await publish(house.istok, { slug: `during-${stage.toLowerCase()}`, title: 'Вклад' })
    if (stage === 'indexDeletion') break
  }
  house.stub.outcome = null
  await house.settle()
  expectInStep(house)
  expect(readReplicaState(house.istok.database).rebuild).toBeNull()
  await house.settle()
})

test('whoever releases all the time keeps neither a rebuild nor a turn going', { timeout: 60_000 }, async () => {
  const house = await openStubHouse()
  const { istok, stub, meili } = house
  const most = 60
  const begun = new Set<number>()
  const released = new Set<number>()
  // Meilisearch takes no batch over before something else was released.
  stub.outcome = ({ type, uid }) => {
    if (type !== 'documentAdditionOrUpdate' || released.has(uid) || begun.size >= most) return undefined
    if (!begun.has(uid)) {
      begun.add(uid)
      void publish(istok, { slug: `a-${uid}`, title: 'Карта' }).then(() => {
        released.add(uid)
        proceed(stub)
      })
    }
    return 'hold'
  }
  await publish(istok, { slug: 'a', title: 'Карта' })
  expect(await meili.replica.turn()).toBe(true)
  expect(begun.size).toBeLessThan(most)
  expect(readReplicaState(istok.database)).toMatchObject({ rebuild: null })
  stub.outcome = null
  await house.settle()
  expectInStep(house)
})

test('after any history of releases and failures the index is what it must be', { timeout: 120_000 }, async () => {
  const step = fc.record({
    slug: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('publish', 'publish', 'withdraw', 'turn', 'fault', 'fail', 'drop', 'wipe'),
    title: fc.constantFrom('Карта', 'Вклад', 'Кредит'),
    audience: fc.constantFrom('public' as const, 'internal' as const),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async steps => {
      const house = await openStubHouse()
      for (const { kind, slug, title, audience } of steps) await carry(house, kind, slug, title, audience)
      house.stub.fault = null
      house.stub.outcome = null
      await house.settle()
      await house.settle()
      expectInStep(house)
    }),
    { numRuns: Number(process.env.ISTOK_HISTORIES ?? 8) },
  )
})

async function carry(
  house: MeiliHouse & { stub: Stub },
  kind: string,
  slug: string,
  title: string,
  audience: 'public' | 'internal',
): Promise<void> {
  const { istok, stub, meili } = house
  const release = { note: '', articles: [] as string[], facts: [], snippets: [], withdraw: [] as string[] }
  if (kind === 'publish')
    await publishRelease(istok, system, { ...release, articles: [await putDraft(istok, { id: slug, slug, title, audience })] })
  else if (kind === 'withdraw') await publishRelease(istok, system, { ...release, withdraw: [slug] }).catch(() => undefined)
  else if (kind === 'fault') stub.fault = stub.fault ? null : ({ path }) => (path.includes('documents') ? 'reset' : undefined)
  else if (kind === 'fail') stub.outcome = stub.outcome ? null : () => ({ code: 'internal', type: 'internal' })
  else if (kind === 'drop') stub.indexes.delete('istok')
  else if (kind === 'wipe') stub.wipe()
  else {
    makeDue(istok)
    await meili.replica.turn()
  }
}
