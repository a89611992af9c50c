import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { verifyAudit } from '#lib/access/verify-audit.ts'
import { listArticles } from '#lib/authoring/list-articles.ts'
import { readContent } from '#lib/authoring/read-content.ts'
import { markdownOf, readTranslation } from '#lib/authoring/read-translation.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { openTestIstok } from '../test-istok.ts'
import { type ExportManifest, exportAll } from './export-all.ts'
import { importFolder } from './import-folder.ts'
import { readZip } from './read-zip.ts'
import { runImport } from './run-import.ts'

const demo = join(import.meta.dirname, '../../content')
const manifestOf = (zip: Uint8Array): ExportManifest =>
  JSON.parse(new TextDecoder().decode(unzipSync(zip)['manifest.json'] ?? new Uint8Array()))

test('the demo base is imported without a word of warning and released in one release', async () => {
  const istok = openTestIstok()
  const report = await importFolder(istok, system, demo, { publish: true, note: 'Демо' })
  expect(report.warnings).toEqual([])
  expect(report).toMatchObject({ failed: 0, release: 1, problem: null })
  expect(report.created).toBeGreaterThanOrEqual(80)
  expect((await listArticles(istok, system, { status: 'published', limit: 200 })).items).toHaveLength(report.published)
  expect((await verifyAudit(istok)).broken).toEqual([])
  const again = await importFolder(istok, system, demo, { publish: true })
  expect(again).toMatchObject({ created: 0, updated: 0, failed: 0, skipped: report.created, release: null, warnings: [] })
}, 60_000)

test('an export that is imported into an empty installation at another address gives the same answers and the same export', async () => {
  const first = openTestIstok({ ISTOK_PUBLIC_URL: 'https://bank.example' })
  await importFolder(first, system, demo, { publish: true })
  await leaveDrafts(first)
  const zip = await exportAll(first, system)
  expect(Buffer.compare(await exportAll(first, system), zip)).toBe(0)
  const second = openTestIstok({ ISTOK_PUBLIC_URL: 'http://localhost:4000' })
  const folder = mkdtempSync(join(tmpdir(), 'istok-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'istok.zip'), zip)
  const report = await importFolder(second, system, join(folder, 'istok.zip'), { publish: true })
  expect(report.warnings.filter(({ level }) => level === 'error')).toEqual([])
  const copy = await exportAll(second, system)
  const [original, imported] = [manifestOf(zip), manifestOf(copy)]
  expect(imported.renditions).toEqual(original.renditions)
  expect(imported.files).toEqual(original.files)
  expect(Object.keys(original.renditions).length).toBeGreaterThan(80)
}, 60_000)

test('importing an export where it came from changes nothing that is live and makes no article twice', async () => {
  const istok = openTestIstok()
  await importFolder(istok, system, demo, { publish: true })
  const article = (await listArticles(istok, system, { q: 'transfer-fee' })).items.find(({ slug }) => slug === 'transfer-fee')
  await updateArticle(istok, system, { id: article?.id ?? '', fields: { sourceId: null } })
  const zip = await exportAll(istok, system)
  const report = await runImport(istok, system, { files: readZip(zip), publish: true })
  expect(report).toMatchObject({ created: 0, updated: 0, failed: 0, release: null })
  expect(manifestOf(await exportAll(istok, system))).toEqual(manifestOf(zip))
}, 60_000)

test('content that is written as Markdown and read again is the same content', async () => {
  const istok = openTestIstok()
  await importFolder(istok, system, demo)
  for (const article of (await listArticles(istok, system, { limit: 200 })).items) {
    for (const { locale } of article.translations) {
      const draft = await readTranslation(istok, system, { articleId: article.id, locale })
      const { content, warnings } = readContent(markdownOf(draft))
      const saved = await saveTranslation(istok, system, { articleId: article.id, locale, expectedVersion: draft.version, content })
      expect([article.slug, locale, saved.outcome, warnings]).toEqual([article.slug, locale, 'unchanged', []])
    }
  }
}, 60_000)

test('an export needs the right to write and the right to read internal content', async () => {
  const istok = openTestIstok()
  const viewer: Actor = { ...system, scopes: scopesOf(['viewer']) }
  await expect(exportAll(istok, viewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(exportAll(istok, { ...system, scopes: new Set(['write']) })).rejects.toMatchObject({ code: 'forbidden' })
})

/** An article with a changed draft, one with a new slug, one whose other language was never live, and one that is new. */
async function leaveDrafts(istok: ReturnType<typeof openTestIstok>) {
  const { items } = await listArticles(istok, system, { q: 'transfer' })
  const [changed, renamed] = items
  const text = (title: string) =>
    readContent({ title, shortAnswer: 'Коротко.', markdown: `Смотрите [другую статью](article:${renamed?.id}).` }).content
  const expectedVersion = changed?.translations.find(({ locale }) => locale === 'ru')?.version ?? null
  await saveTranslation(istok, system, { articleId: changed?.id ?? '', locale: 'ru', expectedVersion, content: text('Новый текст') })
  await saveTranslation(istok, system, { articleId: changed?.id ?? '', locale: 'de', expectedVersion: null, content: text('Neu') })
  await updateArticle(istok, system, { id: renamed?.id ?? '', fields: { slug: 'renamed-later', tags: ['new'] } })
}
