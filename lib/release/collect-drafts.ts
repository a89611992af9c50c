import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, category, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import { type FieldError, IstokError } from '../errors.ts'
import type { FactChange, SnippetChange, TranslationChange } from './change.ts'

type Orm = BetterSQLite3Database

export interface ReleaseRequest {
  note: string
  /** Ids of articles whose drafts, in every locale, are published. */
  articles: string[]
  /** Keys of facts and snippets whose drafts are published. */
  facts: string[]
  snippets: string[]
  /** Ids of articles that are withdrawn from every channel. */
  withdraw: string[]
}

export interface Collected {
  translations: TranslationChange[]
  facts: FactChange[]
  snippets: SnippetChange[]
}

/** The words for what is wrong with what a request names. */
const reasons: Record<string, string> = {
  'is named twice': 'twice',
  'does not exist': 'missing',
  'has no draft in any locale': 'no-draft',
  'is not published': 'not-published',
}

/** Reads the drafts that a request names. Throws invalid with a pointer to each id or key that does not exist, has no draft, or is named twice. */
export function collectDrafts(orm: Orm, request: ReleaseRequest): Collected {
  const errors: FieldError[] = []
  const each = <T>(member: 'articles' | 'facts' | 'snippets' | 'withdraw', read: (key: string) => T[] | string): T[] => {
    const named = new Set<string>()
    return request[member].flatMap((key, index) => {
      const found = named.has(key) ? 'is named twice' : read(key)
      named.add(key)
      if (typeof found !== 'string') return found
      const slug = prepared(orm, slugOf).get({ articleId: key })?.slug ?? key
      errors.push({
        pointer: `/${member}/${index}`,
        message: found,
        reason: reasons[found] ?? 'not-releasable',
        arguments: { value: key, slug },
      })
      return []
    })
  }
  const published = new Set(request.articles)
  const collected: Collected = {
    translations: [...each('articles', id => draftsOf(orm, id)), ...each('withdraw', id => withdrawalsOf(orm, id, published))],
    facts: each('facts', key => factDraft(orm, key)),
    snippets: each('snippets', key => snippetDraft(orm, key)),
  }
  if (errors.length === 0 && Object.values(collected).every(list => list.length === 0)) {
    errors.push({ pointer: '', message: 'Name at least one article, fact, snippet or withdrawal', reason: 'nothing-to-release' })
  }
  if (errors.length > 0)
    throw new IstokError('invalid', errors.map(({ pointer, message }) => `${pointer} ${message}`.trim()).join('; '), { errors })
  return collected
}

function draftsOf(orm: Orm, articleId: string): TranslationChange[] | string {
  const rows = prepared(orm, drafts).all({ articleId })
  if (rows.length === 0) return prepared(orm, exists).get({ articleId }) ? 'has no draft in any locale' : 'does not exist'
  return rows.map(({ locale, version, articleVersion, slug, category: categorySlug, tags, audience, channels, ...content }) => ({
    articleId,
    locale,
    content: { ...content, metadata: { slug, category: categorySlug, tags, audience, channels } },
    revision: null,
    draft: { version, articleVersion },
  }))
}

function withdrawalsOf(orm: Orm, articleId: string, published: ReadonlySet<string>): TranslationChange[] | string {
  if (published.has(articleId)) return 'is to be published and withdrawn at once'
  const live = prepared(orm, liveLocales).all({ articleId })
  if (live.length === 0) return prepared(orm, exists).get({ articleId }) ? 'is not published' : 'does not exist'
  return live.map(({ locale }) => ({ articleId, locale, content: null, revision: null, draft: null }))
}

function factDraft(orm: Orm, key: string): FactChange[] | string {
  const row = prepared(orm, factByKey).get({ key })
  if (!row) return 'does not exist'
  const { version, ...content } = row
  return [{ key, content, revision: null, draftVersion: version }]
}

function snippetDraft(orm: Orm, key: string): SnippetChange[] | string {
  const row = prepared(orm, snippetByKey).get({ key })
  if (!row) return 'does not exist'
  const { version, ...content } = row
  return [{ key, content, revision: null, draftVersion: version }]
}

const exists = (orm: Orm) =>
  orm
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.id, sql.placeholder('articleId')), isNull(article.deletedAt)))
    .prepare()

const slugOf = (orm: Orm) =>
  orm
    .select({ slug: article.slug })
    .from(article)
    .where(eq(article.id, sql.placeholder('articleId')))
    .prepare()

const drafts = (orm: Orm) =>
  orm
    .select({
      locale: translation.locale,
      title: translation.title,
      shortAnswer: translation.shortAnswer,
      questions: translation.questions,
      document: translation.document,
      variations: translation.variations,
      hash: translation.hash,
      version: translation.version,
      articleVersion: article.version,
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
    .prepare()

const liveLocales = (orm: Orm) =>
  orm
    .select({ locale: translation.locale })
    .from(translation)
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), sql`${translation.liveRevision} IS NOT NULL`))
    .prepare()

const factByKey = (orm: Orm) =>
  orm
    .select({ type: fact.type, unit: fact.unit, title: fact.title, values: fact.values, version: fact.version })
    .from(fact)
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()

const snippetByKey = (orm: Orm) =>
  orm
    .select({ title: snippet.title, documents: snippet.documents, version: snippet.version })
    .from(snippet)
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()
