import { and, asc, eq, gt } from 'drizzle-orm'
import { synonym } from '#db/schema.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

export type SynonymEntry = typeof synonym.$inferSelect

/** The synonyms of search, of one locale or all. Throws forbidden (needs write or read:internal), invalid (cursor). */
export async function listSynonyms(istok: Istok, actor: Actor, page: PageInput & { locale?: string } = {}): Promise<Page<SynonymEntry>> {
  requireDrafts(actor)
  const limit = limitOf(page)
  const position = readCursor(page.cursor, ['string'])
  const rows = await istok.database.reader.orm
    .select()
    .from(synonym)
    .where(
      and(
        page.locale === undefined ? undefined : eq(synonym.locale, page.locale),
        position === null ? undefined : gt(synonym.id, position[0] as string),
      ),
    )
    .orderBy(asc(synonym.id))
    .limit(limit + 1)
  return pageOf(rows, limit, row => [row.id])
}
