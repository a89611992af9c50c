import { and, desc, eq, inArray, lt, max, min, sql } from 'drizzle-orm'
import { feed, release } from '#db/schema/releases.ts'
import type { Actor } from '#lib/access/actor.ts'
import { formatInstant } from '../clock.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'

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
  const orm = istok.database.reader.orm
  const wanted = number ?? (await orm.select({ number: max(release.number) }).from(release))[0]?.number ?? 0
  const [row] = await orm.select().from(release).where(eq(release.number, wanted))
  if (!row) throw new IstokError('not_found', number === null ? 'Nothing has been released yet' : `There is no release ${number}`)
  // One row for all channels of a change: a first import has tens of thousands of rows.
  const rows = await orm
    .select({ ...changed, names: sql<string>`group_concat(${feed.channel})` })
    .from(feed)
    .where(and(eq(feed.release, wanted), inArray(feed.channel, channels)))
    .groupBy(...Object.values(changed))
    .orderBy(min(feed.seq))
  const changes = rows.map(({ names, ...change }) => ({ ...change, channels: channels.filter(name => names.split(',').includes(name)) }))
  const { facts, snippets } = actor.scopes.has('read:internal') ? row.scope : { facts: [], snippets: [] }
  return { ...present(istok, actor, row), changes, facts, snippets }
}

function present(istok: Istok, actor: Actor, row: typeof release.$inferSelect): ReleaseView {
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
