import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { referencesOfContent, referencesOfDocuments } from '#lib/authoring/references.ts'
import { expectRelease } from '#lib/release/make-release.ts'
import { finding } from '../findings.ts'
import type { Istok } from '../istok.ts'
import { convertFiles } from './convert/convert-files.ts'
import type { ImportFormat } from './convert/sort-format.ts'
import { surroundingsOf, unitsOf } from './convert/units-of.ts'
import type { ImportFile } from './file-content.ts'
import { findContradictions } from './find-contradictions.ts'
import { findDuplicates } from './find-duplicates.ts'
import { sortFiles } from './import-file.ts'
import { importLists } from './import-lists.ts'
import { importMedia, readPictures } from './import-media.ts'
import { type ImportReport, newReport, warn } from './import-report.ts'
import { type ReadSnippet, readSnippets, writeSnippets } from './import-snippets.ts'
import { placeholderIndex } from './link-placeholder.ts'
import { type LinkTargets, openLinkTargets } from './link-targets.ts'
import { type PlannedArticle, planArticles } from './plan-articles.ts'
import { type Imported, publishImport } from './publish-import.ts'
import { asRead, readArticles } from './read-articles.ts'
import { renameLinks } from './rename-links.ts'
import { reportMissing } from './report-missing.ts'
import { settleAddresses } from './settle-addresses.ts'
import { writeArticles } from './write-articles.ts'

export interface ImportInput {
  files: readonly ImportFile[]
  /** What files are that do not tell it themselves. */
  format?: ImportFormat
  /** Says what would happen and changes nothing. */
  dryRun?: boolean
  /** Releases everything at once, in one release. */
  publish?: boolean
  /** Of the release. */
  note?: string
  /** Called now and then with the report so far. */
  onProgress?: (report: ImportReport) => void
}

/** Articles per transaction: others who write wait for one of these at most. */
const chunk = 50

/**
 * Takes over files in the layout of exports, or any Markdown files: pictures, lists, snippets, then articles; all land as drafts. A bad file is reported and left out,
 * the others go on; the same files again change nothing. Throws forbidden (needs write, and publish to publish), and what publishRelease throws beyond losses.
 */
export async function runImport(istok: Istok, actor: Actor, input: ImportInput): Promise<ImportReport> {
  requireScope(actor, 'write')
  if (input.publish) requireScope(actor, 'publish')
  const report = newReport()
  const files = sortFiles(input.files, input.format)
  for (const { path } of input.files)
    if (path.split(/[\\/]/).includes('..')) warn(report, { file: path, level: 'warning', ...finding('outside') })
  for (const { path } of files.others) if (path !== 'manifest.json') warn(report, { file: path, level: 'warning', ...finding('not-read') })
  const pictures = await readPictures(files.media, report)
  const media = new Map(pictures.map(({ file, id }) => [file.path, id]))
  const articleFiles = [...files.articles, ...files.drafts]
  report.total = articleFiles.length
  const targets = openLinkTargets(istok, [...articleFiles, ...files.converted], media)
  const converted = await convertFiles(unitsOf(files.converted, articleFiles.length), surroundingsOf(istok, targets, media), report)
  pictures.push(...(await readPictures(converted.pictures, report)))
  files.categories.push(...converted.lists)
  report.total += converted.articles.length
  input.onProgress?.(report)
  const snippets = readSnippets(files.snippets, targets, report)
  const draftSnippets = readSnippets(files.draftSnippets, targets, report)
  const read = await readArticles(istok, articleFiles, new Set(files.drafts), targets, report)
  report.done += articleFiles.length - read.length
  const planned = planArticles(istok, [...read, ...asRead(converted.articles, report)], report)
  settleAllLinks(planned, [...snippets, ...draftSnippets], targets)
  settleAddresses(istok.database.reader.orm, planned)
  await findDuplicates(istok, planned, report)
  await findContradictions(istok, planned, report)
  const parts = { lists: files, snippets, planned, draftFacts: files.draftFacts, draftSnippets }
  await importMedia(istok, actor, pictures, shownPictures(parts), input.dryRun ?? false, report)
  if (input.dryRun) {
    await rehearse(istok, actor, parts, report)
    return report
  }
  await carryOut(istok, actor, parts, input, report)
  await write(istok.database, tx => recordAudit(tx, actor, 'import.finished', 'import', summaryOf(report)))
  return report
}

interface Parts {
  lists: Parameters<typeof importLists>[2]
  snippets: ReadSnippet[]
  planned: PlannedArticle[]
  draftFacts: ImportFile[]
  draftSnippets: ReadSnippet[]
}

