import { and, desc, eq, lt } from 'drizzle-orm'
import { factRevision } from '#db/schema/facts.ts'
import { factPublication } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { type KeyRevision, presentKeyRevisions } from './present-key-revisions.ts'
import { requireDrafts } from './require-drafts.ts'
import { readFactRow } from './write-fact.ts'

export type FactRevision = Omit<typeof factRevision.$inferSelect, 'id' | 'key'> & KeyRevision

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
  return pageOf(await presentKeyRevisions(istok, rows, liveRevision, published), limit, entry => [entry.number])
}
