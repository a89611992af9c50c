import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { translation } from '#db/schema/content.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { localeSchema } from '#lib/document/locale.ts'
import { IstokError } from '../errors.ts'
import { canonicalContent, contentHash, type TranslationContent } from './content.ts'
import { recordContribution } from './record-contribution.ts'
import { type DraftReference, referencesOfContent, writeDraftReferences } from './references.ts'
import { requireVersion } from './require-version.ts'
import { nextSources } from './variation-sources.ts'
import { touchArticle } from './write-article.ts'

type Orm = BetterSQLite3Database
export type TranslationRow = typeof translation.$inferSelect

export interface WrittenTranslation {
  outcome: 'created' | 'saved' | 'unchanged'
  row: TranslationRow
  references: DraftReference[]
}

/**
 * Makes content the draft of a translation. `expectedVersion`: the version that was changed, null for the first save, 'any' for whatever is there (imports).
 * Equal content changes nothing. Throws invalid (content; 428 without a version), conflict (412 when another version is current).
 */
export async function writeTranslation(
  tx: Transaction,
  actor: Actor,
  place: { articleId: string; locale: string },
  given: TranslationContent,
  expectedVersion: number | null | 'any',
): Promise<WrittenTranslation> {
  if (!localeSchema.safeParse(place.locale).success) {
    throw new IstokError('invalid', `"${place.locale}" is not a locale`, {
      errors: [{ pointer: '/locale', message: 'is a language tag such as ru', reason: 'not-a-language' }],
    })
  }
  const content = canonicalContent(given)
  const references = referencesOfContent(content)
  const before = await prepared(tx.orm, byPlace).get(place)
  if (before && expectedVersion !== 'any') requireVersion(before, expectedVersion)
  if (!before && typeof expectedVersion === 'number') {
    throw new IstokError('conflict', 'There is no such translation yet', {
      status: 412,
      reason: 'changed-meanwhile',
      errors: [{ pointer: 'If-Match', message: 'leave it out for the first save', reason: 'not-expected' }],
    })
  }
  const hash = contentHash(content)
  if (before?.hash === hash) return { outcome: 'unchanged', row: before, references }
  const variationSources = nextSources(content, before)
  const saved = { ...content, hash, variationSources, version: (before?.version ?? 0) + 1, updatedAt: tx.now, updatedBy: actor.id }
  const row = before ? { ...before, ...saved } : { ...place, ...saved, ...notLive }
  await prepared(tx.orm, upsertRow).execute({ ...row })
  await writeDraftReferences(tx, place, references)
  await touchArticle(tx, place.articleId)
  await recordContribution(tx, actor, place)
  const outcome = before ? 'saved' : 'created'
  await recordAudit(tx, actor, `translation.${outcome}`, `article:${place.articleId}`, { locale: place.locale, version: row.version, hash })
  return { outcome, row, references }
}

const notLive = { liveRevision: null, liveRelease: null, liveHash: null, liveMetadata: null, liveSince: null }

/** The draft of a translation. Throws not_found. */
export async function readTranslationRow(orm: Orm, place: { articleId: string; locale: string }): Promise<TranslationRow> {
  const row = await prepared(orm, byPlace).get(place)
  if (!row) throw new IstokError('not_found', `The article "${place.articleId}" has no translation in "${place.locale}"`)
  return row
}

const byPlace = (orm: Orm) =>
  orm
    .select()
    .from(translation)
    .where(and(eq(translation.articleId, sql.placeholder('articleId')), eq(translation.locale, sql.placeholder('locale'))))
    .prepare()

const upsertRow = (orm: Orm) =>
  orm
    .insert(translation)
    .values({
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      title: sql.placeholder('title'),
      shortAnswer: sql.placeholder('shortAnswer'),
      questions: sql.placeholder('questions'),
      document: sql.placeholder('document'),
      variations: sql.placeholder('variations'),
      hash: sql.placeholder('hash'),
      variationSources: sql.placeholder('variationSources'),
      version: sql.placeholder('version'),
      updatedAt: sql.placeholder('updatedAt'),
      updatedBy: sql.placeholder('updatedBy'),
    })
    .onConflictDoUpdate({
      target: [translation.articleId, translation.locale],
      set: {
        title: sql`excluded.title`,
        shortAnswer: sql`excluded.short_answer`,
        questions: sql`excluded.questions`,
        document: sql`excluded.document`,
        variations: sql`excluded.variations`,
        hash: sql`excluded.hash`,
        variationSources: sql`excluded.variation_sources`,
        version: sql`excluded.version`,
        updatedAt: sql`excluded.updated_at`,
        updatedBy: sql`excluded.updated_by`,
      },
    })
    .prepare()
