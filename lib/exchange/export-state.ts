import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { alias } from 'drizzle-orm/sqlite-core'
import { readSnapshot } from '#db/read-snapshot.ts'
import { article, category, media, type RevisionMetadata, revision, synonym, tag, translation } from '#db/schema/content.ts'
import { fact, factRevision, snippet, snippetRevision } from '#db/schema/facts.ts'
import { head, redirect, rendition } from '#db/schema/releases.ts'
import { translationStatus } from '#lib/authoring/status.ts'
import type { ArticleFile } from '#lib/markdown/article-file.ts'
import type { Istok } from '../istok.ts'
import { ownSource } from './plan-articles.ts'

type Orm = BetterSQLite3Database

/** A file of an article that is still to be written as text. */
export interface ExportedArticle {
  folder: 'articles' | 'drafts'
  articleId: string
  file: ArticleFile
}

/** Everything that an export holds, read at one instant. */
export interface ExportState {
  articles: ExportedArticle[]
  /** What a reference to an article is called in the export, by id, slug and former slug. */
  slugs: Map<string, string>
  facts: { key: string; type: string; unit: string | null; title: Record<string, string>; values: (typeof fact.$inferSelect)['values'] }[]
  snippets: { key: string; title: Record<string, string>; documents: (typeof snippet.$inferSelect)['documents'] }[]
  categories: { row: typeof category.$inferSelect; parent: string | null }[]
  tags: (typeof tag.$inferSelect)[]
  synonyms: (typeof synonym.$inferSelect)[]
  media: (typeof media.$inferSelect)[]
  /** Hashes of the current answers. */
  renditions: { slug: string; locale: string; channel: string; hash: string | null }[]
}

/**
 * Reads what is live of articles, facts and snippets, and beside it, as drafts, the text of articles that are not live as they are drafted. All in one read
 * transaction, so that a release in between does not tear it.
 */
export function readExportState({ database }: Istok): ExportState {
  return readSnapshot(database, orm => {
    const parent = alias(category, 'parent')
    const live = readLive(orm)
    const drafts = readDrafts(orm)
    return {
      articles: [...live, ...drafts],
      slugs: readSlugs(orm, [...drafts, ...live]),
      facts: readFacts(orm),
      snippets: readSnippets(orm),
      categories: orm
        .select({ row: category, parent: parent.slug })
        .from(category)
        .leftJoin(parent, eq(parent.id, category.parentId))
        .orderBy(asc(category.position), asc(category.slug))
        .all(),
      tags: orm.select().from(tag).orderBy(asc(tag.slug)).all(),
      synonyms: orm.select().from(synonym).orderBy(asc(synonym.id)).all(),
      media: orm.select().from(media).orderBy(asc(media.id)).all(),
      renditions: orm
        .select({ slug: head.slug, locale: head.locale, channel: head.channel, hash: rendition.hash })
        .from(head)
        .innerJoin(rendition, eq(rendition.id, head.renditionId))
        .orderBy(asc(head.slug), asc(head.locale), asc(head.channel))
        .all(),
    }
  })
}

const ofArticle = {
  articleId: article.id,
  reviewEveryDays: article.reviewEveryDays,
  owner: article.owner,
  sourceId: article.sourceId,
  metadata: article.metadata,
}

function readLive(orm: Orm): ExportedArticle[] {
  return orm
    .select({ article: ofArticle, content: revision })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .innerJoin(
      revision,
      and(
        eq(revision.articleId, translation.articleId),
        eq(revision.locale, translation.locale),
        eq(revision.number, translation.liveRevision),
      ),
    )
    .where(isNull(article.deletedAt))
    .all()
    .map(({ article: { articleId, ...own }, content }) => exported('articles', articleId, own, content, content.metadata))
}

function readDrafts(orm: Orm): ExportedArticle[] {
  return orm
    .select({
      article: ofArticle,
      content: translation,
      published: {
        slug: article.slug,
        category: category.slug,
        tags: article.tags,
        audience: article.audience,
        channels: article.channels,
      },
      status: translationStatus,
    })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .leftJoin(category, eq(category.id, article.categoryId))
    .where(and(isNull(article.deletedAt), sql`${translationStatus} <> 'published'`))
    .all()
    .map(({ article: { articleId, ...own }, content, published }) => exported('drafts', articleId, own, content, published))
}

function exported(
  folder: ExportedArticle['folder'],
  articleId: string,
  own: Pick<ArticleFile, 'reviewEveryDays' | 'owner' | 'sourceId' | 'metadata'>,
  content: Pick<ArticleFile, 'locale' | 'title' | 'shortAnswer' | 'questions' | 'document' | 'variations'>,
  published: RevisionMetadata,
): ExportedArticle {
  const { locale, title, shortAnswer, questions, document, variations } = content
  const { slug, category, tags, audience, channels } = published
  const text = { locale, title, shortAnswer, questions, document, variations }
  const sourceId = own.sourceId ?? `${ownSource}${articleId}`
  return { folder, articleId, file: { ...own, ...text, slug, category, tags, audience, channels, sourceId } }
}

/** Ids mean nothing elsewhere and former slugs are not exported, so links are written with the slug that the article has in the export; later entries win. */
function readSlugs(orm: Orm, articles: ExportedArticle[]): Map<string, string> {
  const slugs = new Map(articles.map(({ articleId, file }) => [articleId, file.slug]))
  const former = orm.select({ slug: redirect.slug, articleId: redirect.articleId }).from(redirect).all()
  const own = orm.select({ slug: article.slug, articleId: article.id }).from(article).where(isNull(article.deletedAt)).all()
  for (const { slug, articleId } of [...former, ...own]) {
    const current = slugs.get(articleId)
    if (current !== undefined) slugs.set(slug, current)
  }
  return slugs
}

function readFacts(orm: Orm): ExportState['facts'] {
  return orm
    .select({ draft: fact, live: factRevision })
    .from(fact)
    .leftJoin(factRevision, and(eq(factRevision.key, fact.key), eq(factRevision.number, fact.liveRevision)))
    .orderBy(asc(fact.key))
    .all()
    .map(({ draft, live }) => live ?? draft)
}

function readSnippets(orm: Orm): ExportState['snippets'] {
  return orm
    .select({ draft: snippet, live: snippetRevision })
    .from(snippet)
    .leftJoin(snippetRevision, and(eq(snippetRevision.key, snippet.key), eq(snippetRevision.number, snippet.liveRevision)))
    .orderBy(asc(snippet.key))
    .all()
    .map(({ draft, live }) => live ?? draft)
}
