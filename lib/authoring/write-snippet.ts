import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { snippet } from '#db/schema/facts.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { canonicalDocument } from '#lib/document/canonical-document.ts'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { localeSchema } from '#lib/document/locale.ts'
import { snippetKeySchema } from '#lib/document/schema.ts'
import type { Document } from '#lib/document/types.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { localesFaults } from './localised.ts'
import { type DraftReference, referencesOfDocuments, writeSnippetReferences } from './references.ts'
import { requireVersion } from './require-version.ts'

export type SnippetRow = typeof snippet.$inferSelect

export interface SnippetInput {
  key: string
  /** By locale; at least one. */
  title: Record<string, string>
  /** By locale; at least one. No snippet stands in a snippet. */
  documents: Record<string, Document>
}

export interface WrittenSnippet {
  outcome: 'created' | 'saved' | 'unchanged'
  row: SnippetRow
  references: DraftReference[]
}

/** Makes this the draft of a snippet; `expectedVersion` and errors as for writeFact, and invalid for key, titles and documents. */
export async function writeSnippet(
  tx: Transaction,
  actor: Actor,
  input: SnippetInput,
  expectedVersion: number | null | 'any',
): Promise<WrittenSnippet> {
  requireSnippetFields(input)
  const before = await findSnippet(tx.orm, input.key)
  if (before && expectedVersion !== 'any') requireVersion(before, expectedVersion)
  const documents = Object.fromEntries(
    Object.entries(input.documents)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([locale, document]) => [locale, canonicalDocument(document)]),
  )
  const content = { title: input.title, documents }
  const references = referencesOfDocuments(documents)
  if (before && JSON.stringify([before.title, before.documents]) === JSON.stringify([content.title, content.documents])) {
    return { outcome: 'unchanged', row: before, references }
  }
  const saved = { key: input.key, ...content, version: (before?.version ?? 0) + 1, updatedAt: tx.now, updatedBy: actor.id }
  await tx.orm.insert(snippet).values(saved).onConflictDoUpdate({ target: snippet.key, set: saved })
  await writeSnippetReferences(tx, input.key, references)
  const outcome = before ? 'saved' : 'created'
  await recordAudit(tx, actor, `snippet.${outcome}`, `snippet:${input.key}`, { version: saved.version })
  return { outcome, row: { ...saved, liveRevision: before?.liveRevision ?? null }, references }
}

export async function findSnippet(orm: BetterSQLite3Database, key: string): Promise<SnippetRow | undefined> {
  return prepared(orm, byKey).get({ key })
}

/** Throws not_found. */
export async function readSnippetRow(orm: BetterSQLite3Database, key: string): Promise<SnippetRow> {
  const row = await findSnippet(orm, key)
  if (!row) throw new IstokError('not_found', `There is no snippet "${key}"`)
  return row
}

function requireSnippetFields({ key, title, documents }: SnippetInput): void {
  const errors: FieldError[] = []
  const parsed = snippetKeySchema.safeParse(key)
  if (!parsed.success) errors.push({ pointer: '/key', message: parsed.error.issues[0]?.message ?? 'is not a key', reason: 'key-form' })
  errors.push(...localesFaults(title, '/title', { atLeastOne: true, longest: 200 }))
  if (Object.keys(documents).length === 0)
    errors.push({ pointer: '/documents', message: 'is given in at least one locale', reason: 'no-language' })
  for (const [locale, document] of Object.entries(documents)) {
    if (!localeSchema.safeParse(locale).success)
      errors.push({ pointer: `/documents/${escapePointer(locale)}`, message: 'is not a locale', reason: 'not-a-language' })
    const nested = referencesOfDocuments({ [locale]: document }).find(({ kind }) => kind === 'snippet')
    if (nested) errors.push({ pointer: nested.path, message: 'a snippet holds no snippets', reason: 'snippet-in-snippet' })
  }
  if (errors.length > 0) throw new IstokError('invalid', 'The snippet cannot be saved like this', { errors })
}

const byKey = (orm: BetterSQLite3Database) =>
  orm
    .select()
    .from(snippet)
    .where(eq(snippet.key, sql.placeholder('key')))
    .prepare()
