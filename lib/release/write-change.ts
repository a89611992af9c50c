import { and, eq, lte, max, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { article } from '#db/schema/content.ts'
import { feed, release, schedule } from '#db/schema/releases.ts'
import { type Transaction, write } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { changesAfter } from '#lib/document/fact-validity.ts'
import { appendOutbox } from '#lib/outbox/append.ts'
import { requireApproval } from '#lib/review/require-approval.ts'
import { outboxKeyOf } from '#lib/search/meili/documents.ts'
import { writeTerms } from '#lib/search/stored/write-terms.ts'
import { formatInstant } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import type { Change } from './change.ts'
import type { CompiledChange } from './compile-change.ts'
import { keyOf } from './find-affected.ts'
import { findLiveFact } from './live-state.ts'
import { newestRelease } from './newest-release.ts'
import { scopeOf } from './scope-of.ts'
import { settleValidity, writeFact } from './write-facts.ts'
import { writeLiveLosses } from './write-live-losses.ts'
import { checkDraft, readHeads, writePublication } from './write-publication.ts'
import { freeSlug, type Stamp, writeRenditions } from './write-renditions.ts'
import { writeSnippet } from './write-snippets.ts'

/** A change of one article in one locale by a release. */
export interface ReleaseChange {
  articleId: string
  slug: string
  locale: string
  op: 'upsert' | 'delete'
}
export interface Release {
  number: number
  kind: Change['kind']
  note: string
  author: string
  /** ISO 8601 in the organisation's zone. */
  publishedAt: string
  restores: number | null
  changes: ReleaseChange[]
}

/** What the audit log says was done. */
const pastOf: Record<Change['kind'], string> = {
  publish: 'published',
  validity: 'switched',
  rollback: 'rolled-back',
  recompile: 'recompiled',
}

/**
 * Writes a compiled change in one transaction: every channel switches with its commit. Returns null when another release came in between (compile again).
 * Throws conflict when a draft changed meanwhile or a slug is taken.
 */
export async function writeChange(
  istok: Istok,
  actor: Actor,
  change: Change,
  compiled: CompiledChange,
  base: number,
  instant: number,
): Promise<Release | null> {
  return write(istok.database, async tx => {
    const newest = newestRelease(tx.orm)
    if (newest.number !== base) return null
    if (change.kind === 'publish') requireApproval(tx.orm, actor, change)
    const stamp = { ...(await insertRelease(istok, tx, actor, change, Math.max(tx.now, newest.at))), ...placesOf(compiled) }
    for (const translation of compiled.translations) await checkDraft(tx, translation)
    for (const fact of change.facts) await writeFact(tx, fact, stamp.release, instant, actor.id)
    for (const snippet of change.snippets) await writeSnippet(tx, snippet, stamp.release, actor.id)
    stamp.validUntil = validityReader(istok, tx, instant)
    const changes: ReleaseChange[] = []
    for (const translation of compiled.translations) {
      const slug = translation.metadata?.slug ?? (await slugOf(tx, translation.articleId))
      const heads = await freeSlug(tx, translation, await readHeads(tx, translation), stamp)
      const revision = await writePublication(tx, translation, heads, stamp, actor.id)
      await writeRenditions(tx, translation, heads, revision, stamp)
      await writeLiveLosses(tx, translation)
      writeTerms(istok.database, translation.articleId, translation.locale, translation.terms)
      changes.push({ articleId: translation.articleId, slug, locale: translation.locale, op: translation.metadata ? 'upsert' : 'delete' })
      await tx.pause()
    }
    if (istok.env.meiliUrl !== undefined)
      await appendOutbox(
        tx,
        [...new Set(changes.map(outboxKeyOf))].map(key => ({ topic: 'search', key, payload: {} })),
      )
    for (const key of change.due) if (!(await settleValidity(tx, key, change.instant ?? instant, null))) throw changedMeanwhile()
    if (change.scheduleId) await settleSchedule(tx, change.scheduleId, stamp.release)
    await recordAudit(tx, actor, `release.${pastOf[change.kind]}`, `release:${stamp.release}`, {
      note: change.note,
      changes: changes.length,
    })
    const { kind, note, restores } = change
    return { number: stamp.release, kind, note, author: actor.name, publishedAt: stamp.publishedAtText, restores, changes }
  })
}

function placesOf({ translations }: CompiledChange): Pick<Stamp, 'written' | 'saidUnder'> {
  return {
    written: new Map(translations.map(translation => [keyOf(translation), translation])),
    saidUnder: new Map(translations.flatMap(one => (one.metadata ? [[`${one.metadata.slug} ${one.locale}`, one] as const] : []))),
  }
}

async function insertRelease(
  istok: Istok,
  tx: Transaction,
  actor: Actor,
  change: Change,
  publishedAt: number,
): Promise<Omit<Stamp, 'written' | 'saidUnder'>> {
  const scope = scopeOf(change)
  const { kind, note, restores } = change
  const row = prepared(tx.orm, insertReleaseRow).get({ kind, note, author: actor.name, scope, restores, publishedAt })
  if (!row) throw new Error('SQLite returned no release number')
  return {
    release: row.number,
    publishedAt,
    publishedAtText: formatInstant(publishedAt, istok.env.timeZone),
    validUntil: () => null,
    nextInFeed: feedCounter(tx),
  }
}

/** Counts on in the feed of each channel, from the newest change that is there within this transaction. */
function feedCounter(tx: Transaction): Stamp['nextInFeed'] {
  const newest = new Map<string, number>()
  return channel => {
    const number = (newest.get(channel) ?? prepared(tx.orm, newestInFeed).get({ channel })?.number ?? 0) + 1
    newest.set(channel, number)
    return number
  }
}

/** The next change of any of the facts, read from what is live within this transaction. */
function validityReader(istok: Istok, tx: Transaction, instant: number): Stamp['validUntil'] {
  const next = new Map<string, number>()
  return facts => {
    let until = Number.POSITIVE_INFINITY
    for (const key of facts) {
      if (!next.has(key)) next.set(key, changesAfter(findLiveFact(tx.orm, key)?.values ?? [], instant)[0] ?? Number.POSITIVE_INFINITY)
      until = Math.min(until, next.get(key) ?? until)
    }
    return Number.isFinite(until) ? formatInstant(until, istok.env.timeZone) : null
  }
}

/** Throws conflict when the schedule was taken back or moved while this was prepared, or another process carried it out. */
async function settleSchedule(tx: Transaction, id: string, number: number): Promise<void> {
  const isDue = and(eq(schedule.id, id), eq(schedule.state, 'scheduled'), lte(schedule.publishAt, tx.now))
  const done = await tx.orm.update(schedule).set({ state: 'published', release: number }).where(isDue)
  if (done.changes > 0) return
  const [row] = await tx.orm.select({ state: schedule.state }).from(schedule).where(eq(schedule.id, id))
  if (row?.state === 'published' || row?.state === 'cancelled')
    throw new IstokError('conflict', `The schedule is ${row.state} already`, { reason: `schedule-${row.state}` })
  throw changedMeanwhile()
}

/** What was to be done by the clock was changed, or done by another process, while it was prepared. */
function changedMeanwhile(): IstokError {
  return new IstokError('conflict', 'It was changed in the meantime', { reason: 'changed-meanwhile' })
}

async function slugOf(tx: Transaction, articleId: string): Promise<string> {
  const [row] = await tx.orm.select({ slug: article.slug }).from(article).where(eq(article.id, articleId))
  return row?.slug ?? articleId
}

const newestInFeed = (orm: Transaction['orm']) =>
  orm
    .select({ number: max(feed.number) })
    .from(feed)
    .where(eq(feed.channel, sql.placeholder('channel')))
    .prepare()

const insertReleaseRow = (orm: Transaction['orm']) =>
  orm
    .insert(release)
    .values({
      kind: sql.placeholder('kind'),
      note: sql.placeholder('note'),
      author: sql.placeholder('author'),
      scope: sql.placeholder('scope'),
      restores: sql.placeholder('restores'),
      publishedAt: sql.placeholder('publishedAt'),
    })
    .returning({ number: release.number })
    .prepare()
