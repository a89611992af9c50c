import { and, asc, eq, gte } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { revision } from '#db/schema/content.ts'
import { factRevision, snippetRevision } from '#db/schema/facts.ts'
import { factPublication, publication, release, snippetPublication } from '#db/schema/releases.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { type Change, emptyChange, type FactChange, type SnippetChange, type TranslationChange } from './change.ts'

type Orm = BetterSQLite3Database

/** The change that restores the state before release `number`. Throws not_found, conflict when nothing would change. */
export async function readStateBefore({ database }: Istok, number: number, note: string): Promise<Change> {
  const { orm } = database.reader
  const [target] = await orm.select({ kind: release.kind }).from(release).where(eq(release.number, number))
  if (!target) throw new IstokError('not_found', `There is no release ${number}`)
  const change: Change = {
    ...emptyChange('rollback', note),
    translations: await translationsBefore(orm, number),
    facts: await factsBefore(orm, number),
    snippets: await snippetsBefore(orm, number),
    restores: number,
  }
  const isEmpty = change.translations.length + change.facts.length + change.snippets.length === 0
  if (isEmpty)
    throw new IstokError(
      'conflict',
      `Nothing differs from the state before release ${number}: its values follow the calendar, change the fact instead`,
      { reason: 'nothing-to-roll-back' },
    )
  return change
}

async function translationsBefore(orm: Orm, number: number): Promise<TranslationChange[]> {
  const changed = await orm
    .selectDistinct({ articleId: publication.articleId, locale: publication.locale })
    .from(publication)
    .where(gte(publication.release, number))
  const changes: TranslationChange[] = []
  for (const key of changed) {
    const at = await publishedAs(orm, key, number)
    if (at.before === at.now) continue
    changes.push({ ...key, content: at.before === null ? null : await contentOf(orm, key, at.before), revision: at.before, draft: null })
  }
  return changes
}

async function publishedAs(
  orm: Orm,
  key: { articleId: string; locale: string },
  number: number,
): Promise<{ before: number | null; now: number | null }> {
  const history = await orm
    .select({ release: publication.release, revision: publication.revision })
    .from(publication)
    .where(and(eq(publication.articleId, key.articleId), eq(publication.locale, key.locale)))
    .orderBy(asc(publication.release))
  return { before: history.findLast(row => row.release < number)?.revision ?? null, now: history.at(-1)?.revision ?? null }
}

async function contentOf(orm: Orm, key: { articleId: string; locale: string }, number: number): Promise<TranslationChange['content']> {
  const [row] = await orm
    .select()
    .from(revision)
    .where(and(eq(revision.articleId, key.articleId), eq(revision.locale, key.locale), eq(revision.number, number)))
  if (!row) throw new IstokError('internal', `Revision ${number} of ${key.articleId} is missing`)
  const { title, shortAnswer, questions, document, variations, hash, metadata } = row
  return { title, shortAnswer, questions, document, variations, hash, metadata }
}

async function factsBefore(orm: Orm, number: number): Promise<FactChange[]> {
  const changes: FactChange[] = []
  for (const { key, before } of await keysBefore(orm, factPublication, number)) {
    const [row] =
      before === null
        ? []
        : await orm
            .select()
            .from(factRevision)
            .where(and(eq(factRevision.key, key), eq(factRevision.number, before)))
    const content = row ? { type: row.type, unit: row.unit, title: row.title, values: row.values } : null
    changes.push({ key, content, revision: before, draftVersion: null })
  }
  return changes
}

async function snippetsBefore(orm: Orm, number: number): Promise<SnippetChange[]> {
  const changes: SnippetChange[] = []
  for (const { key, before } of await keysBefore(orm, snippetPublication, number)) {
    const [row] =
      before === null
        ? []
        : await orm
            .select()
            .from(snippetRevision)
            .where(and(eq(snippetRevision.key, key), eq(snippetRevision.number, before)))
    changes.push({ key, content: row ? { title: row.title, documents: row.documents } : null, revision: before, draftVersion: null })
  }
  return changes
}

/** The keys that changed since release `number` and the revision that was live before it. */
async function keysBefore(orm: Orm, table: typeof factPublication | typeof snippetPublication, number: number) {
  const changed = await orm.selectDistinct({ key: table.key }).from(table).where(gte(table.release, number))
  const found: { key: string; before: number | null }[] = []
  for (const { key } of changed) {
    const history = await orm
      .select({ release: table.release, revision: table.revision })
      .from(table)
      .where(eq(table.key, key))
      .orderBy(asc(table.release))
    const before = history.findLast(row => row.release < number)?.revision ?? null
    if (before !== (history.at(-1)?.revision ?? null)) found.push({ key, before })
  }
  return found
}
