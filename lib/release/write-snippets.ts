import { and, desc, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { snippet, snippetReference, snippetRevision } from '#db/schema/facts.ts'
import { snippetPublication } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import { IstokError } from '../errors.ts'
import type { SnippetChange, SnippetContent } from './change.ts'
import { referencesOfSnippet } from './references-of.ts'

type Orm = BetterSQLite3Database

/** Makes a snippet's documents live in this release. Throws conflict when the draft changed after it had been read. */
export async function writeSnippet(tx: Transaction, change: SnippetChange, release: number, author: string): Promise<void> {
  const { key, content, draftVersion } = change
  if (draftVersion !== null && (await prepared(tx.orm, versionOf).get({ key }))?.version !== draftVersion) {
    throw new IstokError('conflict', `The snippet "${key}" was changed while it was being published: look at it and publish again`, {
      reason: 'snippet-changed',
      arguments: { value: key },
    })
  }
  const number = content && (change.revision ?? (await revisionOf(tx, key, content, author)))
  await prepared(tx.orm, insertPublication).execute({ key, release, revision: number })
  await prepared(tx.orm, setLive).execute({ key, revision: number })
  await prepared(tx.orm, removeReferences).execute({ key })
  if (!content) return
  for (const [kind, keys] of Object.entries(referencesOfSnippet(content.documents))) {
    for (const referenced of keys) await prepared(tx.orm, insertReference).execute({ snippet: key, kind, key: referenced })
  }
}

async function revisionOf(tx: Transaction, key: string, content: SnippetContent, author: string): Promise<number> {
  const newest = await prepared(tx.orm, newestRevision).get({ key })
  const isSame = newest && JSON.stringify([newest.title, newest.documents]) === JSON.stringify([content.title, content.documents])
  if (newest && isSame) return newest.number
  const number = (newest?.number ?? 0) + 1
  await prepared(tx.orm, insertRevision).execute({ key, number, ...content, createdAt: tx.now, createdBy: author })
  return number
}

const versionOf = (orm: Orm) =>
  orm
    .select({ version: snippet.version })
    .from(snippet)
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()

const newestRevision = (orm: Orm) =>
  orm
    .select({ number: snippetRevision.number, title: snippetRevision.title, documents: snippetRevision.documents })
    .from(snippetRevision)
    .where(eq(snippetRevision.key, sql.placeholder('key')))
    .orderBy(desc(snippetRevision.number))
    .limit(1)
    .prepare()

const insertRevision = (orm: Orm) =>
  orm
    .insert(snippetRevision)
    .values({
      key: sql.placeholder('key'),
      number: sql.placeholder('number'),
      title: sql.placeholder('title'),
      documents: sql.placeholder('documents'),
      createdAt: sql.placeholder('createdAt'),
      createdBy: sql.placeholder('createdBy'),
    })
    .prepare()

const insertPublication = (orm: Orm) =>
  orm
    .insert(snippetPublication)
    .values({ key: sql.placeholder('key'), release: sql.placeholder('release'), revision: sql.placeholder('revision') })
    .prepare()

const setLive = (orm: Orm) =>
  orm
    .update(snippet)
    .set({ liveRevision: sql`${sql.placeholder('revision')}` })
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()

const removeReferences = (orm: Orm) =>
  orm
    .delete(snippetReference)
    .where(and(eq(snippetReference.state, 'live'), eq(snippetReference.snippet, sql.placeholder('key'))))
    .prepare()

const insertReference = (orm: Orm) =>
  orm
    .insert(snippetReference)
    .values({ state: 'live', snippet: sql.placeholder('snippet'), kind: sql.placeholder('kind'), key: sql.placeholder('key') })
    .prepare()
