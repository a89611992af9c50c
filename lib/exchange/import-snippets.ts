import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { findSnippet, type SnippetInput, writeSnippet } from '#lib/authoring/write-snippet.ts'
import type { Document } from '#lib/document/types.ts'
import { readFrontMatter } from '#lib/markdown/front-matter.ts'
import { MarkdownError } from '#lib/markdown/markdown-error.ts'
import { parseMarkdown } from '#lib/markdown/parse-markdown.ts'
import { finding } from '../findings.ts'
import { type ImportFile, textOf } from './file-content.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import { isolate } from './isolate.ts'
import type { LinkTargets } from './link-targets.ts'

/** A snippet in one language, from `snippets/{key}.{locale}.md`. */
export interface ReadSnippet {
  path: string
  key: string
  locale: string
  /** Null: the file does not say. */
  title: string | null
  document: Document
}

/** Reads the files of snippets; one that is refused is reported and left out. */
export function readSnippets(files: readonly ImportFile[], targets: LinkTargets, report: ImportReport): ReadSnippet[] {
  return files.flatMap(file => {
    const [, key, locale] = /^(?:drafts\/)?snippets\/([^/]+)\.([A-Za-z-]+)\.(?:md|markdown)$/i.exec(file.path) ?? []
    if (key === undefined || locale === undefined) {
      count(report.others.snippets, 'failed')
      warn(report, { file: file.path, level: 'error', ...finding('snippet-name') })
      return []
    }
    try {
      const { data, body, bodyLine, warnings } = readFrontMatter(textOf(file))
      const parsed = parseMarkdown(body, targets.callbacksFor(file.path))
      for (const { kind: _, ...found } of warnings) warn(report, { file: file.path, level: 'warning', ...found })
      for (const { kind: _, line, ...found } of parsed.warnings)
        warn(report, { file: file.path, line: line + bodyLine - 1, level: 'warning', ...found })
      return [{ path: file.path, key, locale, title: data.title ?? null, document: parsed.document }]
    } catch (error) {
      if (!(error instanceof MarkdownError)) throw error
      count(report.others.snippets, 'failed')
      warn(report, { file: file.path, ...(error.line !== null && { line: error.line }), level: 'error', ...error.finding })
      return []
    }
  })
}

/** Writes the drafts of snippets, all languages of one together; languages that are not in the import stay. Returns the keys that were written. */
export async function writeSnippets(tx: Transaction, actor: Actor, read: readonly ReadSnippet[], report: ImportReport): Promise<string[]> {
  const keys: string[] = []
  for (const [key, files] of Map.groupBy(read, snippet => snippet.key)) {
    const problem = await isolate(tx, async () => {
      const before = await findSnippet(tx.orm, key)
      const input: SnippetInput = {
        key,
        title: titlesOf(key, before?.title, files),
        documents: { ...before?.documents, ...Object.fromEntries(files.map(({ locale, document }) => [locale, document])) },
      }
      const { outcome } = await writeSnippet(tx, actor, input, 'any')
      count(report.others.snippets, outcome)
    })
    if (problem === null) keys.push(key)
    else {
      count(report.others.snippets, 'failed')
      for (const { path } of files) warn(report, { file: path, level: 'error', ...problem })
    }
    await tx.pause()
  }
  return keys
}

function titlesOf(key: string, before: Record<string, string> | undefined, files: readonly ReadSnippet[]): Record<string, string> {
  const titles = { ...before }
  for (const { locale, title } of files) if (title !== null) titles[locale] = title
  return Object.keys(titles).length > 0 ? titles : { [files[0]?.locale ?? 'ru']: key }
}
