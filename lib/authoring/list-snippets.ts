import { and, asc, gt, sql } from 'drizzle-orm'
import { snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { snippetStatus } from './key-status.ts'
import { type SnippetEntry, selectSnippets } from './read-snippet.ts'
import { requireDrafts } from './require-drafts.ts'
import type { Status } from './status.ts'

/** All snippets by key; `q` is a part of the key or a title. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listSnippets(
  istok: Istok,
  actor: Actor,
  filter: PageInput & { status?: Status; q?: string } = {},
): Promise<Page<SnippetEntry>> {
  requireDrafts(actor)
  const limit = limitOf(filter)
  const position = readCursor(filter.cursor, ['string'])
  const { q, status } = filter
  const rows = await selectSnippets(istok.database.reader.orm)
    .where(
      and(
        position === null ? undefined : gt(snippet.key, position[0] as string),
        status === undefined ? undefined : sql`${snippetStatus} = ${status}`,
        holdsText(q, { plain: [snippet.key], lists: [snippet.title] }),
      ),
    )
    .orderBy(asc(snippet.key))
    .limit(limit + 1)
  return pageOf(
    rows.map(({ row, status }) => ({ ...row, status })),
    limit,
    entry => [entry.key],
  )
}
