import { and, eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { media, revision, translation } from '#db/schema/content.ts'
import { snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { wasPublished } from './delete-media.ts'
import { atLiveRevision } from './live-target.ts'
import { type ArticleUse, readUsage, type Usage } from './read-usage.ts'
import { requireDrafts } from './require-drafts.ts'
import type { MediaEntry } from './store-media.ts'
import { altsIn } from './with-picture.ts'

/** What a picture is said to show at one of its places. */
export interface AltText {
  /** An article's slug, or a snippet's key. */
  place: string
  kind: 'article' | 'snippet'
  locale: string
  state: 'draft' | 'live'
  alt: string
}

export interface MediaUsage {
  media: MediaEntry
  usage: Usage
  alts: AltText[]
  /** Something published named it: the history needs it. */
  inHistory: boolean
}

/** Where a picture is shown and with which alternative texts. Throws forbidden (needs write or read:internal), not_found. */
export async function readMediaUsage(istok: Istok, actor: Actor, { id }: { id: string }): Promise<MediaUsage> {
  requireDrafts(actor)
  const { orm } = istok.database.reader
  const row = await orm.select().from(media).where(eq(media.id, id)).get()
  if (!row) throw new IstokError('not_found', `There is no picture "${id}"`)
  const usage = readUsage(orm, 'media', id)
  const alts = [
    ...usage.drafts.filter(({ via }) => via === null).flatMap(use => altsOfDraft(orm, use, id)),
    ...usage.live.filter(({ via }) => via === null).flatMap(use => altsOfLive(orm, use, id)),
    ...[...new Set(usage.snippets.map(({ key }) => key))].flatMap(key => altsOfSnippet(orm, key, id)),
  ]
  return { media: row, usage, alts, inHistory: wasPublished(orm, id) }
}

function altsOfDraft(orm: BetterSQLite3Database, { articleId, locale, slug }: ArticleUse, id: string): AltText[] {
  const row = orm
    .select({ document: translation.document, variations: translation.variations })
    .from(translation)
    .where(and(eq(translation.articleId, articleId), eq(translation.locale, locale)))
    .get()
  return row
    ? altsIn([row.document, ...Object.values(row.variations)], id).map(alt => ({
        place: slug,
        kind: 'article',
        locale,
        state: 'draft',
        alt,
      }))
    : []
}

function altsOfLive(orm: BetterSQLite3Database, { articleId, locale, slug }: ArticleUse, id: string): AltText[] {
  const row = orm
    .select({ document: revision.document, variations: revision.variations })
    .from(translation)
    .innerJoin(revision, atLiveRevision)
    .where(and(eq(translation.articleId, articleId), eq(translation.locale, locale)))
    .get()
  return row
    ? altsIn([row.document, ...Object.values(row.variations)], id).map(alt => ({
        place: slug,
        kind: 'article',
        locale,
        state: 'live',
        alt,
      }))
    : []
}

function altsOfSnippet(orm: BetterSQLite3Database, key: string, id: string): AltText[] {
  const documents = orm.select({ documents: snippet.documents }).from(snippet).where(eq(snippet.key, key)).get()?.documents ?? {}
  return Object.entries(documents).flatMap(([locale, document]) =>
    altsIn([document], id).map((alt): AltText => ({ place: key, kind: 'snippet', locale, state: 'draft', alt })),
  )
}
