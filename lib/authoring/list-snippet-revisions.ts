import { and, desc, eq, lt } from 'drizzle-orm'
import { snippetPublication, snippetRevision } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { readNames } from '#lib/access/read-names.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'
import { readSnippetRow } from './write-snippet.ts'

export interface SnippetRevision extends Omit<typeof snippetRevision.$inferSelect, 'id' | 'key'> {
  /** Name of whoever released it. */
  by: string
  isLive: boolean
  /** The releases that made it live, oldest first. */
  releases: number[]
}

/** What was published of a snippet, newest first. Throws forbidden (needs write or read:internal), not_found, invalid (cursor). */
export async function listSnippetRevisions(istok: Istok, actor: Actor, input: { key: string } & PageInput): Promise<Page<SnippetRevision>> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const { liveRevision } = await readSnippetRow(orm, input.key)
  const limit = limitOf(input)
  const position = readCursor(input.cursor, ['number'])
  const rows = await orm
    .select()
    .from(snippetRevision)
    .where(and(eq(snippetRevision.key, input.key), position === null ? undefined : lt(snippetRevision.number, position[0] as number)))
    .orderBy(desc(snippetRevision.number))
    .limit(limit + 1)
  const published = await orm
    .select()
    .from(snippetPublication)
    .where(eq(snippetPublication.key, input.key))
    .orderBy(snippetPublication.release)
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
