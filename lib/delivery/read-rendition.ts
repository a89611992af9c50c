import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { prepared } from '#db/prepared.ts'
import { head, redirect, release, rendition } from '#db/schema/releases.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { answerKey, memoryOf, type StoredReply } from './memory.ts'

type Orm = BetterSQLite3Database

export interface AnswerRequest {
  channel: string
  locale: string
  slug: string
  /** A vendor dialect of the channel; null: the neutral form. */
  profile: string | null
  /** What the channel said then: a release, or an instant in milliseconds. At most one of the two. */
  release?: number
  at?: number
}

/** `moved`: the article has another slug (now, or then). `gone`: it was withdrawn. `missing`: it was never here. */
export type Answer = { kind: 'found'; reply: StoredReply } | { kind: 'moved'; slug: string } | { kind: 'gone' } | { kind: 'missing' }

/** The stored reply for one answer: from memory, else from its row. Throws invalid for an unknown profile or a release that does not exist. The caller checks the right to read the channel. */
export async function readRendition(istok: Istok, request: AnswerRequest): Promise<Answer> {
  return request.release !== undefined || request.at !== undefined ? readAsOf(istok, request) : readCurrentRendition(istok, request)
}

/** The same for what the channel says now, at once. */
export function readCurrentRendition(istok: Istok, request: Omit<AnswerRequest, 'release' | 'at'>): Answer {
  const memory = memoryOf(istok)
  const epoch = memory.fresh()
  const key = answerKey(request.channel, request.locale, request.slug, request.profile)
  const known = memory.findAnswer(key)
  if (known) return { kind: 'found', reply: known }
  const orm = istok.database.reader.orm
  const row = prepared(orm, currentRendition).get(placeOf(request))
  if (!row) return elsewhere(orm, request)
  const reply = replyOf(row, request.profile)
  memory.keepAnswer(key, reply, epoch)
  return { kind: 'found', reply }
}

async function readAsOf(istok: Istok, request: AnswerRequest): Promise<Answer> {
  const orm = istok.database.reader.orm
  const number = request.release ?? prepared(orm, releaseAt).get({ at: request.at })?.number ?? 0
  if (request.release !== undefined && !prepared(orm, releaseExists).get({ number })) {
    throw new IstokError('not_found', `There is no release ${number}`)
  }
  const row = prepared(orm, renditionAt).get({ ...placeOf(request), release: number })
  if (!row) return { kind: 'missing' }
  if (row.op === 'delete') return { kind: 'gone' }
  if (row.op === 'upsert') return { kind: 'found', reply: replyOf(row, request.profile) }
  const moved = prepared(orm, slugAt).get({ ...placeOf(request), articleId: row.articleId, release: number })
  return moved?.op === 'upsert' ? { kind: 'moved', slug: moved.slug } : { kind: 'gone' }
}

/** Nothing is current under this slug: the article moved, was asked for by its id (as a button's payload names it), was withdrawn from this channel, or was never here. */
function elsewhere(orm: Orm, request: Omit<AnswerRequest, 'release' | 'at'>): Answer {
  const articleId = prepared(orm, redirectOf).get({ slug: request.slug })?.articleId ?? request.slug
  const moved = prepared(orm, currentSlug).get({ ...placeOf(request), articleId })
  if (moved) return { kind: 'moved', slug: moved.slug }
  const once = prepared(orm, wasHere).get(placeOf(request)) ?? prepared(orm, wasSaid).get({ ...placeOf(request), articleId })
  return once ? { kind: 'gone' } : { kind: 'missing' }
}

function placeOf({ channel, locale, slug }: Pick<AnswerRequest, 'channel' | 'locale' | 'slug'>) {
  return { channel, locale, slug }
}

interface Row {
  hash: string | null
  release: number
  body: Buffer | null
  profiles: Buffer | null
}

