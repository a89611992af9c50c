import { and, eq } from 'drizzle-orm'
import { revision } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

export type RevisionEntry = Omit<typeof revision.$inferSelect, 'id'>

/** One published state of a translation, with the metadata that it was published with. Throws forbidden (needs write or read:internal), not_found. */
export async function readRevision(
  istok: Istok,
  actor: Actor,
  { articleId, locale, number }: { articleId: string; locale: string; number: number },
): Promise<RevisionEntry> {
  requireDrafts(actor)
  const row = await istok.database.reader.orm
    .select()
    .from(revision)
    .where(and(eq(revision.articleId, articleId), eq(revision.locale, locale), eq(revision.number, number)))
    .get()
  if (!row) throw new IstokError('not_found', `The article "${articleId}" has no revision ${number} in "${locale}"`)
  const { id: _, ...entry } = row
  return entry
}
