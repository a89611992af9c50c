import { onTestFinished } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { type DraftInput, putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../../istok.ts'
import { openTestIstok } from '../../test-istok.ts'
import { type Engines, enginesOf } from '../recall/open-engines.ts'
import { askMeili } from './request.ts'
import { type Stub, startStub } from './stub-meilisearch.fixture.ts'
import { writerUid } from './writer-key.ts'

/** For tests: an Istok with a Meilisearch behind it. */
export interface MeiliHouse {
  istok: Istok
  meili: NonNullable<Engines['meili']>
  /** Takes turns until one goes well; at most twenty. */
  settle(): Promise<void>
}

/** A house with a stub. */
export async function openStubHouse(): Promise<MeiliHouse & { stub: Stub }> {
  const stub = await startStub()
  onTestFinished(() => stub.close())
  return { ...openHouse(stub.url, stub.masterKey, 'istok'), stub }
}

/** A house with the server at MEILI_TEST_URL, under MEILI_TEST_KEY, with an index of its own that is removed afterwards. */
export function openLiveHouse(): MeiliHouse {
  const { MEILI_TEST_URL: url = '', MEILI_TEST_KEY: key = '' } = process.env
  const index = `istok-test-${process.pid}-${Math.random().toString(36).slice(2, 10)}`
  onTestFinished(async () => {
    for (const path of [`/indexes/${index}`, `/keys/${writerUid(index)}`])
      await askMeili({ url, key }, { method: 'DELETE', path, timeout: 10_000 }).catch(() => undefined)
  })
  return openHouse(url, key, index)
}

/** A house with the server at an address. */
export function openHouse(url: string, key: string, index: string): MeiliHouse {
  const istok = openTestIstok({ MEILI_URL: url, MEILI_KEY: key, MEILI_INDEX: index })
  const { meili } = enginesOf(istok)
  if (!meili) throw new Error('no Meilisearch is configured')
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) {
      makeDue(istok)
      meili.replica.suspect()
      if (await meili.replica.turn()) return
    }
    throw new Error(`Meilisearch does not get in step: ${meili.replica.status().detail}`)
  }
  return { istok, meili, settle }
}

/** Rows that wait for their next try are due now. */
export function makeDue({ database }: Istok): void {
  database.writer.sqlite.exec("UPDATE outbox SET available_at = 0 WHERE state = 'pending'")
}

/** Publishes drafts in one release. Returns their ids. */
export async function publish(istok: Istok, ...drafts: DraftInput[]): Promise<string[]> {
  const articles: string[] = []
  for (const draft of drafts) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  return articles
}

export async function withdraw(istok: Istok, ...ids: string[]): Promise<void> {
  await publishRelease(istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: ids })
}
