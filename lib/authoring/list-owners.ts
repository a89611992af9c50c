import { and, asc, isNotNull, isNull } from 'drizzle-orm'
import { article } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** Everybody who owns an article, as it stands there. Throws unauthenticated, forbidden (needs write or read:internal). */
export async function listOwners(istok: Istok, actor: Actor): Promise<string[]> {
  requireDrafts(actor)
  const rows = istok.database.reader.orm
    .selectDistinct({ owner: article.owner })
    .from(article)
    .where(and(isNotNull(article.owner), isNull(article.deletedAt)))
    .orderBy(asc(article.owner))
    .limit(500)
    .all()
  return rows.flatMap(({ owner }) => owner ?? [])
}
