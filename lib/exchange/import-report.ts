import type { Finding } from '../findings.ts'
import type { KeptRefusal } from '../kept-refusal.ts'
import { importLimits } from './import-limits.ts'

/** Something that an import found, and where. */
export interface ImportWarning extends Finding {
  /** Path as imported; empty: the import as a whole. */
  file: string
  /** 1-based. */
  line?: number
  /** `error`: this file, or this entry of it, was left out. */
  level: 'warning' | 'error'
  /** The kind of the channel in whose variation it stands. */
  variation?: string
}

export interface Counts {
  created: number
  updated: number
  /** As it was already. */
  skipped: number
  /** Left out; a warning of level error says why. */
  failed: number
}

/** A title or question that the base, or another file of the import, already answers. */
export interface ImportDuplicate {
  file: string
  text: string
  /** What it is like; the article's id, null: another file of this import. */
  like: { id: string | null; file: string | null; text: string }
  /** 1: the same words; at least 0.75. */
  score: number
}

/** A value near the name of a fact that has another one. */
export interface ImportContradiction {
  file: string
  /** The sentence, at most 300 characters. */
  text: string
  value: string
  fact: { key: string; title: string; value: string }
}

/** What an import did. The counts at the top are of article files; one file is one translation. */
export interface ImportReport extends Counts {
  /** Article files, and how many of them are done. */
  total: number
  done: number
  others: Record<'categories' | 'tags' | 'synonyms' | 'facts' | 'snippets' | 'media', Counts>
  warnings: ImportWarning[]
  duplicates: ImportDuplicate[]
  contradictions: ImportContradiction[]
  /** Warnings that did not fit into the report. */
  omitted: number
  /** The release that published it; null: nothing was to be published. */
  release: number | null
  /** Articles in the release. */
  published: number
  /** Why the import as a whole stopped, in English. */
  problem: string | null
  /** The same with machine words. */
  refusal: KeptRefusal | null
}

export function newReport(): ImportReport {
  const none = (): Counts => ({ created: 0, updated: 0, skipped: 0, failed: 0 })
  return {
    ...none(),
    total: 0,
    done: 0,
    others: { categories: none(), tags: none(), synonyms: none(), facts: none(), snippets: none(), media: none() },
    warnings: [],
    duplicates: [],
    contradictions: [],
    omitted: 0,
    release: null,
    published: 0,
    problem: null,
    refusal: null,
  }
}

/** A row of a table is named `faq.csv:12`, of a sheet `faq.xlsx › Cards:12`, where only a name can stand. */
const row = /^(.+\.[a-z]{3,4}(?: › .+)?):(\d+)$/i

export function warn(report: ImportReport, warning: ImportWarning): void {
  const [, file, line] = row.exec(warning.file) ?? []
  const placed = file === undefined ? warning : { ...warning, file, line: Number(line) }
  if (report.warnings.length < importLimits.warnings) report.warnings.push(placed)
  else report.omitted += 1
}

export function count(counts: Counts, outcome: 'created' | 'saved' | 'updated' | 'unchanged' | 'failed'): void {
  const member = outcome === 'saved' ? 'updated' : outcome === 'unchanged' ? 'skipped' : outcome
  counts[member] += 1
}
