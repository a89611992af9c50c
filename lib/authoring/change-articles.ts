import { write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requireSomewhere } from '#lib/access/policies.ts'
import { type FieldError, IstokError, isIstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { RefusalReason } from '../refusal-reasons.ts'
import { changeArticle, readArticleRow } from './write-article.ts'

/** The same change of many articles. What is not given stays. */
export interface ArticlesChange {
  articles: string[]
  addTags?: string[]
  removeTags?: string[]
  /** Slug; null: none. */
  category?: string | null
  owner?: string | null
}

/** What became of many articles: how many were done, and which were not and why. */
export interface ManyResult {
  done: number
  failures: {
    articleId: string
    slug: string | null
    code: string
    message: string
    /** The same as the refusal of one article would say it. */
    reason?: RefusalReason
    arguments?: Record<string, string | number>
    errors?: FieldError[]
  }[]
}

/** Most articles of one request. */
export const mostArticles = 500

/**
 * Changes tags, category or owner of many articles, each by itself: what is refused for one is named, and the others are changed. Throws unauthenticated,
 * forbidden (needs write), invalid (too many; nothing to change).
 */
export async function changeArticles(istok: Istok, actor: Actor, change: ArticlesChange): Promise<ManyResult> {
  requireSomewhere(actor, 'write')
  const { articles, addTags = [], removeTags = [], category, owner } = change
  if (addTags.length + removeTags.length === 0 && category === undefined && owner === undefined)
    throw new IstokError('invalid', 'Say what is to change: addTags, removeTags, category or owner')
  return forEachArticle(istok, articles, async (tx, id) => {
    const before = await readArticleRow(tx.orm, id)
    const tags = [...before.tags.filter(tag => !removeTags.includes(tag)), ...addTags.filter(tag => !before.tags.includes(tag))]
    await changeArticle(tx, actor, before, { tags, category, owner })
  })
}

/** Does something with each of many articles in transactions of their own, and names those for which it was refused. Throws invalid when there are too many. */
export async function forEachArticle(
  istok: Istok,
  articles: string[],
  work: (tx: Parameters<Parameters<typeof write>[1]>[0], id: string) => Promise<unknown>,
): Promise<ManyResult> {
  if (articles.length > mostArticles) {
    const message = `has at most ${mostArticles} entries`
    throw new IstokError('invalid', `articles ${message}`, {
      errors: [{ pointer: '/articles', message, reason: 'too-many', arguments: { maximum: mostArticles } }],
    })
  }
  const result: ManyResult = { done: 0, failures: [] }
  for (const id of new Set(articles)) {
    try {
      await write(istok.database, tx => work(tx, id))
      result.done++
    } catch (error) {
      if (!isIstokError(error) || error.code === 'internal') throw error
      const row = await readArticleRow(istok.database.reader.orm, id).catch(() => null)
      const { reason, arguments: said, errors } = error.details
      const why = { ...(reason && { reason }), ...(said && { arguments: said }), ...(errors && { errors }) }
      result.failures.push({ articleId: id, slug: row?.slug ?? null, code: error.code, message: error.message, ...why })
    }
  }
  return result
}
