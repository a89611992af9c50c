import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { summariseGaps } from '#lib/learning/summarise-gaps.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { listLiveLosses } from '#lib/release/list-live-losses.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { findPending } from './find-pending.ts'
import { countArticles, listArticles } from './list-articles.ts'
import { listCountedArticles } from './list-counted-articles.ts'
import { listScripts } from './list-scripts.ts'
import { summarisePending } from './summarise-pending.ts'

/** Steps of SQLite's plans for everything that `work` asks. */
async function plansOf({ database }: Istok, work: () => Promise<unknown>): Promise<string[]> {
  const { sqlite } = database.reader
  const prepare = sqlite.prepare.bind(sqlite)
  const asked: string[] = []
  sqlite.prepare = (source: string) => {
    asked.push(source)
    return prepare(source)
  }
  await work()
  Reflect.deleteProperty(sqlite, 'prepare')
  return asked.flatMap(source => {
    const explained = prepare(`EXPLAIN QUERY PLAN ${source}`)
    const unbound = Array.from(source.matchAll(/\?/g), () => null)
    return (explained.all(...(source.includes('@') ? [named(source)] : unbound)) as { detail: string }[]).map(({ detail }) => detail)
  })
}

const named = (source: string) => Object.fromEntries(Array.from(source.matchAll(/@(\w+)/g), ([, name]) => [name, null]))

/** A pass over rows with whole documents in them, by the tables' names and the aliases that queries give them. */
const widePass = /^SCAN (translation|revision|rendition|t|r|s)\b(?! USING (COVERING INDEX|INDEX translation_script))/

test('home and the lists pass over all translations in an index only, never over the pages of their documents', async () => {
  const istok = openTestIstok()
  const articles = [await putDraft(istok, { slug: 'live' })]
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  await putDraft(istok, { slug: 'draft' })
  const lists: Record<string, () => Promise<unknown>> = {
    pending: () => summarisePending(istok, system, 5),
    composer: () => findPending(istok, system, { kind: 'articles' }),
    gaps: () => summariseGaps(istok, system, 5),
    losses: () => listLiveLosses(istok, system, { limit: 5 }),
    due: () => listCountedArticles(istok, system, { attention: 'due', sort: 'due' }),
    titles: () => listArticles(istok, system, { sort: 'title' }),
    changed: () => countArticles(istok, system, { status: 'changed' }),
    scripts: () => listScripts(istok, system),
  }
  for (const [name, read] of Object.entries(lists)) {
    const plans = await plansOf(istok, read)
    expect(plans, name).not.toEqual([])
    expect(
      plans.filter(step => widePass.test(step)),
      name,
    ).toEqual([])
  }
})
