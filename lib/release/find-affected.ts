import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { translation } from '#db/schema/content.ts'
import { reference, snippetReference } from '#db/schema/facts.ts'
import { redirect } from '#db/schema/releases.ts'
import { findLiveTarget } from '#lib/authoring/live-target.ts'
import type { Change, TranslationChange } from './change.ts'

export interface TranslationKey {
  articleId: string
  locale: string
}

type Orm = BetterSQLite3Database

/** The live translations that must be compiled again although the change does not name them: they use a fact, a snippet or an article that changes. */
export function findAffected(orm: Orm, change: Change): TranslationKey[] {
  if (change.everything) return withoutNamed(change, prepared(orm, allLive).all())
  const found: TranslationKey[] = []
  for (const key of [...change.facts.map(fact => fact.key), ...change.due]) {
    found.push(...prepared(orm, usersOf).all({ kind: 'fact', key }), ...prepared(orm, usersThroughSnippet).all({ kind: 'fact', key }))
  }
  for (const { key } of change.snippets) found.push(...prepared(orm, usersOf).all({ kind: 'snippet', key }))
  for (const translationChange of change.translations) {
    for (const key of changedLinkTargets(orm, translationChange)) {
      found.push(
        ...prepared(orm, usersOf).all({ kind: 'article', key }),
        ...prepared(orm, usersThroughSnippet).all({ kind: 'article', key }),
      )
    }
  }
  return withoutNamed(change, found)
}

/** The references under which others may link to the article, when what they say of it (slug, title, readers) changes. */
function changedLinkTargets(orm: Orm, { articleId, locale, content }: TranslationChange): string[] {
  const live = findLiveTarget(orm, articleId, locale)
  if (!live) return []
  const before = targetOf(live)
  if (content && targetOf(content) === before) return []
  return [
    articleId,
    live.metadata.slug,
    ...prepared(orm, formerSlugs)
      .all({ articleId })
      .map(row => row.slug),
  ]
}

function targetOf({ title, metadata }: { title: string; metadata: { slug: string; audience: string; channels: string[] | null } }): string {
  return JSON.stringify([title, metadata.slug, metadata.audience, metadata.channels])
}

function withoutNamed(change: Change, found: TranslationKey[]): TranslationKey[] {
  const seen = new Set(change.translations.map(keyOf))
  return found.filter(translationKey => {
    const key = keyOf(translationKey)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** One text for an article in a locale. */
export function keyOf({ articleId, locale }: TranslationKey): string {
  return `${articleId}/${locale}`
}

const allLive = (orm: Orm) =>
  orm
    .select({ articleId: translation.articleId, locale: translation.locale })
    .from(translation)
    .where(isNotNull(translation.liveRevision))
    .orderBy(translation.articleId, translation.locale)
    .prepare()

const usersOf = (orm: Orm) =>
  orm
    .select({ articleId: reference.articleId, locale: reference.locale })
    .from(reference)
    .where(and(eq(reference.state, 'live'), eq(reference.kind, sql.placeholder('kind')), eq(reference.key, sql.placeholder('key'))))
    .prepare()

const usersThroughSnippet = (orm: Orm) =>
  orm
    .select({ articleId: reference.articleId, locale: reference.locale })
    .from(snippetReference)
    .innerJoin(reference, and(eq(reference.state, 'live'), eq(reference.kind, 'snippet'), eq(reference.key, snippetReference.snippet)))
    .where(
      and(
        eq(snippetReference.state, 'live'),
        eq(snippetReference.kind, sql.placeholder('kind')),
        eq(snippetReference.key, sql.placeholder('key')),
      ),
    )
    .prepare()

const formerSlugs = (orm: Orm) =>
  orm
    .select({ slug: redirect.slug })
    .from(redirect)
    .where(eq(redirect.articleId, sql.placeholder('articleId')))
    .prepare()
