import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article, translation } from '#db/schema/content.ts'
import { fact } from '#db/schema/facts.ts'
import { write } from '#db/write.ts'
import { system } from '#lib/access/actor.ts'
import { digest } from '#lib/digest.ts'
import { readEnvironment } from '#lib/env.ts'
import { type Istok, openIstok } from '#lib/istok.ts'
import { newId } from '#lib/new-id.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Release } from '#lib/release/write-change.ts'
import { benchDocument, benchShortAnswer } from './articles.ts'

/** An Istok in a temporary directory. */
export function openBenchIstok(): { istok: Istok; close: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'istok-bench-'))
  const istok = openIstok(readEnvironment({ ISTOK_DATA_DIR: dataDir, ISTOK_DEMO: '0', LOG_LEVEL: 'silent' }))
  const close = () => {
    istok.database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { istok, close }
}

/** Puts the drafts of `count` articles numbered from `first`; returns their ids. */
export async function putArticles({ database }: Istok, first: number, count: number, sharedEvery: number): Promise<string[]> {
  const ids: string[] = []
  await write(database, async tx => {
    for (let index = first; index < first + count; index++) {
      const id = newId()
      const content = {
        title: `Правило перевода ${index}`,
        shortAnswer: benchShortAnswer,
        questions: [],
        document: benchDocument(index, sharedEvery),
        variations: {},
      }
      const at = { createdAt: tx.now, updatedAt: tx.now }
      await tx.orm
        .insert(article)
        .values({ id, slug: `rule-${index}`, tags: ['bench'], audience: 'public', metadata: {}, version: 1, ...at })
      const row = {
        articleId: id,
        locale: 'ru',
        ...content,
        hash: digest(JSON.stringify(content)),
        version: 1,
        updatedAt: tx.now,
        updatedBy: 'bench',
      }
      await tx.orm.insert(translation).values(row)
      ids.push(id)
    }
  })
  return ids
}

/** Gives a fact's draft a new value. */
export async function putFact({ database }: Istok, key: string, type: string, unit: string | null, value: string): Promise<void> {
  const row = { key, type, unit, title: { ru: key }, values: [{ value, validFrom: null, validTo: null }], updatedBy: 'bench' }
  await write(database, async tx => {
    await tx.orm
      .insert(fact)
      .values({ ...row, version: 1, updatedAt: tx.now })
      .onConflictDoUpdate({ target: fact.key, set: { ...row, version: tx.now, updatedAt: tx.now } })
  })
}

/** Publishes in one release. */
export async function release(istok: Istok, request: { articles?: string[]; facts?: string[] }): Promise<Release> {
  const whole = { note: 'bench', articles: [], facts: [], snippets: [], withdraw: [], ...request }
  return (await publishRelease(istok, system, whole)) as Release
}
