import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { feed, head, rendition } from '#db/schema/releases.ts'
import type { Transaction } from '#db/write.ts'
import { stampRendition } from '#lib/compile/assemble-rendition.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { encoder } from '../encoder.ts'
import type { PublishedContent } from './change.ts'
import type { CompiledRow, CompiledTranslation } from './compile-change.ts'
import { keyOf } from './find-affected.ts'
import type { Head } from './write-publication.ts'

type Orm = BetterSQLite3Database

/** The release as its rows carry it. `publishedAt` in milliseconds and as the ISO text that stands in the replies. */
export interface Stamp {
  release: number
  publishedAt: number
  publishedAtText: string
  /** Until when the answer holds by what is known of its facts: ISO text or null. */
  validUntil(facts: string[]): string | null
  /** The number of the next change of a channel in its feed; each call counts one. */
  nextInFeed(channel: string): number
  /** All that the release writes, by `keyOf`, and what it says under an address, by address and locale. */
  written: ReadonlyMap<string, CompiledTranslation>
  saidUnder: ReadonlyMap<string, CompiledTranslation>
}

/** Writes one translation's renditions into every channel, moves the heads and appends the feed. Where it is no longer said, a row says so. */
export async function writeRenditions(
  tx: Transaction,
  translation: CompiledTranslation,
  heads: Head[],
  revision: number | null,
  stamp: Stamp,
): Promise<void> {
  const { articleId, locale } = translation
  const rows = new Map(translation.rows.map(row => [row.channel as string, row]))
  for (const channel of channelKinds) {
    const before = heads.find(head => head.channel === channel && head.articleId === articleId && head.locale === locale)
    const row = rows.get(channel)
    if (row && translation.metadata) {
      const { slug } = translation.metadata
      if (before && before.slug !== slug) await endSlug(tx, translation, before, 'move', stamp)
      await putRow(tx, translation, translation.metadata, row, revision, before, stamp)
    } else if (before) {
      await endSlug(tx, translation, before, 'delete', stamp)
      await prepared(tx.orm, removeHead).execute({ id: before.id })
    }
  }
}

/**
 * Lets an address pass to the article of `translation` from one that leaves it in this release, in whichever order both are written. Returns the heads that are
 * left: where one under this address is still another article's, that article keeps it.
 */
export async function freeSlug(
  tx: Transaction,
  { articleId, metadata, isLive }: CompiledTranslation,
  heads: Head[],
  stamp: Stamp,
): Promise<Head[]> {
  const held = metadata && !isLive ? heads.filter(head => head.slug === metadata.slug && head.articleId !== articleId) : []
  const leaving = held.flatMap(head => {
    const leaver = stamp.written.get(keyOf(head))
    return leaver && leaver.metadata?.slug !== head.slug ? [{ head, leaver }] : []
  })
  if (leaving.length === 0 || leaving.length < held.length) return heads
  for (const { head, leaver } of leaving) {
    await endSlug(tx, leaver, head, leaver.rows.some(({ channel }) => channel === head.channel) ? 'move' : 'delete', stamp)
    await prepared(tx.orm, removeHead).execute({ id: head.id })
  }
  return heads.filter(head => !held.includes(head))
}

async function putRow(
  tx: Transaction,
  { articleId, locale }: CompiledTranslation,
  { slug, category }: PublishedContent['metadata'],
  row: CompiledRow,
  revision: number | null,
  before: Head | undefined,
  stamp: Stamp,
): Promise<void> {
  const { release, publishedAt, publishedAtText } = stamp
  const { channel, hash, summary, facts, profiles } = row
  const { lastInsertRowid } = await prepared(tx.orm, insertRendition).execute({
    ...{ channel, locale, slug, articleId, release, revision, op: 'upsert', hash, profiles },
    summary: Buffer.concat([summary, Buffer.from(`,"updatedAt":"${publishedAtText}"}`)]),
    body: stampRendition(row, { release, revision, publishedAt: publishedAtText, validUntil: stamp.validUntil(facts) }, encoder),
  })
  const pointer = { slug, release, renditionId: Number(lastInsertRowid), category }
  if (before?.slug === slug && before.category === category)
    await prepared(tx.orm, turnHead).execute({ id: before.id, release, renditionId: pointer.renditionId })
  else if (before) await prepared(tx.orm, moveHead).execute({ id: before.id, ...pointer })
  else await prepared(tx.orm, insertHead).execute({ channel, locale, articleId, ...pointer })
  await prepared(tx.orm, appendFeed).execute({
    ...{ release, channel, op: 'upsert', slug, articleId, locale, hash, at: publishedAt },
    number: stamp.nextInFeed(channel),
  })
}

