import { and, count, desc, eq, inArray, lt, max, min, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { feed, release } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatInstant } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

type Orm = BetterSQLite3Database
type Row = typeof release.$inferSelect

export interface ReleaseView {
  number: number
  kind: string
  publishedAt: string
  /** Editors' words; null for callers who may not read internal content. */
  note: string | null
  author: string | null
  restores: number | null
}
export interface ReleaseDetail extends ReleaseView {
  changes: { articleId: string; slug: string; locale: string; op: 'upsert' | 'delete'; channels: string[] }[]
  /** Keys that the release names; none for callers who may not read internal content. */
  facts: string[]
  snippets: string[]
}

const changed = { articleId: feed.articleId, slug: feed.slug, locale: feed.locale, op: feed.op }

/** The releases, newest first, below `before`. */
export async function listReleases(
  istok: Istok,
  actor: Actor,
  { limit, before }: { limit: number; before: number | null },
): Promise<{ items: ReleaseView[]; nextCursor: string | null }> {
  const rows = await istok.database.reader.orm
    .select()
    .from(release)
    .where(before === null ? undefined : lt(release.number, before))
    .orderBy(desc(release.number))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  return {
    items: page.map(row => present(istok, actor, row)),
    nextCursor: rows.length > limit ? String(page.at(-1)?.number) : null,
  }
}

/** One release with what it changed in the channels named; `number` null is the newest. Throws not_found. */
export async function readRelease(istok: Istok, actor: Actor, number: number | null, channels: string[]): Promise<ReleaseDetail> {
  const { orm } = istok.database.reader
  const row = await readRow(orm, number)
  const changes = await readChanges(orm, { release: row.number, channels })
  return { ...present(istok, actor, row), changes, ...keysOf(actor, row) }
}

/** The same with the first `shown` changes only, and how many there are: a first import has tens of thousands of rows. Throws not_found. */
export async function readReleaseStart(
  istok: Istok,
  actor: Actor,
  { number, channels, shown }: { number: number; channels: string[]; shown: number },
): Promise<ReleaseDetail & { count: number }> {
  const { orm } = istok.database.reader
  const row = await readRow(orm, number)
  const ofRelease = and(eq(feed.release, number), inArray(feed.channel, channels))
  const different = orm.selectDistinct(changed).from(feed).where(ofRelease).as('different')
  const [counted] = await orm.select({ count: count() }).from(different)
  // A change has at most one row for each channel, so these begin the first of them.
  const first = await orm
    .select({ articleId: feed.articleId })
    .from(feed)
    .where(ofRelease)
    .orderBy(feed.seq)
    .limit(shown * channels.length)
  const among = [...new Set(first.map(({ articleId }) => articleId))]
  const changes = await readChanges(orm, { release: number, channels, among, limit: shown })
  return { ...present(istok, actor, row), changes, count: counted?.count ?? 0, ...keysOf(actor, row) }
}

async function readRow(orm: Orm, number: number | null): Promise<Row> {
  const wanted = number ?? (await orm.select({ number: max(release.number) }).from(release))[0]?.number ?? 0
  const [row] = await orm.select().from(release).where(eq(release.number, wanted))
  if (!row) throw new IstokError('not_found', number === null ? 'Nothing has been released yet' : `There is no release ${number}`)
  return row
}

interface Wanted {
  release: number
  channels: string[]
  /** Only of these articles. */
  among?: string[]
  limit?: number
}

/** What a release changed, in its order; one row for all channels of a change. */
async function readChanges(orm: Orm, { release, channels, among, limit = -1 }: Wanted): Promise<ReleaseDetail['changes']> {
  const rows = await orm
    .select({ ...changed, names: sql<string>`group_concat(${feed.channel})` })
    .from(feed)
    .where(and(eq(feed.release, release), inArray(feed.channel, channels), among && inArray(feed.articleId, among)))
    .groupBy(...Object.values(changed))
    .orderBy(min(feed.seq))
    .limit(limit)
  return rows.map(({ names, ...change }) => ({ ...change, channels: channels.filter(name => names.split(',').includes(name)) }))
}

function keysOf(actor: Actor, { scope: { facts, snippets } }: Row): Pick<ReleaseDetail, 'facts' | 'snippets'> {
  return actor.scopes.has('read:internal') ? { facts, snippets } : { facts: [], snippets: [] }
}

function present(istok: Istok, actor: Actor, row: Row): ReleaseView {
  const isInsider = actor.scopes.has('read:internal')
  return {
    number: row.number,
    kind: row.kind,
    publishedAt: formatInstant(row.publishedAt, istok.env.timeZone),
    note: isInsider ? row.note : null,
    author: isInsider ? row.author : null,
    restores: row.restores,
  }
}
