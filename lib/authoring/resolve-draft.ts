import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { article, translation } from '#db/schema/content.ts'
import { fact, snippet } from '#db/schema/facts.ts'
import type { ArticleTarget, MediaFile, Resolution, Source, UnpublishedTarget } from '#lib/compile/types.ts'
import { valueAt } from '#lib/document/fact-validity.ts'
import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { Document } from '#lib/document/types.ts'
import type { Istok } from '../istok.ts'
import { findArticleId, findLiveTarget, findMedia, findTexts, ofTranslation } from './live-target.ts'
import { type DraftReference, referencesOfContent, referencesOfDocuments } from './references.ts'

type Orm = BetterSQLite3Database

/**
 * Everything that a draft names, as it would be if it and the drafts of the facts and snippets that it names were published at `at` (milliseconds). Other
 * articles are as they are live, or as drafted when they never were.
 */
export function resolveDraft(istok: Istok, source: Source, at: number): Resolution {
  const { orm } = istok.database.reader
  const own = referencesOfContent(source)
  const snippets = collect(own, 'snippet', key => draftSnippet(orm, key, source.locale))
  const all = [...own, ...referencesOfDocuments(Object.fromEntries(snippets))]
  return {
    facts: collect(all, 'fact', key => draftFact(orm, key, at)),
    snippets,
    articles: collect(all, 'article', ref => target(orm, ref, source.locale)),
    unpublished: collect(all, 'article', ref => unwritten(orm, ref, source.locale)),
    media: collect(all, 'media', id => findMedia(orm, id)) satisfies Map<string, MediaFile>,
    publicUrl: istok.env.publicUrl,
  }
}

function collect<T>(references: DraftReference[], kind: DraftReference['kind'], find: (key: string) => T | null): Map<string, T> {
  const keys = new Set(references.filter(reference => reference.kind === kind).map(({ key }) => key))
  return new Map(
    [...keys].flatMap((key): [string, T][] => {
      const found = find(key)
      return found === null ? [] : [[key, found]]
    }),
  )
}

function draftFact(orm: Orm, key: string, at: number): FactValue | null {
  const row = prepared(orm, factByKey).get({ key })
  const value = row ? valueAt(row.values, at) : null
  return row && value !== null ? { key, type: row.type as FactType, unit: row.unit, value } : null
}

function draftSnippet(orm: Orm, key: string, locale: string): Document | null {
  return prepared(orm, snippetByKey).get({ key })?.documents[locale] ?? null
}

function target(orm: Orm, ref: string, locale: string): ArticleTarget | null {
  const articleId = findArticleId(orm, ref)
  if (articleId === null) return null
  const live = findLiveTarget(orm, articleId, locale)
  if (live) {
    const { slug, audience, channels } = live.metadata
    return { articleId, slug, title: live.title, audience, channels }
  }
  const draft = prepared(orm, draftTarget).get({ articleId, locale })
  return draft ? { articleId, ...draft } : null
}

/** An article that has no text in `locale`, under its title in another. */
function unwritten(orm: Orm, ref: string, locale: string): UnpublishedTarget | null {
  const texts = findTexts(orm, ref)
  const [first] = texts
  return first && !texts.some(text => text.locale === locale) ? { articleId: null, title: first.title, elsewhere: true } : null
}

const factByKey = (orm: Orm) =>
  orm
    .select({ type: fact.type, unit: fact.unit, values: fact.values })
    .from(fact)
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()
const snippetByKey = (orm: Orm) =>
  orm
    .select({ documents: snippet.documents })
    .from(snippet)
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()
const draftTarget = (orm: Orm) =>
  orm
    .select({ title: translation.title, slug: article.slug, audience: article.audience, channels: article.channels })
    .from(translation)
    .innerJoin(article, eq(article.id, translation.articleId))
    .where(and(ofTranslation, isNull(article.deletedAt)))
    .prepare()
