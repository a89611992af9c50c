import type { Actor } from '#lib/access/actor.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { readArticleRow } from '#lib/authoring/write-article.ts'
import type { Istok } from '../istok.ts'
import { type CommentEntry, presentThreads } from './comments.ts'
import { readDrafts } from './read-draft.ts'

/** The remarks on a translation, by thread. Throws unauthenticated, forbidden (needs write or read:internal), not_found (article). */
export async function listComments(istok: Istok, actor: Actor, place: { articleId: string; locale: string }): Promise<CommentEntry[]> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  await readArticleRow(orm, place.articleId)
  const draft = readDrafts(orm, place.articleId).find(({ locale }) => locale === place.locale)
  return presentThreads(orm, place, draft ?? null)
}
