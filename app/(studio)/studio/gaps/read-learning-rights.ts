import { readInterface } from '#app/_i18n/read-interface.ts'
import { textIn } from '#app/_ui/titles.ts'
import type { Session } from '#app/session.ts'
import { canSomewhere } from '#lib/access/policies.ts'
import { readArticleRights, readWritableCategories } from '#lib/authoring/article-rights.ts'
import { listCategories } from '#lib/authoring/list-categories.ts'

/** What somebody may do with what is learned from use. */
export interface LearningRights {
  /** Articles of some category. */
  canWrite: boolean
  canPublish: boolean
  /** Say for the whole house that something needs no answer. */
  canDismiss: boolean
  /** Of the articles that were asked about, those that may be written. */
  writable: ReadonlySet<string>
  /** Categories for new articles by their title; null: a new article may stand in none. */
  categories: { value: string; label: string }[] | null
}

/** The rights of a session, with those for these articles. */
export async function readLearningRights({ istok, actor }: Pick<Session, 'istok' | 'actor'>, articles: string[]): Promise<LearningRights> {
  const ids = [...new Set(articles)].filter(Boolean)
  const writable = new Set([...readArticleRights(istok, actor, ids)].filter(([, { write }]) => write).map(([id]) => id))
  const slugs = readWritableCategories(istok, actor)
  const { locale } = await readInterface()
  const { items } = await listCategories(istok, actor)
  const categories =
    slugs && items.filter(({ slug }) => slugs.has(slug)).map(({ slug, title }) => ({ value: slug, label: textIn(title, locale, slug) }))
  return {
    canWrite: canSomewhere(actor, 'write'),
    canPublish: canSomewhere(actor, 'publish'),
    canDismiss: actor.scopes.has('write'),
    writable,
    categories,
  }
}
