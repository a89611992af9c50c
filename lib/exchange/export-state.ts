import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { alias } from 'drizzle-orm/sqlite-core'
import { readSnapshot } from '#db/read-snapshot.ts'
import { article, category, media, type RevisionMetadata, revision, synonym, tag, translation } from '#db/schema/content.ts'
import { fact, factRevision, snippet, snippetRevision } from '#db/schema/facts.ts'
import { head, oldAddress, redirect, rendition } from '#db/schema/releases.ts'
import { factStatus, snippetStatus } from '#lib/authoring/key-status.ts'
import { atLiveRevision } from '#lib/authoring/live-target.ts'
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

type ExportedFact = Pick<typeof fact.$inferSelect, 'key' | 'type' | 'unit' | 'title' | 'values'>
type ExportedSnippet = Pick<typeof snippet.$inferSelect, 'key' | 'title' | 'documents'>

/** What is live, and what is drafted otherwise beside it or for the first time. */
interface Stated<T> {
  live: T[]
  drafts: T[]
}

/** Everything that an export holds, read at one instant. */
export interface ExportState {
  articles: ExportedArticle[]
  /** What a reference to an article is called in the export, by id, slug and former slug. */
  slugs: Map<string, string>
  facts: Stated<ExportedFact>
  snippets: Stated<ExportedSnippet>
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
    addAliases(orm, [...live, ...drafts])
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
    .innerJoin(revision, atLiveRevision)
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
  return { folder, articleId, file: { ...own, ...text, slug, category, tags, audience, channels, sourceId, aliases: [] } }
}

/** Former slugs are of an article, addresses of another site of one of its languages. */
function addAliases(orm: Orm, articles: ExportedArticle[]): void {
  const former = Map.groupBy(orm.select().from(redirect).orderBy(asc(redirect.slug)).all(), ({ articleId }) => articleId)
  const places = orm.select().from(oldAddress).orderBy(asc(oldAddress.path)).all()
  const addresses = Map.groupBy(places, ({ articleId, locale }) => `${locale} ${articleId}`)
  for (const { articleId, file } of articles) {
    const slugs = (former.get(articleId) ?? []).map(({ slug }) => slug).filter(slug => slug !== file.slug)
    file.aliases = [...slugs, ...(addresses.get(`${file.locale} ${articleId}`) ?? []).map(({ path }) => path)]
  }
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
  const rows = orm
    .select({ draft: fact, live: factRevision, status: factStatus })
    .from(fact)
    .leftJoin(factRevision, and(eq(factRevision.key, fact.key), eq(factRevision.number, fact.liveRevision)))
    .orderBy(asc(fact.key))
    .all()
  return stated<ExportedFact>(rows)
}

function readSnippets(orm: Orm): ExportState['snippets'] {
  const rows = orm
    .select({ draft: snippet, live: snippetRevision, status: snippetStatus })
    .from(snippet)
    .leftJoin(snippetRevision, and(eq(snippetRevision.key, snippet.key), eq(snippetRevision.number, snippet.liveRevision)))
    .orderBy(asc(snippet.key))
    .all()
  return stated<ExportedSnippet>(rows)
}

function stated<T>(rows: readonly { draft: T; live: T | null; status: string }[]): Stated<T> {
  return {
    live: rows.flatMap(({ live }) => live ?? []),
    drafts: rows.filter(({ status }) => status !== 'published').map(({ draft }) => draft),
  }
}
