import { desc, eq, isNull } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { emptyChange } from './change.ts'
import { collectDrafts } from './collect-drafts.ts'
import { compileChange } from './compile-change.ts'

/** Articles that are compiled to warm a thread: after about so many the engine has made fast code of the compiler. */
const enough = 600
let compiled = 0

/**
 * Compiles the newest drafts of this thread's database and drops the result, so that the release that follows finds compiled code; until there were enough
 * of them each call does it again. Never throws.
 */
export async function warmCompiler(istok: Istok): Promise<void> {
  if (compiled >= enough) return
  try {
    const { orm } = istok.database.reader
    const rows = orm
      .select({ id: article.id })
      .from(article)
      .innerJoin(translation, eq(translation.articleId, article.id))
      .where(isNull(article.deletedAt))
      .orderBy(desc(article.updatedAt))
      .limit(enough)
      .all()
    const articles = [...new Set(rows.map(row => row.id))]
    if (articles.length === 0) return
    const drafts = collectDrafts(orm, { note: '', articles, facts: [], snippets: [], withdraw: [] })
    await compileChange(istok, { ...emptyChange('publish', ''), ...drafts }, now())
    compiled += articles.length
  } catch (error) {
    istok.log.debug({ err: error }, 'the compiler was not warmed')
  }
}
