import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, category, type RevisionMetadata, revision, translation } from '#db/schema/content.ts'
import type { TranslationContent } from '#lib/authoring/content.ts'
import { atLiveRevision, ofTranslation } from '#lib/authoring/live-target.ts'

type Orm = BetterSQLite3Database

/** A translation with the metadata that is published with it: what a review is of. */
export interface Reviewed extends TranslationContent {
  /** Of the content alone. */
  hash: string
  metadata: RevisionMetadata
}

/** The drafts of an article, one for each locale. */
export function readDrafts(orm: Orm, articleId: string): (Reviewed & { locale: string })[] {
  return prepared(orm, draftsOfArticle)
    .all({ articleId })
    .map(({ slug, category: categorySlug, tags, audience, channels, ...draft }) => ({
      ...draft,
      metadata: { slug, category: categorySlug, tags, audience, channels },
    }))
}

/** What is live of a translation, null when nothing is. */
export function findLive(orm: Orm, place: { articleId: string; locale: string }): (Reviewed & { number: number }) | null {
  return prepared(orm, liveRevision).get(place) ?? null
}

const content = {
  title: translation.title,
  shortAnswer: translation.shortAnswer,
  questions: translation.questions,
  document: translation.document,
  variations: translation.variations,
  hash: translation.hash,
}

const draftsOfArticle = (orm: Orm) =>
  orm
    .select({
      ...content,
      locale: translation.locale,
      slug: article.slug,
      category: category.slug,
      tags: article.tags,
      audience: article.audience,
      channels: article.channels,
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), isNull(article.deletedAt)))
    .orderBy(translation.locale)
    .prepare()

const liveRevision = (orm: Orm) =>
  orm
    .select({
      number: revision.number,
      title: revision.title,
      shortAnswer: revision.shortAnswer,
      questions: revision.questions,
      document: revision.document,
      variations: revision.variations,
      hash: revision.hash,
      metadata: revision.metadata,
    })
    .from(translation)
    .innerJoin(revision, atLiveRevision)
    .where(ofTranslation)
    .prepare()
