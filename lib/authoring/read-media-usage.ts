import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { media } from '#db/schema/content.ts'
import { snippet } from '#db/schema/facts.ts'
import type { Actor } from '#lib/access/actor.ts'
import type { Document } from '#lib/document/types.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { wasPublished } from './delete-media.ts'
import { readUsage, type Usage } from './read-usage.ts'
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
    ...altsOfArticles(istok, 'draft', id),
    ...altsOfArticles(istok, 'live', id),
    ...[...new Set(usage.snippets.map(({ key }) => key))].flatMap(key => altsOfSnippet(orm, key, id)),
  ]
  return { media: row, usage, alts, inHistory: usage.live.length > 0 || wasPublished(orm, id) }
}

/** Of the articles that name it themselves, by slug. */
function altsOfArticles({ database }: Istok, state: AltText['state'], id: string): AltText[] {
  const said =
    state === 'draft'
      ? 'translation t ON t.article_id = n.article_id AND t.locale = n.locale'
      : 'translation l ON l.article_id = n.article_id AND l.locale = n.locale JOIN revision t ON t.article_id = l.article_id AND t.locale = l.locale AND t.number = l.live_revision'
  const rows = database.reader.sqlite
    .prepare(
      `SELECT a.slug, n.locale, t.document, t.variations FROM reference n JOIN article a ON a.id = n.article_id JOIN ${said}
       WHERE n.state = ? AND n.kind = 'media' AND n.key = ? AND a.deleted_at IS NULL ORDER BY a.slug, n.locale`,
    )
    .all(state, id) as { slug: string; locale: string; document: string; variations: string }[]
  return rows.flatMap(({ slug, locale, document, variations }) => {
    const documents = [JSON.parse(document), ...Object.values(JSON.parse(variations))] as Document[]
    return altsIn(documents, id).map((alt): AltText => ({ place: slug, kind: 'article', locale, state, alt }))
  })
}

function altsOfSnippet(orm: BetterSQLite3Database, key: string, id: string): AltText[] {
  const documents = orm.select({ documents: snippet.documents }).from(snippet).where(eq(snippet.key, key)).get()?.documents ?? {}
  return Object.entries(documents).flatMap(([locale, document]) =>
    altsIn([document], id).map((alt): AltText => ({ place: key, kind: 'snippet', locale, state: 'draft', alt })),
  )
}
