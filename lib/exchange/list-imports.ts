import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { importJob } from '#db/schema/workflow.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { requireScope } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import type { Counts } from './import-report.ts'

/** An import as a list shows it. Times in milliseconds since the epoch. */
export interface ListedImport extends Counts {
  id: string
  status: 'running' | 'done' | 'failed'
  dryRun: boolean
  publish: boolean
  release: number | null
  createdAt: number
  createdBy: string
  finishedAt: number | null
}

/** All imports, newest first, without their warnings. Throws forbidden (needs write), invalid (cursor). */
export async function listImports(istok: Istok, actor: Actor, page: PageInput = {}): Promise<Page<ListedImport>> {
  requireScope(actor, 'write')
  const limit = limitOf(page)
  const [createdAt, id] = readCursor(page.cursor, ['number', 'string']) ?? []
  const after =
    createdAt === undefined
      ? undefined
      : or(lt(importJob.createdAt, createdAt as number), and(eq(importJob.createdAt, createdAt as number), sql`${importJob.id} < ${id}`))
  const said = (member: string) => sql<number>`coalesce(json_extract(${importJob.report}, ${`$.${member}`}), 0)`
  const rows = await istok.database.reader.orm
    .select({
      id: importJob.id,
      status: importJob.state,
      dryRun: importJob.dryRun,
      publish: importJob.publish,
      created: said('created'),
      updated: said('updated'),
      skipped: said('skipped'),
      failed: said('failed'),
      release: sql<number | null>`json_extract(${importJob.report}, '$.release')`,
      createdAt: importJob.createdAt,
      createdBy: importJob.createdBy,
      finishedAt: importJob.finishedAt,
    })
    .from(importJob)
    .where(after)
    .orderBy(desc(importJob.createdAt), desc(importJob.id))
    .limit(limit + 1)
  return pageOf(rows, limit, row => [row.createdAt, row.id])
}
