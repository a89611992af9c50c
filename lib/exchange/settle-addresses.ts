import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { article } from '#db/schema/content.ts'
import { oldAddress } from '#db/schema/releases.ts'
import { oldPath } from '#lib/document/plain-path.ts'
import { changeLinks } from './change-links.ts'
import type { PlannedArticle } from './plan-articles.ts'

/** Links to where an article of this import, or of an earlier one, stood on the site that is left lead to the article. In place. */
export function settleAddresses(orm: BetterSQLite3Database, planned: readonly PlannedArticle[]): void {
  const translations = planned.flatMap(({ slug, translations: some }) => some.map(one => ({ slug, ...one })))
  const sites = new Set(translations.flatMap(({ site }) => site ?? []))
  if (sites.size === 0) return
  const slugs = new Map(translations.flatMap(({ slug, file }) => file.aliases.map(path => [path, slug] as const)))
  const earlier = (path: string) =>
    orm
      .select({ slug: article.slug })
      .from(oldAddress)
      .innerJoin(article, eq(article.id, oldAddress.articleId))
      .where(eq(oldAddress.path, path))
      .get()?.slug
  const lead = (href: string) => {
    if (!/^https?:/.test(href) || !URL.canParse(href) || !sites.has(new URL(href).host)) return null
    const path = oldPath(href)
    const slug = path === null ? undefined : (slugs.get(path) ?? earlier(path))
    return slug === undefined ? null : `article:${slug}`
  }
  for (const { file } of translations) changeLinks(file, lead)
}
