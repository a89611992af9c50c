import { importLimits } from './import-limits.ts'

export interface ImportWarning {
  /** Path as imported; empty: the import as a whole. */
  file: string
  /** 1-based. */
  line?: number
  /** `error`: this file, or this entry of it, was left out. */
  level: 'warning' | 'error'
  message: string
}

export interface Counts {
  created: number
  updated: number
  /** As it was already. */
  skipped: number
  /** Left out; a warning of level error says why. */
  failed: number
}

/** What an import did. The counts at the top are of article files; one file is one translation. */
export interface ImportReport extends Counts {
  /** Article files, and how many of them are done. */
  total: number
  done: number
  others: Record<'categories' | 'tags' | 'synonyms' | 'facts' | 'snippets' | 'media', Counts>
  warnings: ImportWarning[]
  /** Warnings that did not fit into the report. */
  omitted: number
  /** The release that published it; null: nothing was to be published. */
  release: number | null
  /** Articles in the release. */
  published: number
  /** Why the import as a whole stopped. */
  problem: string | null
}

export function newReport(): ImportReport {
  const none = (): Counts => ({ created: 0, updated: 0, skipped: 0, failed: 0 })
  return {
    ...none(),
    total: 0,
    done: 0,
    others: { categories: none(), tags: none(), synonyms: none(), facts: none(), snippets: none(), media: none() },
    warnings: [],
    omitted: 0,
    release: null,
    published: 0,
    problem: null,
  }
}

export function warn(report: ImportReport, warning: ImportWarning): void {
  if (report.warnings.length < importLimits.warnings) report.warnings.push(warning)
  else report.omitted += 1
}

export function count(counts: Counts, outcome: 'created' | 'saved' | 'updated' | 'unchanged' | 'failed'): void {
  const member = outcome === 'saved' ? 'updated' : outcome === 'unchanged' ? 'skipped' : outcome
  counts[member] += 1
}
