import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { fact, type ReferenceKind, reference, snippet, snippetReference } from '#db/schema/facts.ts'
import type { Transaction } from '#db/write.ts'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { collectInlineReferences, collectReferences, type References } from '#lib/document/references.ts'
import type { Document } from '#lib/document/types.ts'
import { type Finding, finding } from '../findings.ts'
import type { TranslationContent } from './content.ts'
import { findArticleId, findMedia } from './live-target.ts'

type Orm = BetterSQLite3Database

/** Something that a draft names. `path` is a JSON pointer into the content as saved. */
export interface DraftReference {
  kind: ReferenceKind
  key: string
  path: string
}

/** Something about a draft that does not stop it from being saved. */
export interface Warning {
  path: string
  /** 1-based line of the Markdown that was sent; null when a document was sent. */
  line?: number | null
  reason: string
  message: string
}

/** Everything that a translation names, in its short answer, document and variations. */
export function referencesOfContent({ shortAnswer, document, variations }: TranslationContent): DraftReference[] {
  return [
    ...flatten(collectInlineReferences(shortAnswer), path => path.replace(/^\/content/, '/shortAnswer')),
    ...flatten(collectReferences(document), path => `/document${path}`),
    ...Object.entries(variations).flatMap(([kind, variation]) =>
      flatten(collectReferences(variation), path => `/variations/${escapePointer(kind)}${path}`),
    ),
  ]
}

/** Everything that a snippet names, in all its locales. */
export function referencesOfDocuments(documents: Record<string, Document>): DraftReference[] {
  return Object.entries(documents).flatMap(([locale, document]) =>
    flatten(collectReferences(document), path => `/documents/${escapePointer(locale)}${path}`),
  )
}

function flatten(references: References, pathOf: (path: string) => string): DraftReference[] {
  const of = (kind: ReferenceKind, list: References['facts']) => list.map(({ key, path }) => ({ kind, key, path: pathOf(path) }))
  return [
    ...of('fact', references.facts),
    ...of('snippet', references.snippets),
    ...of('article', references.articles),
    ...of('media', references.media),
  ]
}

/** Replaces what is known of a draft's references. */
export async function writeDraftReferences(
  tx: Transaction,
  place: { articleId: string; locale: string },
  references: DraftReference[],
): Promise<void> {
  await prepared(tx.orm, removeOfDraft).execute(place)
  for (const { kind, key } of references) await prepared(tx.orm, insertOfDraft).execute({ ...place, kind, key })
}

/** The same for a snippet. */
export async function writeSnippetReferences(tx: Transaction, key: string, references: DraftReference[]): Promise<void> {
  await prepared(tx.orm, removeOfSnippet).execute({ snippet: key })
  for (const { kind, key: named } of references) await prepared(tx.orm, insertOfSnippet).execute({ snippet: key, kind, key: named })
}

/** A draft may name what does not exist yet; a release may not. One warning per place. */
export function missingReferences(orm: Orm, references: DraftReference[]): (Warning & Finding)[] {
  return references
    .filter(({ kind, key }) => !isKnown(orm, kind, key))
    .map(({ kind, key, path }) => ({ path, ...finding(`missing-${kind}`, { value: key }) }))
}

function isKnown(orm: Orm, kind: ReferenceKind, key: string): boolean {
  return (finders[kind](orm, key) ?? null) !== null
}

const finders: Record<ReferenceKind, (orm: Orm, key: string) => unknown> = {
  fact: (orm, key) => prepared(orm, factByKey).get({ key }),
  snippet: (orm, key) => prepared(orm, snippetByKey).get({ key }),
  media: findMedia,
  article: findArticleId,
}

const removeOfDraft = (orm: Orm) =>
  orm
    .delete(reference)
    .where(
      and(
        eq(reference.state, 'draft'),
        eq(reference.articleId, sql.placeholder('articleId')),
        eq(reference.locale, sql.placeholder('locale')),
      ),
    )
    .prepare()
const insertOfDraft = (orm: Orm) =>
  orm
    .insert(reference)
    .values({
      state: 'draft',
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      kind: sql.placeholder('kind'),
      key: sql.placeholder('key'),
    })
    .onConflictDoNothing()
    .prepare()
const removeOfSnippet = (orm: Orm) =>
  orm
    .delete(snippetReference)
    .where(and(eq(snippetReference.state, 'draft'), eq(snippetReference.snippet, sql.placeholder('snippet'))))
    .prepare()
const insertOfSnippet = (orm: Orm) =>
  orm
    .insert(snippetReference)
    .values({ state: 'draft', snippet: sql.placeholder('snippet'), kind: sql.placeholder('kind'), key: sql.placeholder('key') })
    .onConflictDoNothing()
    .prepare()
const factByKey = (orm: Orm) =>
  orm
    .select({ key: fact.key })
    .from(fact)
    .where(eq(fact.key, sql.placeholder('key')))
    .prepare()
const snippetByKey = (orm: Orm) =>
  orm
    .select({ key: snippet.key })
    .from(snippet)
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()
