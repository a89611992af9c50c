import { and, desc, eq, lt } from 'drizzle-orm'
import { factPublication, factRevision } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { readNames } from '#lib/access/read-names.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'
import { readFactRow } from './write-fact.ts'

export interface FactRevision extends Omit<typeof factRevision.$inferSelect, 'id' | 'key'> {
  /** Name of whoever released it. */
  by: string
  isLive: boolean
  /** The releases that made it live, oldest first. */
  releases: number[]
}

/** What was published of a fact, newest first. Throws forbidden (needs write or read:internal), not_found, invalid (cursor). */
export async function listFactRevisions(istok: Istok, actor: Actor, input: { key: string } & PageInput): Promise<Page<FactRevision>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const { liveRevision } = await readFactRow(orm, input.key)
  const limit = limitOf(input)
  const position = readCursor(input.cursor, ['number'])
  const rows = await orm
    .select()
    .from(factRevision)
    .where(and(eq(factRevision.key, input.key), position === null ? undefined : lt(factRevision.number, position[0] as number)))
    .orderBy(desc(factRevision.number))
    .limit(limit + 1)
  const published = await orm.select().from(factPublication).where(eq(factPublication.key, input.key)).orderBy(factPublication.release)
  const releases = Map.groupBy(published, ({ revision }) => revision)
  const names = await readNames(
    istok,
    rows.map(row => row.createdBy),
  )
  const entries = rows.map(({ id: _, key: _key, ...row }) => ({
    ...row,
    by: names[row.createdBy] ?? row.createdBy,
    isLive: row.number === liveRevision,
    releases: (releases.get(row.number) ?? []).map(({ release }) => release),
  }))
  return pageOf(entries, limit, entry => [entry.number])
}
