import { eq } from 'drizzle-orm'
import { importJob } from '#db/schema/workflow.ts'
import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireScope } from '#lib/access/policies.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { now } from '../clock.ts'
import { IstokError, isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { keptRefusal } from '../kept-refusal.ts'
import { newId } from '../new-id.ts'
import { sortFiles } from './import-file.ts'
import { importLimits, tooManyBytes, tooManyFiles } from './import-limits.ts'
import { type ImportReport, newReport } from './import-report.ts'
import { type ImportInput, runImport } from './run-import.ts'

/** An import that goes on by itself; ask readImport for its state. `finished` is for those who wait for it in the same process and never rejects. */
export interface StartedImport {
  id: string
  finished: Promise<ImportReport>
}

/** How often the state of a running import is written down, in milliseconds. */
const interval = 500

/**
 * Begins an import and returns at once. Throws forbidden (needs write, and publish to publish), invalid (nothing in it can be imported), too_large. What happens
 * later stands in the report.
 */
export async function importArticles(istok: Istok, actor: Actor, input: ImportInput): Promise<StartedImport> {
  requireScope(actor, 'write')
  if (input.publish) requireScope(actor, 'publish')
  requireFiles(input)
  const id = newId()
  const { dryRun = false, publish = false } = input
  await write(istok.database, async tx => {
    const row = { id, state: 'running' as const, dryRun, publish, report: { ...newReport(), total: input.files.length } }
    await tx.orm.insert(importJob).values({ ...row, createdAt: tx.now, createdBy: actor.id, finishedAt: null })
    await recordAudit(tx, actor, 'import.started', `import:${id}`, { files: input.files.length, dryRun, publish })
  })
  return { id, finished: finish(istok, actor, id, input) }
}

async function finish(istok: Istok, actor: Actor, id: string, input: ImportInput): Promise<ImportReport> {
  let report = newReport()
  let told = now()
  const onProgress = (current: ImportReport) => {
    report = current
    input.onProgress?.(current)
    if (now() - told < interval) return
    told = now()
    keep(istok, id, 'running', current)
  }
  try {
    report = await runImport(istok, actor, { ...input, onProgress })
    await keep(istok, id, 'done', report)
  } catch (error) {
    if (!isIstokError(error)) istok.log.error({ err: error, import: id }, 'an import failed')
    const refusal = isIstokError(error) ? error : new IstokError('internal', 'The import failed; the log says why', { reason: 'our-fault' })
    report.problem = refusal.message
    report.refusal = keptRefusal(refusal)
    await keep(istok, id, 'failed', report)
  }
  return report
}

/** Never rejects: an import whose state cannot be written down has already done its work, or failed for the same reason. */
async function keep(istok: Istok, id: string, state: 'running' | 'done' | 'failed', report: ImportReport): Promise<void> {
  await write(istok.database, async tx => {
    const finishedAt = state === 'running' ? null : tx.now
    await tx.orm
      .update(importJob)
      .set({ state, report: { ...report }, finishedAt })
      .where(eq(importJob.id, id))
  }).catch((error: unknown) => istok.log.error({ err: error, import: id }, 'the state of an import was not written down'))
}

function requireFiles({ files, format }: ImportInput): void {
  if (files.length > importLimits.files) throw tooManyFiles()
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
  if (bytes > importLimits.bytes) throw tooManyBytes()
  const { others, ...ours } = sortFiles(files, format)
  if (Object.values(ours).some(list => list.length > 0)) return
  throw new IstokError('invalid', 'There is nothing to import', {
    errors: [
      { pointer: '/files', message: 'holds no Markdown, HTML, Word, table, Zendesk JSON, YAML or picture', reason: 'nothing-to-import' },
    ],
  })
}
