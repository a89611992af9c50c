import { type SQL, sql } from 'drizzle-orm'
import { article, category, translation } from '#db/schema/content.ts'
import { translationStatus } from './status.ts'

/**
 * Where a draft stands on its way to being published. `in-review`: sent, not decided. `sent-back`: has to change. `approved`: as it is now. `changed`: something of
 * it was approved, and it was changed since. Null: nobody asked, or nothing differs from what is live.
 */
export type Standing = 'in-review' | 'sent-back' | 'approved' | 'changed'
export const standings: Standing[] = ['in-review', 'sent-back', 'approved', 'changed']

const ofTranslation = sql`r.article_id = ${translation.articleId} AND r.locale = ${translation.locale}`

/** The newest review that counts of a row of `translation`. */
export const reviewId: SQL<string | null> = sql<
  string | null
>`(SELECT r.id FROM review r WHERE ${ofTranslation} AND r.state IN ('open', 'approved', 'rejected')
  ORDER BY r.requested_at DESC, r.id DESC LIMIT 1)`

/** The standing of a row of `translation` in a query that also has `article` and, by a left join, `category`. */
export const reviewStanding: SQL<Standing | null> = sql<Standing | null>`(SELECT CASE r.state
    WHEN 'open' THEN 'in-review'
    ELSE CASE WHEN ${translationStatus} = 'published' THEN NULL
      WHEN r.state = 'rejected' THEN 'sent-back'
      WHEN r.content_hash = ${translation.hash} AND r.metadata ->> 'slug' = ${article.slug} AND r.metadata ->> 'category' IS ${category.slug}
        AND r.metadata -> 'tags' = ${article.tags} AND r.metadata ->> 'audience' = ${article.audience}
        AND coalesce(r.metadata -> 'channels', 'null') = coalesce(${article.channels}, 'null') THEN 'approved'
      ELSE 'changed' END
    END
  FROM review r WHERE ${ofTranslation} AND r.state IN ('open', 'approved', 'rejected') ORDER BY r.requested_at DESC, r.id DESC LIMIT 1)`