/**
 * From this release on the channel says nothing of the article under this slug; `move`: the article goes on under another. Of one slug a channel says one
 * thing in a release: where another article stands there now, that it moved needs no row, and that it says nothing any more is kept under its id.
 */
async function endSlug(tx: Transaction, key: CompiledTranslation, before: Head, op: 'delete' | 'move', stamp: Stamp): Promise<void> {
  const place = { release: stamp.release, channel: before.channel, slug: before.slug, articleId: key.articleId, locale: key.locale }
  const nothing = { revision: null, hash: null, summary: null, body: null, profiles: null }
  const isTaken = stamp.saidUnder.get(`${before.slug} ${key.locale}`)?.rows.some(({ channel }) => channel === before.channel) ?? false
  if (!isTaken) await prepared(tx.orm, insertRendition).execute({ ...place, ...nothing, op })
  else if (op === 'delete') await prepared(tx.orm, insertRendition).execute({ ...place, ...nothing, op, slug: key.articleId })
  await prepared(tx.orm, appendFeed).execute({
    ...{ ...place, op: 'delete', hash: null, at: stamp.publishedAt },
    number: stamp.nextInFeed(before.channel),
  })
}

const insertRendition = (orm: Orm) =>
  orm
    .insert(rendition)
    .values({
      channel: sql.placeholder('channel'),
      locale: sql.placeholder('locale'),
      slug: sql.placeholder('slug'),
      articleId: sql.placeholder('articleId'),
      release: sql.placeholder('release'),
      revision: sql.placeholder('revision'),
      op: sql.placeholder('op'),
      hash: sql.placeholder('hash'),
      summary: sql.placeholder('summary'),
      body: sql.placeholder('body'),
      profiles: sql.placeholder('profiles'),
    })
    .prepare()

const insertHead = (orm: Orm) =>
  orm
    .insert(head)
    .values({
      channel: sql.placeholder('channel'),
      locale: sql.placeholder('locale'),
      slug: sql.placeholder('slug'),
      articleId: sql.placeholder('articleId'),
      release: sql.placeholder('release'),
      renditionId: sql.placeholder('renditionId'),
      category: sql.placeholder('category'),
    })
    .prepare()

/** Without the columns that stay: SQLite writes every index of a column that is set, changed or not. */
const turnHead = (orm: Orm) =>
  orm
    .update(head)
    .set({ release: sql`${sql.placeholder('release')}`, renditionId: sql`${sql.placeholder('renditionId')}` })
    .where(eq(head.id, sql.placeholder('id')))
    .prepare()

const moveHead = (orm: Orm) =>
  orm
    .update(head)
    .set({
      slug: sql`${sql.placeholder('slug')}`,
      release: sql`${sql.placeholder('release')}`,
      renditionId: sql`${sql.placeholder('renditionId')}`,
      category: sql`${sql.placeholder('category')}`,
    })
    .where(eq(head.id, sql.placeholder('id')))
    .prepare()

const removeHead = (orm: Orm) =>
  orm
    .delete(head)
    .where(eq(head.id, sql.placeholder('id')))
    .prepare()

const appendFeed = (orm: Orm) =>
  orm
    .insert(feed)
    .values({
      release: sql.placeholder('release'),
      channel: sql.placeholder('channel'),
      op: sql.placeholder('op'),
      slug: sql.placeholder('slug'),
      articleId: sql.placeholder('articleId'),
      locale: sql.placeholder('locale'),
      hash: sql.placeholder('hash'),
      at: sql.placeholder('at'),
      number: sql.placeholder('number'),
    })
    .prepare()
