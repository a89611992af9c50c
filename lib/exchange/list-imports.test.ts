import { expect, onTestFinished, test } from 'vitest'
import { importJob } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import { anonymous, system } from '#lib/access/actor.ts'
import { setClock } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { author, filesOf, viewer } from './import.fixture.ts'
import { importArticles } from './import-articles.ts'
import { importLimits } from './import-limits.ts'
import { newReport } from './import-report.ts'
import { listImports } from './list-imports.ts'
import { readImport } from './read-import.ts'

async function allPages(istok: Istok, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listImports>> = await listImports(istok, author, { limit, cursor })
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  } while (cursor !== null)
  return ids
}

test('a house that imported nothing has an empty list', async () => {
  expect(await listImports(openTestIstok(), author)).toEqual({ items: [], nextCursor: null })
})

test('imports of the same instant stand on the pages without holes or doubles, the newest first', async () => {
  const istok = openTestIstok()
  const ids = ['a', 'e', 'c', 'b', 'd', 'old']
  await write(istok.database, async tx => {
    for (const id of ids) {
      const created = { createdAt: id === 'old' ? 1 : 1000, createdBy: 'system', finishedAt: null }
      await tx.orm.insert(importJob).values({ id, state: 'done', dryRun: false, publish: false, report: { ...newReport() }, ...created })
    }
  })
  for (const limit of [1, 2, 4, 6, 200]) expect(await allPages(istok, limit)).toEqual(['e', 'd', 'c', 'b', 'a', 'old'])
  await expect(listImports(istok, author, { cursor: 'x' })).rejects.toMatchObject({ details: { errors: [{ pointer: '?cursor' }] } })
})

test('an entry says what came of it and who began it, and when, but not its warnings', async () => {
  const istok = openTestIstok()
  setClock(() => 1_800_000_000_000)
  onTestFinished(() => setClock())
  const { id, finished } = await importArticles(istok, author, {
    files: filesOf({ 'a.md': '# А\n\nТекст.\n', 'b.md': '---\na: [\n---\n' }),
  })
  await finished
  const { items } = await listImports(istok, author)
  expect(items).toEqual([
    {
      ...{ id, status: 'done', dryRun: false, publish: false, created: 1, updated: 0, skipped: 0, failed: 1, release: null },
      ...{ createdAt: 1_800_000_000_000, createdBy: 'user:anna', finishedAt: 1_800_000_000_000 },
    },
  ])
})

test('who may not write sees no imports', async () => {
  const istok = openTestIstok()
  const { id } = await importArticles(istok, system, { files: filesOf({ 'a.md': '# А\n\nТекст.\n' }) })
  await expect(listImports(istok, viewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(readImport(istok, viewer, { id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listImports(istok, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(readImport(istok, anonymous, { id })).rejects.toMatchObject({ code: 'unauthenticated' })
})

test('an import of more files than are taken leaves no trace, not even in the list', async () => {
  const istok = openTestIstok()
  const files = Array.from({ length: importLimits.files + 1 }, (_, at) => ({ path: `${at}.md`, content: '' }))
  await expect(importArticles(istok, author, { files })).rejects.toMatchObject({ code: 'too_large', details: { reason: 'import-files' } })
  expect((await listImports(istok, author)).items).toEqual([])
})
