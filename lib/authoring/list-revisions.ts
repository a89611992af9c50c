import { and, desc, eq, lt } from 'drizzle-orm'
import { revision } from '#db/schema/content.ts'
import { publication } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'
import { readArticleRow } from './write-article.ts'
import { readTranslationRow } from './write-translation.ts'

export interface RevisionSummary {
  number: number
  title: string
  hash: string
  /** Milliseconds since the epoch. */
  createdAt: number
  createdBy: string
  isLive: boolean
  /** The releases that made it live, oldest first. */
  releases: number[]
}

/** What was published of a translation, newest first. Throws forbidden (needs write or read:internal), not_found, invalid (cursor). */
export async function listRevisions(
  istok: Istok,
  actor: Actor,
  input: { articleId: string; locale: string } & PageInput,
): Promise<Page<RevisionSummary>> {
  requireDrafts(actor)
  const { articleId, locale } = input
  const { orm } = istok.database.reader
  await readArticleRow(orm, articleId)
  const { liveRevision } = await readTranslationRow(orm, { articleId, locale })
  const limit = limitOf(input)
  const position = readCursor(input.cursor, ['number'])
  const rows = await orm
    .select({
      number: revision.number,
      title: revision.title,
      hash: revision.hash,
      createdAt: revision.createdAt,
      createdBy: revision.createdBy,
    })
    .from(revision)
    .where(
      and(
        eq(revision.articleId, articleId),
        eq(revision.locale, locale),
        position === null ? undefined : lt(revision.number, position[0] as number),
      ),
    )
    .orderBy(desc(revision.number))
    .limit(limit + 1)
  const publications = await orm
    .select({ release: publication.release, revision: publication.revision })
    .from(publication)
    .where(and(eq(publication.articleId, articleId), eq(publication.locale, locale)))
    .orderBy(publication.release)
  const releases = Map.groupBy(publications, ({ revision }) => revision)
  const entries = rows.map(row => ({
    ...row,
    isLive: row.number === liveRevision,
    releases: (releases.get(row.number) ?? []).map(({ release }) => release),
  }))
  return pageOf(entries, limit, entry => [entry.number])
}
