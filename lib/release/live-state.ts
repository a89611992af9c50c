import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, media, revision, translation } from '#db/schema/content.ts'
import { fact, factRevision, snippet, snippetRevision } from '#db/schema/facts.ts'
import { head, redirect } from '#db/schema/releases.ts'
import { findLive } from '#lib/review/read-draft.ts'
import type { FactContent, PublishedContent, SnippetContent } from './change.ts'

type Orm = BetterSQLite3Database

/** The content that is live for a translation, with its revision number; null when nothing is. */
export function findLiveContent(orm: Orm, articleId: string, locale: string): (PublishedContent & { revision: number }) | null {
  const live = findLive(orm, { articleId, locale })
  return live && { ...live, revision: live.number }
}

/** The live title and metadata of a translation, without reading its document. */
export function findLiveTarget(orm: Orm, articleId: string, locale: string): Pick<PublishedContent, 'title' | 'metadata'> | null {
  return prepared(orm, liveTarget).get({ articleId, locale }) ?? null
}

const liveTarget = (orm: Orm) =>
  orm
    .select({ title: revision.title, metadata: revision.metadata })
    .from(translation)
    .innerJoin(
      revision,
      and(
        eq(revision.articleId, translation.articleId),
        eq(revision.locale, translation.locale),
        eq(revision.number, translation.liveRevision),
      ),
    )
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), eq(translation.locale, sql.placeholder('locale'))))
    .prepare()

/** The live content of a fact; null when it was never released or is withdrawn. */
export function findLiveFact(orm: Orm, key: string): FactContent | null {
  return prepared(orm, liveFact).get({ key }) ?? null
}

const liveFact = (orm: Orm) =>
  orm
    .select({ type: factRevision.type, unit: factRevision.unit, title: factRevision.title, values: factRevision.values })
    .from(fact)
    .innerJoin(factRevision, and(eq(factRevision.key, fact.key), eq(factRevision.number, fact.liveRevision)))
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()

/** The live content of a snippet; null when it was never released or is withdrawn. */
export function findLiveSnippet(orm: Orm, key: string): SnippetContent | null {
  return prepared(orm, liveSnippet).get({ key }) ?? null
}

const liveSnippet = (orm: Orm) =>
  orm
    .select({ title: snippetRevision.title, documents: snippetRevision.documents })
    .from(snippet)
    .innerJoin(snippetRevision, and(eq(snippetRevision.key, snippet.key), eq(snippetRevision.number, snippet.liveRevision)))
    .where(eq(snippet.key, sql.placeholder('key')))
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

/** The texts, said or not, of the article that a reference means; none when there is no such article. */
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

const articleByLiveSlug = (orm: Orm) =>
  orm
    .select({ id: head.articleId })
    .from(head)
    .where(eq(head.slug, sql.placeholder('ref')))
    .limit(1)
    .prepare()

const articleByIdOrSlug = (orm: Orm) =>
  orm
    .select({ id: article.id })
    .from(article)
    .where(sql`${article.id} = ${sql.placeholder('ref')} OR ${article.slug} = ${sql.placeholder('ref')}`)
    .prepare()
const articleByFormerSlug = (orm: Orm) =>
  orm
    .select({ id: redirect.articleId })
    .from(redirect)
    .where(eq(redirect.slug, sql.placeholder('ref')))
    .prepare()

/** A stored picture by its id. */
export function findMedia(orm: Orm, id: string) {
  return prepared(orm, mediaById).get({ id }) ?? null
}

const mediaById = (orm: Orm) =>
  orm
    .select({ id: media.id, width: media.width, height: media.height, mediaType: media.mediaType, extension: media.extension })
    .from(media)
    .where(eq(media.id, sql.placeholder('id')))
    .prepare()
