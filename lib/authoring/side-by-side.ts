import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { translation } from '#db/schema/content.ts'
import { translationMatch } from '#db/schema/workflow.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { requireArticle } from './article-rights.ts'
import { requireDrafts } from './require-drafts.ts'
import { requireVersion } from './require-version.ts'
import { type MatchRow, matchUnits, pairsOf, unitsOf } from './translation-match.ts'
import { readArticleRow } from './write-article.ts'
import { readTranslationRow, type TranslationRow } from './write-translation.ts'

interface Place {
  articleId: string
  locale: string
}

/** A translation beside its source, part by part. Times in milliseconds since the epoch. */
export interface SideBySide {
  source: TranslationRow
  /** null: there is none yet. */
  target: TranslationRow | null
  rows: MatchRow[]
  /** Parts of the source that changed, or that the target lacks. */
  outdated: number
  /** When somebody last said that they agree; null: never. */
  markedAt: number | null
}

/** The language that others are translated from: the first of the house that the article has. */
export function sourceLocaleOf(present: readonly string[], preferred: readonly string[], target: string): string | null {
  const others = present.filter(locale => locale !== target)
  return preferred.find(locale => others.includes(locale)) ?? others[0] ?? null
}

/**
 * A translation beside its source; the source is the one that it was last found to agree with, unless another one is asked for. Throws unauthenticated,
 * forbidden (needs write or read:internal), not_found (article; a source that does not exist), conflict (the article has no other language).
 */
export async function readSideBySide(
  istok: Istok,
  actor: Actor,
  { source, ...place }: Place & { source?: string | null },
): Promise<SideBySide> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  await readArticleRow(orm, place.articleId)
  const all = orm.select().from(translation).where(eq(translation.articleId, place.articleId)).all()
  const match = findMatch(orm, place)
  const locales = all.map(({ locale }) => locale)
  const usual =
    match && locales.includes(match.sourceLocale) ? match.sourceLocale : sourceLocaleOf(locales, istok.env.locales, place.locale)
  const from = all.find(({ locale }) => locale === (source ?? usual) && locale !== place.locale)
  if (!from) {
    if (source != null) throw new IstokError('not_found', `The article has no source in "${source}"`)
    throw new IstokError('conflict', 'The article has no other language to translate from', { reason: 'no-other-language' })
  }
  const target = all.find(({ locale }) => locale === place.locale) ?? null
  const isSame = match?.sourceLocale === from.locale
  const rows = matchUnits(unitsOf(from), target ? unitsOf(target) : [], isSame ? match.pairs : null)
  const outdated = rows.filter(({ state }) => state === 'changed' || state === 'missing').length
  return { source: from, target, rows, outdated, markedAt: isSame ? match.markedAt : null }
}

/**
 * Says that a translation is up to date with its source as both are now. Throws unauthenticated, forbidden (needs write), not_found (article, translation, source),
 * invalid (428 without a version; the source is the translation itself), conflict (412: the translation has another version; the source was changed since it was read).
 */
export async function markUpToDate(
  istok: Istok,
  actor: Actor,
  { source, sourceHash, expectedVersion, ...place }: Place & { source: string; sourceHash: string; expectedVersion: number | null },
): Promise<void> {
  requireArticle(istok.database.reader.orm, actor, 'write', place.articleId)
  if (source === place.locale) {
    const message = 'must be another language'
    throw new IstokError('invalid', `source ${message}`, { errors: [{ pointer: '/source', message, reason: 'same-place' }] })
  }
  await write(istok.database, async tx => {
    await readArticleRow(tx.orm, place.articleId)
    const target = await readTranslationRow(tx.orm, place)
    requireVersion(target, expectedVersion)
    const from = await readTranslationRow(tx.orm, { articleId: place.articleId, locale: source })
    if (from.hash !== sourceHash)
      throw new IstokError('conflict', 'The source was changed meanwhile: look at what is new', {
        reason: 'source-changed',
        extra: { sourceHash: from.hash },
      })
    await writeMatch(tx, actor, target, from)
    await recordAudit(tx, actor, 'translation.matched', `article:${place.articleId}`, { locale: place.locale, source, hash: from.hash })
  })
}

/** A new translation is taken to say what its source says while it is made; from then on changes of the source are followed. */
export async function keepFirstMatch(tx: Transaction, actor: Actor, articleId: string, preferred: readonly string[]): Promise<void> {
  const all = await prepared(tx.orm, translationsOf).all({ articleId })
  const locales = all.map(({ locale }) => locale)
  const main = preferred.find(locale => locales.includes(locale)) ?? locales[0]
  const from = all.find(({ locale }) => locale === main)
  for (const target of all) {
    if (from && target !== from && !findMatch(tx.orm, target)) await writeMatch(tx, actor, target, from)
  }
}

const translationsOf = (orm: BetterSQLite3Database) =>
  orm
    .select()
    .from(translation)
    .where(eq(translation.articleId, sql.placeholder('articleId')))
    .prepare()

async function writeMatch(tx: Transaction, actor: Actor, target: TranslationRow, from: TranslationRow): Promise<void> {
  const [units, others] = [unitsOf(from), unitsOf(target)]
  const before = findMatch(tx.orm, target)
  const rows = matchUnits(units, others, before?.sourceLocale === from.locale ? before.pairs : null)
  const row = {
    ...{ articleId: target.articleId, locale: target.locale, sourceLocale: from.locale, sourceHash: from.hash },
    ...{ pairs: pairsOf(rows, units, others), markedAt: tx.now, markedBy: actor.id },
  }
  await tx.orm
    .insert(translationMatch)
    .values(row)
    .onConflictDoUpdate({ target: [translationMatch.articleId, translationMatch.locale], set: row })
}

function findMatch(orm: BetterSQLite3Database, { articleId, locale }: Place) {
  return orm
    .select()
    .from(translationMatch)
    .where(and(eq(translationMatch.articleId, articleId), eq(translationMatch.locale, locale)))
    .get()
}
