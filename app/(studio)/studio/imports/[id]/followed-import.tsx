'use client'

import { ImportReport } from '../import-report.tsx'
import type { ShownImport } from '../import-state.ts'
import { useImport } from '../use-import.ts'

/** The report of an import, brought up to date while it runs. */
export function FollowedImport({ state }: { state: ShownImport }) {
  const current = useImport(state.status === 'running' ? state.id : null, state)
  return <ImportReport state={current ?? state} />
}
