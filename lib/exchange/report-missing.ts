import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { missingReferences, referencesOfContent, referencesOfDocuments } from '#lib/authoring/references.ts'
import { type ImportReport, warn } from './import-report.ts'
import type { ReadSnippet } from './import-snippets.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Says which facts, snippets, articles and pictures the imported drafts name and nobody knows: once per file. */
export function reportMissing(
  orm: BetterSQLite3Database,
  articles: readonly PlannedArticle[],
  snippets: readonly ReadSnippet[],
  report: ImportReport,
): void {
  const named = [
    ...articles.flatMap(({ translations }) => translations.map(({ path, file }) => ({ path, references: referencesOfContent(file) }))),
    ...snippets.map(({ path, locale, document }) => ({ path, references: referencesOfDocuments({ [locale]: document }) })),
  ]
  for (const { path, references } of named) {
    const missing = new Map(missingReferences(orm, references).map(({ path: _, line: __, ...found }) => [found.message, found]))
    for (const found of missing.values()) warn(report, { file: path, level: 'warning', ...found })
  }
}
