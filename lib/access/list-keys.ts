import { and, asc, eq, gt, or } from 'drizzle-orm'
import { apiKey } from '#db/schema/access.ts'
import type { Istok } from '../istok.ts'
import type { Actor } from './actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from './cursor.ts'
import { requireScope } from './policies.ts'

/** What may be shown of a key. Times in milliseconds since the epoch. */
export interface KeyEntry {
  id: string
  name: string
  scopes: string[]
  channel: string | null
  expiresAt: number | null
  /** Exact to a minute; null: never used. */
  lastUsedAt: number | null
  createdAt: number
  createdBy: string
  revokedAt: number | null
}

/** All keys, revoked ones too, oldest first. Throws unauthenticated, forbidden (needs admin), invalid (cursor). */
export async function listKeys(istok: Istok, actor: Actor, page: PageInput = {}): Promise<Page<KeyEntry>> {
  requireScope(actor, 'admin')
  const limit = limitOf(page)
  const [createdAt, id] = readCursor(page.cursor, ['number', 'string']) ?? []
  const after =
    createdAt === undefined
      ? undefined
      : or(gt(apiKey.createdAt, createdAt as number), and(eq(apiKey.createdAt, createdAt as number), gt(apiKey.id, id as string)))
  const rows = await istok.database.reader.orm
    .select()
    .from(apiKey)
    .where(after)
    .orderBy(asc(apiKey.createdAt), asc(apiKey.id))
    .limit(limit + 1)
  const entries = rows.map(({ hash: _, ...entry }): KeyEntry => entry)
  return pageOf(entries, limit, entry => [entry.createdAt, entry.id])
}
