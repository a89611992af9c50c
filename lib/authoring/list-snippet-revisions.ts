import { and, desc, eq, lt } from 'drizzle-orm'
import { snippetRevision } from '#db/schema/facts.ts'
import { snippetPublication } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { type KeyRevision, presentKeyRevisions } from './present-key-revisions.ts'
import { requireDrafts } from './require-drafts.ts'
import { readSnippetRow } from './write-snippet.ts'

export type SnippetRevision = Omit<typeof snippetRevision.$inferSelect, 'id' | 'key'> & KeyRevision

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
  return pageOf(await presentKeyRevisions(istok, rows, liveRevision, published), limit, entry => [entry.number])
}
