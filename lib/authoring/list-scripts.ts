import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { checkScript, findScript } from '#lib/document/check-script.ts'
import type { Istok } from '../istok.ts'
import { requireDrafts } from './require-drafts.ts'

/** A translation whose draft holds a decision script. */
export interface ScriptEntry {
  articleId: string
  slug: string
  locale: string
  title: string
  steps: number
  /** What keeps it from being published, see checkScript. */
  problems: number
}

/** As the index `translation_script` says it, word for word. */
const holdsScript = sql.raw(`instr("translation"."document", '"type":"scriptStep"') > 0`)

/** Every draft that holds a decision script, by title. Throws unauthenticated, forbidden. */
export async function listScripts(istok: Istok, actor: Actor): Promise<ScriptEntry[]> {
  requireDrafts(actor)
  const rows = await istok.database.reader.orm
    .select({
      ...{ articleId: translation.articleId, slug: article.slug, locale: translation.locale },
      ...{ title: translation.title, document: translation.document },
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(and(isNull(article.deletedAt), holdsScript))
    .orderBy(asc(translation.title), asc(translation.locale))
  return rows.flatMap(({ document, ...row }) => {
    const found = findScript(document.content)
    return found ? [{ ...row, steps: found.script.content.length, problems: checkScript(found.script).length }] : []
  })
}
