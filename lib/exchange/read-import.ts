import { eq } from 'drizzle-orm'
import { importJob } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type ImportReport, newReport } from './import-report.ts'

/** The state of an import as the API shows it. Times in milliseconds since the epoch. */
export interface ImportState extends ImportReport {
  id: string
  status: 'running' | 'done' | 'failed'
  dryRun: boolean
  publish: boolean
  createdAt: number
  createdBy: string
  finishedAt: number | null
}

/** What an import has done so far. Throws forbidden (needs write), not_found. */
export async function readImport(istok: Istok, actor: Actor, { id }: { id: string }): Promise<ImportState> {
  requireScope(actor, 'write')
  const row = await istok.database.reader.orm.select().from(importJob).where(eq(importJob.id, id)).get()
  if (!row) throw new IstokError('not_found', `There is no import "${id}"`)
  const { state, report, ...job } = row
  return { ...job, status: state, ...newReport(), ...(report as unknown as ImportReport) }
}
