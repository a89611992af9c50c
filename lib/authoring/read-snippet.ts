import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { snippetStatus } from './key-status.ts'
import { requireDrafts } from './require-drafts.ts'
import type { Status } from './status.ts'
import type { SnippetRow } from './write-snippet.ts'

/** A snippet's draft and whether it is live. Times in milliseconds since the epoch. */
export interface SnippetEntry extends SnippetRow {
  status: Status
}

/** A snippet's draft. Throws forbidden (needs write or read:internal), not_found. */
export async function readSnippet(istok: Istok, actor: Actor, { key }: { key: string }): Promise<SnippetEntry> {
  requireDrafts(actor)
  return presentSnippet(istok.database.reader.orm, key)
}

/** Throws not_found. */
export async function presentSnippet(orm: BetterSQLite3Database, key: string): Promise<SnippetEntry> {
  const found = await selectSnippets(orm).where(eq(snippet.key, key)).get()
  if (!found) throw new IstokError('not_found', `There is no snippet "${key}"`)
  return { ...found.row, status: found.status }
}

export function selectSnippets(orm: BetterSQLite3Database) {
  return orm
    .select({ row: snippet, status: sql<Status>`${snippetStatus}` })
    .from(snippet)
    .$dynamic()
}
