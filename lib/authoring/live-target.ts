import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, media, type RevisionMetadata, revision, translation } from '#db/schema/content.ts'
import { head, redirect } from '#db/schema/releases.ts'

type Orm = BetterSQLite3Database

/** The row of a translation by the placeholders `articleId` and `locale`. */
export const ofTranslation = and(eq(translation.articleId, sql.placeholder('articleId')), eq(translation.locale, sql.placeholder('locale')))

/** Joins a translation with the revision that is live. */
export const atLiveRevision = and(
  eq(revision.articleId, translation.articleId),
  eq(revision.locale, translation.locale),
  eq(revision.number, translation.liveRevision),
)

/** The live title and metadata of a translation, without reading its document; null where nothing is live. */
export function findLiveTarget(orm: Orm, articleId: string, locale: string): { title: string; metadata: RevisionMetadata } | null {
  return prepared(orm, liveTarget).get({ articleId, locale }) ?? null
}

const liveTarget = (orm: Orm) =>
  orm
    .select({ title: revision.title, metadata: revision.metadata })
    .from(translation)
    .innerJoin(revision, atLiveRevision)
    .where(ofTranslation)
    .prepare()

/** The id of the article that a reference means: an id, a slug, the slug that is still live although the draft has another, or a slug of former times. */
export function findArticleId(orm: Orm, ref: string): string | null {
  return (
    prepared(orm, articleByIdOrSlug).get({ ref })?.id ??
    prepared(orm, articleByLiveSlug).get({ ref })?.id ??
    prepared(orm, articleByFormerSlug).get({ ref })?.id ??
    null
  )
}

const articleByIdOrSlug = (orm: Orm) =>
  orm
    .select({ id: article.id })
    .from(article)
    .where(sql`${article.deletedAt} IS NULL AND (${article.id} = ${sql.placeholder('ref')} OR ${article.slug} = ${sql.placeholder('ref')})`)
    .prepare()
const articleByLiveSlug = (orm: Orm) =>
  orm
    .select({ id: head.articleId })
    .from(head)
    .where(eq(head.slug, sql.placeholder('ref')))
    .limit(1)
    .prepare()
const articleByFormerSlug = (orm: Orm) =>
  orm
    .select({ id: redirect.articleId })
    .from(redirect)
    .where(eq(redirect.slug, sql.placeholder('ref')))
    .prepare()

/** The texts, said or not, of the article that a reference means; none where there is no such article. */
export function findTexts(orm: Orm, ref: string): { articleId: string; locale: string; title: string }[] {
  const articleId = findArticleId(orm, ref)
  return articleId === null ? [] : prepared(orm, textsOf).all({ articleId })
}

const textsOf = (orm: Orm) =>
  orm
    .select({ articleId: translation.articleId, locale: translation.locale, title: translation.title })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), isNull(article.deletedAt)))
    .orderBy(translation.locale)
    .prepare()

/** A stored picture by its id; null where there is none. */
export function findMedia(orm: Orm, id: string) {
  return prepared(orm, mediaById).get({ id }) ?? null
}

const mediaById = (orm: Orm) =>
  orm
    .select({ id: media.id, width: media.width, height: media.height, mediaType: media.mediaType, extension: media.extension })
    .from(media)
    .where(eq(media.id, sql.placeholder('id')))
    .prepare()
