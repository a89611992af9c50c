import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import type { Istok } from '../istok.ts'
import type { ArticleFields } from './article-fields.ts'
import { type ArticleEntry, presentArticle } from './present-article.ts'
import { insertArticle } from './write-article.ts'

/** Adds an article without text. Throws forbidden (needs write), invalid (names the field), conflict (the slug or the source id is taken). */
export async function createArticle(istok: Istok, actor: Actor, fields: ArticleFields & { slug: string }): Promise<ArticleEntry> {
  requireSomewhere(actor, 'write')
  const row = await write(istok.database, tx => insertArticle(tx, actor, fields))
  return presentArticle(istok.database.reader.orm, row)
}
