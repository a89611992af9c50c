import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { article, category, translation } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { limitOf, type Page, type PageInput, pageOf, readCursor } from '#lib/access/cursor.ts'
import { checkScript, findScript } from '#lib/document/check-script.ts'
import type { Istok } from '../istok.ts'
import { holdsText } from './holds-text.ts'
import { requireDrafts } from './require-drafts.ts'
import { type Status, translationStatus } from './status.ts'

/** A translation whose draft holds a decision script. */
export interface ScriptEntry {
  articleId: string
  slug: string
  locale: string
  title: string
  status: Status
  /** E-mail of whoever answers for the article. */
  owner: string | null
  /** Milliseconds since the epoch, and the actor who changed the draft last. */
  updatedAt: number
  updatedBy: string
  steps: number
  /** What keeps it from being published, see checkScript. */
  problems: number
}

export interface ScriptFilter extends PageInput {
  /** Part of the title or the address of the article. */
  q?: string | undefined
  status?: Status | undefined
  locale?: string | undefined
}

/** As the index `translation_script` says it, word for word. */
const holdsScript = sql.raw(`instr("translation"."document", '"type":"scriptStep"') > 0`)

/** The drafts that hold a decision script, by title. Throws unauthenticated, forbidden, invalid (cursor). */
export async function listScripts(istok: Istok, actor: Actor, filter: ScriptFilter = {}): Promise<Page<ScriptEntry>> {
  requireDrafts(actor)
  const limit = limitOf(filter)
  const rows = await istok.database.reader.orm
    .select({
      ...{ articleId: translation.articleId, slug: article.slug, locale: translation.locale, title: translation.title },
      ...{ status: translationStatus, owner: article.owner, updatedAt: translation.updatedAt, updatedBy: translation.updatedBy },
      document: translation.document,
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(
      and(
        isNull(article.deletedAt),
        holdsScript,
        holdsText(filter.q, { plain: [translation.title, article.slug], lists: [] }),
        filter.status && sql`${translationStatus} = ${filter.status}`,
        filter.locale === undefined ? undefined : eq(translation.locale, filter.locale),
        behind(filter.cursor),
      ),
    )
    .orderBy(asc(translation.title), asc(translation.articleId), asc(translation.locale))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ title, articleId, locale }) => [title, articleId, locale])
  return {
    ...page,
    items: page.items.flatMap(({ document, ...row }) => {
      const found = findScript(document.content)
      return found ? [{ ...row, steps: found.script.content.length, problems: checkScript(found.script).length }] : []
    }),
  }
}

function behind(cursor: string | null | undefined): SQL | undefined {
  const position = readCursor(cursor, ['string', 'string', 'string'])
  if (position === null) return undefined
  const [title, articleId, locale] = position
  return sql`(${translation.title}, ${translation.articleId}, ${translation.locale}) > (${title}, ${articleId}, ${locale})`
}
