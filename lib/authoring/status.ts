import { type SQL, sql } from 'drizzle-orm'
import { article, category, revision, translation } from '#db/schema/content.ts'

/** `changed`: the draft, or the article's metadata, differs from what is live. */
export type Status = 'draft' | 'published' | 'changed' | 'withdrawn'
export const statuses: Status[] = ['draft', 'published', 'changed', 'withdrawn']

const ofTranslation = sql`${revision.articleId} = ${translation.articleId} AND ${revision.locale} = ${translation.locale}`

const live = translation.liveMetadata

/** An article's metadata as a release usually writes it: one comparison instead of five. */
const asPublished = sql`json_object('slug', ${article.slug}, 'category', ${category.slug}, 'tags', json(${article.tags}), 'audience', ${article.audience},
  'channels', json(coalesce(${article.channels}, 'null')))`

/** The status of a row of `translation` in a query that also has `article` and, by a left join, `category`. */
export const translationStatus: SQL<Status> = sql<Status>`CASE
  WHEN ${translation.liveRevision} IS NULL THEN CASE WHEN EXISTS (SELECT 1 FROM ${revision} WHERE ${ofTranslation}) THEN 'withdrawn' ELSE 'draft' END
  WHEN ${translation.liveHash} = ${translation.hash} AND (${live} = ${asPublished} OR ${live} ->> 'slug' = ${article.slug}
    AND ${live} ->> 'category' IS ${category.slug} AND ${live} -> 'tags' = ${article.tags} AND ${live} ->> 'audience' = ${article.audience}
    AND coalesce(${live} -> 'channels', 'null') = coalesce(${article.channels}, 'null')) THEN 'published'
  ELSE 'changed' END`

/** The status of an article in a query over `article` and, by a left join, `category`; says the same as `articleStatus`. */
export const articleStatusSql: SQL<Status> = sql<Status>`(SELECT CASE
  WHEN count(*) = 0 THEN 'draft'
  WHEN sum(s IN ('published', 'changed')) = 0 THEN CASE WHEN sum(s = 'withdrawn') > 0 THEN 'withdrawn' ELSE 'draft' END
  WHEN sum(s <> 'published') = 0 THEN 'published' ELSE 'changed' END
  FROM (SELECT ${translationStatus} AS s FROM ${translation} WHERE ${translation.articleId} = ${article.id}))`

/** The status of an article whose translations have these. */
export function articleStatus(ofTranslations: Status[]): Status {
  const isLive = ofTranslations.some(status => status === 'published' || status === 'changed')
  if (!isLive) return ofTranslations.includes('withdrawn') ? 'withdrawn' : 'draft'
  return ofTranslations.every(status => status === 'published') ? 'published' : 'changed'
}
