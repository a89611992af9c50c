import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import type { ArticleFields } from './article-fields.ts'
import { requireArticle } from './article-rights.ts'
import { type ArticleEntry, presentArticle } from './present-article.ts'
import { requireVersion } from './require-version.ts'
import { changeArticle, readArticleRow } from './write-article.ts'

/**
 * Changes the fields that are given; live from the next release on. `expectedVersion` null: whatever is there. Throws forbidden (needs write), not_found,
 * invalid (names the field), conflict (412 when the version is another one; the slug is taken).
 */
export async function updateArticle(
  istok: Istok,
  actor: Actor,
  input: { id: string; expectedVersion?: number | null; fields: ArticleFields },
): Promise<ArticleEntry> {
  requireArticle(istok.database.reader.orm, actor, 'write', input.id)
  const row = await write(istok.database, async tx => {
    const before = await readArticleRow(tx.orm, input.id)
    if (input.expectedVersion != null) requireVersion(before, input.expectedVersion)
    return changeArticle(tx, actor, before, input.fields)
  })
  return presentArticle(istok.database.reader.orm, row)
}
