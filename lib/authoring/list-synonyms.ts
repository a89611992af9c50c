import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm'
import { synonym } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { requireDrafts } from './require-drafts.ts'

export type SynonymEntry = typeof synonym.$inferSelect

/** The synonyms of search, of one locale or all, newest first; `q` is a part of a term. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listSynonyms(
  istok: Istok,
  actor: Actor,
  page: PageInput & { locale?: string; q?: string } = {},
): Promise<Page<SynonymEntry>> {
  requireDrafts(actor)
  const limit = limitOf(page)
  const [createdAt, id] = readCursor(page.cursor, ['number', 'string']) ?? []
  const after =
    createdAt === undefined
      ? undefined
      : or(lt(synonym.createdAt, createdAt as number), and(eq(synonym.createdAt, createdAt as number), sql`${synonym.id} > ${id}`))
  const rows = await istok.database.reader.orm
    .select()
    .from(synonym)
    .where(
      and(
        page.locale === undefined ? undefined : eq(synonym.locale, page.locale),
        holdsText(page.q, { plain: [], lists: [synonym.terms] }),
        after,
      ),
    )
    .orderBy(desc(synonym.createdAt), asc(synonym.id))
    .limit(limit + 1)
  return pageOf(rows, limit, row => [row.createdAt, row.id])
}
