import { inArray } from 'drizzle-orm'
import { article, translation } from '#db/schema/content.ts'
import type { Istok } from '../istok.ts'

/** An article as lists name it. */
export interface ArticleName {
  articleId: string
  slug: string
  /** By locale. */
  titles: Record<string, string>
}

/** Slug and titles of articles by their ids, internal ones too: for people of the house. */
export function nameArticles({ database }: Istok, ids: readonly string[]): Map<string, ArticleName> {
  const wanted = [...new Set(ids)].filter(Boolean)
  if (wanted.length === 0) return new Map()
  const { orm } = database.reader
  const names = new Map<string, ArticleName>(
    orm
      .select({ articleId: article.id, slug: article.slug })
      .from(article)
      .where(inArray(article.id, wanted))
      .all()
      .map(row => [row.articleId, { ...row, titles: {} }]),
  )
  const titles = orm
    .select({ articleId: translation.articleId, locale: translation.locale, title: translation.title })
    .from(translation)
    .where(inArray(translation.articleId, wanted))
    .all()
  for (const { articleId, locale, title } of titles) {
    const name = names.get(articleId)
    if (name) name.titles[locale] = title
  }
  return names
}