function replyOf({ hash, release: number, body, profiles }: Row, profile: string | null): StoredReply {
  if (!body || !hash) throw new IstokError('internal', 'A rendition has no body')
  const base = { mediaType: 'application/json; charset=utf-8', release: number }
  if (profile === null) return { ...base, body, etag: `"${hash}"` }
  const dialects = profiles ? (JSON.parse(profiles.toString()) as Record<string, unknown>) : {}
  if (!Object.hasOwn(dialects, profile)) {
    const message = `must be one of ${Object.keys(dialects).join(', ') || 'none: this channel has no profiles'}`
    throw new IstokError('invalid', `profile ${message}`, {
      errors: [{ pointer: '?profile', message, reason: 'not-one-of', arguments: { values: Object.keys(dialects).join(', ') || '—' } }],
    })
  }
  return { ...base, body: inDialect(body, profile, dialects[profile]), etag: `"${hash};${profile}"` }
}

/** The same reply with the dialect's content in place of the neutral one. Both members stand where `assembleRendition` puts them, before any free text that could look like them. */
function inDialect(body: Buffer, profile: string, content: unknown): Buffer {
  const text = body.toString()
  const parsed = JSON.parse(text) as Record<string, unknown>
  return Buffer.from(JSON.stringify({ ...parsed, profile, content }))
}

const renditionColumns = {
  op: rendition.op,
  articleId: rendition.articleId,
  hash: rendition.hash,
  release: rendition.release,
  body: rendition.body,
  profiles: rendition.profiles,
}
const atPlace = (table: typeof head | typeof rendition) => [
  eq(table.channel, sql.placeholder('channel')),
  eq(table.locale, sql.placeholder('locale')),
  eq(table.slug, sql.placeholder('slug')),
]

const currentRendition = (orm: Orm) =>
  orm
    .select(renditionColumns)
    .from(head)
    .innerJoin(rendition, eq(rendition.id, head.renditionId))
    .where(and(...atPlace(head)))
    .prepare()

const renditionAt = (orm: Orm) =>
  orm
    .select(renditionColumns)
    .from(rendition)
    .where(and(...atPlace(rendition), lte(rendition.release, sql.placeholder('release'))))
    .orderBy(desc(rendition.release))
    .limit(1)
    .prepare()

const slugAt = (orm: Orm) =>
  orm
    .select({ slug: rendition.slug, op: rendition.op })
    .from(rendition)
    .where(
      and(
        eq(rendition.articleId, sql.placeholder('articleId')),
        eq(rendition.locale, sql.placeholder('locale')),
        eq(rendition.channel, sql.placeholder('channel')),
        lte(rendition.release, sql.placeholder('release')),
        sql`${rendition.op} <> 'move'`,
      ),
    )
    .orderBy(desc(rendition.release))
    .limit(1)
    .prepare()

const releaseAt = (orm: Orm) =>
  orm
    .select({ number: release.number })
    .from(release)
    .where(lte(release.publishedAt, sql.placeholder('at')))
    .orderBy(desc(release.publishedAt), desc(release.number))
    .limit(1)
    .prepare()
const releaseExists = (orm: Orm) =>
  orm
    .select({ number: release.number })
    .from(release)
    .where(eq(release.number, sql.placeholder('number')))
    .prepare()
const redirectOf = (orm: Orm) =>
  orm
    .select({ articleId: redirect.articleId })
    .from(redirect)
    .where(eq(redirect.slug, sql.placeholder('slug')))
    .prepare()
const currentSlug = (orm: Orm) =>
  orm
    .select({ slug: head.slug })
    .from(head)
    .where(
      and(
        eq(head.articleId, sql.placeholder('articleId')),
        eq(head.locale, sql.placeholder('locale')),
        eq(head.channel, sql.placeholder('channel')),
      ),
    )
    .prepare()
const wasSaid = (orm: Orm) =>
  orm
    .select({ id: rendition.id })
    .from(rendition)
    .where(
      and(
        eq(rendition.articleId, sql.placeholder('articleId')),
        eq(rendition.locale, sql.placeholder('locale')),
        eq(rendition.channel, sql.placeholder('channel')),
      ),
    )
    .limit(1)
    .prepare()
const wasHere = (orm: Orm) =>
  orm
    .select({ id: rendition.id })
    .from(rendition)
    .where(and(...atPlace(rendition)))
    .limit(1)
    .prepare()