/** The ids of the pictures that texts of the import show; null: it holds no texts. */
function shownPictures({ planned, snippets, draftSnippets }: Parts): Set<string> | null {
  const named = [
    ...planned.flatMap(({ translations }) => translations.flatMap(({ file }) => referencesOfContent(file))),
    ...[...snippets, ...draftSnippets].flatMap(({ locale, document }) => referencesOfDocuments({ [locale]: document })),
  ]
  if (planned.length + snippets.length + draftSnippets.length === 0) return null
  return new Set(named.flatMap(({ kind, key }) => (kind === 'media' ? key : [])))
}

/** What stands as a draft beside live facts and snippets: written after them. */
async function writeDraftLists(tx: Transaction, actor: Actor, { draftFacts, draftSnippets }: Parts, report: ImportReport): Promise<void> {
  await importLists(tx, actor, { categories: [], tags: [], synonyms: [], facts: draftFacts }, report)
  await writeSnippets(tx, actor, draftSnippets, report)
}

/** Links inside the import were given placeholders while the slugs were not known yet. One to a file that was refused means the article as it was before. */
function settleAllLinks(planned: readonly PlannedArticle[], snippets: readonly ReadSnippet[], targets: LinkTargets): void {
  const slugs = new Map(planned.flatMap(({ slug, translations }) => translations.map(({ index }) => [index, slug] as const)))
  const rename = (ref: string) => {
    const index = placeholderIndex(ref)
    return index === null ? null : (slugs.get(index) ?? targets.earlier(index))
  }
  for (const { translations } of planned) for (const { file } of translations) renameLinks(file, rename)
  for (const snippet of snippets) renameLinks(snippet, rename)
}

/** Drafts of an export come after the release of what was live beside them: a release publishes an article in every language that it has. */
async function carryOut(istok: Istok, actor: Actor, parts: Parts, input: ImportInput, report: ImportReport): Promise<void> {
  const { lists, snippets, planned } = parts
  const imported: Imported = { paths: new Map(), facts: [], snippets: [] }
  await write(istok.database, async tx => {
    imported.facts = await importLists(tx, actor, lists, report)
    imported.snippets = await writeSnippets(tx, actor, snippets, report)
  })
  input.onProgress?.(report)
  const live = planned.filter(({ isDraft }) => !isDraft)
  const ids = await writeInChunks(istok, actor, live, input, report)
  const writeDrafts = async () => {
    await write(istok.database, tx => writeDraftLists(tx, actor, parts, report))
    await writeInChunks(istok, actor, draftsOf(planned, ids), input, report)
  }
  if (!input.publish) {
    await writeDrafts()
    return reportMissing(istok.database.reader.orm, planned, snippets, report)
  }
  for (const { sourceId, translations } of live) {
    const id = ids.get(sourceId)
    if (id !== undefined)
      imported.paths.set(
        id,
        translations.map(({ path }) => path),
      )
  }
  await publishImport(istok, actor, imported, input.note ?? 'Import', report)
  await writeDrafts()
  // Not before: what is said may lead to what comes as a draft.
  reportMissing(istok.database.reader.orm, planned, snippets, report)
}

/** The drafts of articles that have just been made belong to them. */
function draftsOf(planned: readonly PlannedArticle[], ids: ReadonlyMap<string, string>): PlannedArticle[] {
  return planned.filter(({ isDraft }) => isDraft).map(article => ({ ...article, id: ids.get(article.sourceId) ?? article.id }))
}

async function writeInChunks(
  istok: Istok,
  actor: Actor,
  planned: readonly PlannedArticle[],
  { onProgress }: ImportInput,
  report: ImportReport,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (let from = 0; from < planned.length; from += chunk) {
    const some = await write(istok.database, tx => writeArticles(tx, actor, planned.slice(from, from + chunk), report, istok.env.locales))
    for (const [sourceId, id] of some) ids.set(sourceId, id)
    onProgress?.(report)
    expectRelease(istok)
  }
  return ids
}

/** Thrown to leave the transaction of a dry run without its changes. */
class Rehearsed extends Error {}

/** Does everything in one transaction and takes it back, so that the report is that of the real thing. */
async function rehearse(istok: Istok, actor: Actor, parts: Parts, report: ImportReport): Promise<void> {
  const { lists, snippets, planned } = parts
  const rehearsal = async (tx: Transaction) => {
    await importLists(tx, actor, lists, report)
    await writeSnippets(tx, actor, snippets, report)
    const live = planned.filter(({ isDraft }) => !isDraft)
    const ids = await writeArticles(tx, actor, live, report, istok.env.locales)
    await writeDraftLists(tx, actor, parts, report)
    await writeArticles(tx, actor, draftsOf(planned, ids), report, istok.env.locales)
    reportMissing(tx.orm, planned, snippets, report)
    throw new Rehearsed()
  }
  await write(istok.database, rehearsal).catch(error => {
    if (!(error instanceof Rehearsed)) throw error
  })
}

function summaryOf({ created, updated, skipped, failed, release, published }: ImportReport): Record<string, unknown> {
  return { created, updated, skipped, failed, release, published }
}
