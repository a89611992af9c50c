import type { ImportWarning } from '#lib/exchange/import-report.ts'
import type { KeptRefusal } from '#lib/kept-refusal.ts'

/** An import as the API tells it, as far as the pages show it. */
export interface ShownImport {
  id: string
  status: 'running' | 'done' | 'failed'
  dryRun: boolean
  publish: boolean
  created: number
  updated: number
  skipped: number
  failed: number
  total: number
  done: number
  warnings: ImportWarning[]
  duplicates: { file: string; text: string; like: { id: string | null; file: string | null; text: string }; score: number }[]
  contradictions: { file: string; text: string; value: string; fact: { key: string; title: string; value: string } }[]
  omitted: number
  release: number | null
  published: number
  problem: string | null
  refusal: KeptRefusal | null
}
