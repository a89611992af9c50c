import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { findArticleId, findLiveTarget, findMedia, findTexts } from '#lib/authoring/live-target.ts'
import type { ArticleTarget, Resolution } from '#lib/compile/types.ts'
import { valueAt } from '#lib/document/fact-validity.ts'
import type { FactType } from '#lib/document/facts.ts'
import type { Change, PublishedContent } from './change.ts'
import { keyOf } from './find-affected.ts'
import { findLiveFact, findLiveSnippet } from './live-state.ts'
import { type ReferenceKeys, referencesOf, referencesOfSnippet } from './references-of.ts'

/** The state that will be live after the change: what the change brings, else what is live now. Reads each thing once per release. */
export interface NextState {
  resolutionFor(content: PublishedContent, locale: string): Resolution
}

/** Opens the state after `change` as seen at `instant` (milliseconds); the documents that it hands out are shared, never changed. */
export function readNextState(orm: BetterSQLite3Database, change: Change, instant: number, publicUrl: string): NextState {
  const changedFacts = new Map(change.facts.map(fact => [fact.key, fact.content]))
  const changedSnippets = new Map(change.snippets.map(snippet => [snippet.key, snippet.content]))
  const changedTranslations = new Map(change.translations.map(translation => [keyOf(translation), translation.content]))

  const readFact = (key: string) => {
    const content = changedFacts.has(key) ? changedFacts.get(key) : findLiveFact(orm, key)
    const value = content ? valueAt(content.values, instant) : null
    return content && value !== null ? { key, type: content.type as FactType, unit: content.unit, value } : null
  }
  const readSnippet = (key: string) => (changedSnippets.has(key) ? changedSnippets.get(key) : findLiveSnippet(orm, key)) ?? null
  const readTarget = (locale: string) => (ref: string) => {
    const articleId = findArticleId(orm, ref)
    if (!articleId) return null
    const key = keyOf({ articleId, locale })
    const target = changedTranslations.has(key) ? changedTranslations.get(key) : findLiveTarget(orm, articleId, locale)
    return target ? targetOf(articleId, target) : null
  }

  const facts = remembered(readFact)
  const snippets = remembered(readSnippet)
  const snippetKeys = remembered((key: string) => {
    const content = snippets(key)
    return content ? referencesOfSnippet(content.documents) : null
  })
  const media = remembered((id: string) => findMedia(orm, id))
  const targets = remembered((locale: string) => remembered(readTarget(locale)))
  const readUnpublished = (locale: string) => (ref: string) => {
    const texts = targets(locale)(ref) ? [] : findTexts(orm, ref)
    const own = texts.find(text => text.locale === locale)
    const { title } = own ?? texts[0] ?? {}
    if (title === undefined) return null
    return { articleId: own?.articleId ?? null, title, elsewhere: texts.some(text => targets(text.locale)(ref)) }
  }
  const unpublished = remembered((locale: string) => remembered(readUnpublished(locale)))

  return {
    resolutionFor(content, locale) {
      const own = referencesOf(content)
      const all = [own, ...[...own.snippet].map(snippetKeys).filter(keys => keys !== null)]
      return {
        facts: collected(all, 'fact', facts),
        snippets: collected([own], 'snippet', key => snippets(key)?.documents[locale] ?? null),
        articles: collected(all, 'article', targets(locale)),
        unpublished: collected(all, 'article', unpublished(locale)),
        media: collected(all, 'media', media),
        publicUrl,
      }
    },
  }
}

function targetOf(articleId: string, { title, metadata }: Pick<PublishedContent, 'title' | 'metadata'>): ArticleTarget {
  return { articleId, slug: metadata.slug, title, audience: metadata.audience, channels: metadata.channels }
}

function collected<T>(all: ReferenceKeys[], kind: keyof ReferenceKeys, read: (key: string) => T | null): Map<string, T> {
  const found = new Map<string, T>()
  for (const keys of all) {
    for (const key of keys[kind]) {
      const value = read(key)
      if (value !== null) found.set(key, value)
    }
  }
  return found
}

function remembered<T>(read: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return key => {
    const value = known.get(key)
    if (value !== undefined || known.has(key)) return value as T
    const fresh = read(key)
    known.set(key, fresh)
    return fresh
  }
}
