import type { WarningReason } from '#lib/exchange/warning-reasons.ts'

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
  warnings: {
    file: string
    line?: number | undefined
    level: 'warning' | 'error'
    message: string
    reason?: WarningReason | undefined
    arguments?: Record<string, string> | undefined
  }[]
  duplicates: { file: string; text: string; like: { id: string | null; file: string | null; text: string }; score: number }[]
  contradictions: { file: string; text: string; value: string; fact: { key: string; title: string; value: string } }[]
  omitted: number
  release: number | null
  published: number
  problem: string | null
}
