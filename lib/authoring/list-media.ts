import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import { media } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { requireDrafts } from './require-drafts.ts'
import type { MediaEntry } from './store-media.ts'

/** All stored pictures, newest first; `q` is a part of the file name or the id. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listMedia(istok: Istok, actor: Actor, page: PageInput & { q?: string } = {}): Promise<Page<MediaEntry>> {
  requireDrafts(actor)
  const limit = limitOf(page)
  const [createdAt, id] = readCursor(page.cursor, ['number', 'string']) ?? []
  const after =
    createdAt === undefined
      ? undefined
      : or(lt(media.createdAt, createdAt as number), and(eq(media.createdAt, createdAt as number), sql`${media.id} > ${id}`))
  const rows = await istok.database.reader.orm
    .select()
    .from(media)
    .where(and(after, holdsText(page.q, { plain: [media.fileName, media.id], lists: [] })))
    .orderBy(desc(media.createdAt), media.id)
    .limit(limit + 1)
  return pageOf(rows, limit, row => [row.createdAt, row.id])
}
