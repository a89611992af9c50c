import { and, desc, eq, lt } from 'drizzle-orm'
import { audit } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from './cursor.ts'
import { requireScope } from './policies.ts'
import { readNames } from './read-names.ts'

/** Things whose history whoever works on them may read; the audit log as a whole is for administrators. */
export const historyKinds = ['category', 'tag', 'synonym', 'media', 'fact', 'snippet'] as const
export type HistoryKind = (typeof historyKinds)[number]

export interface HistoryEntry {
  id: number
  /** Milliseconds since the epoch. */
  at: number
  /** Name of the person or the key. */
  by: string
  /** Noun and verb, e.g. `category.updated`. */
  action: string
  details: Record<string, unknown>
}

/** What was done to one thing, newest first, from the audit log. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listHistory(
  istok: Istok,
  actor: Actor,
  input: { kind: HistoryKind; id: string } & PageInput,
): Promise<Page<HistoryEntry>> {
  requireScope(actor, actor.scopes.has('write') ? 'write' : 'read:internal')
  const limit = limitOf(input)
  const position = readCursor(input.cursor, ['number'])
  const rows = await istok.database.reader.orm
    .select()
    .from(audit)
    .where(and(eq(audit.subject, `${input.kind}:${input.id}`), position === null ? undefined : lt(audit.id, position[0] as number)))
    .orderBy(desc(audit.id))
    .limit(limit + 1)
  const names = await readNames(
    istok,
    rows.map(row => row.actor),
  )
  const entries = rows.map(({ id, at, actor: by, action, details }) => ({
    ...{ id, at, action, by: names[by] ?? by },
    details: JSON.parse(details) as Record<string, unknown>,
  }))
  return pageOf(entries, limit, entry => [entry.id])
}
