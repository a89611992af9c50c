import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { type ArticleEntry, presentArticle } from './present-article.ts'
import { requireDrafts } from './require-drafts.ts'
import { readArticleRow } from './write-article.ts'

/** An article's metadata, status and translations. Throws forbidden (needs write or read:internal), not_found. */
export async function readArticle(istok: Istok, actor: Actor, { id }: { id: string }): Promise<ArticleEntry> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  return presentArticle(orm, await readArticleRow(orm, id))
}
