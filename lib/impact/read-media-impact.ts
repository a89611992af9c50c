import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { media } from '#db/schema/content.ts'
import type { Actor } from '#lib/access/actor.ts'
import { requirePicturePlan } from '#lib/authoring/change-picture.ts'
import { readUsage, type Usage } from '#lib/authoring/read-usage.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { altsIn, contentWithPicture, type PicturePlan, withPicture } from '#lib/authoring/with-picture.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { compile } from '#lib/compile/compile.ts'
import type { Compiled, Rendition } from '#lib/compile/types.ts'
import type { Document } from '#lib/document/types.ts'
import { type Change, emptyChange } from '#lib/release/change.ts'
import { findLiveContent, findLiveSnippet } from '#lib/release/live-state.ts'
import { readNextState } from '#lib/release/read-resolution.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { countUnpublished } from './count-unpublished.ts'
import { translationLimit } from './measure-impact.ts'
import { countPlaces, type PlacedArticle, type PlaceImpact } from './placed-answers.ts'

export interface MediaImpact extends PlaceImpact {
  /** How many of the translations were compiled; the others are counted in the channels in which these differ, since the picture stands in them. */
  compiled: number
}

/**
 * What every channel would say and show otherwise if a picture were changed wherever it stands: live answers are compiled as they are and as they would be. Only
 * the picture differs, other changes in drafts are counted (`unpublished`). Throws forbidden (needs write or read:internal), not_found, invalid.
 */
export async function readMediaImpact(istok: Istok, actor: Actor, { id, plan }: { id: string; plan: PicturePlan }): Promise<MediaImpact> {
  requireDrafts(actor)
  requirePicturePlan(istok, id, plan)
  const { orm } = istok.database.reader
  const usage = readUsage(orm, 'media', id)
  const concerned = usage.live.filter(({ locale }) => plan.into !== undefined || plan.alts?.[locale]?.trim())
  const places = [...new Map(concerned.map(({ articleId, locale }) => [`${articleId} ${locale}`, { articleId, locale }])).values()]
  const [chosen, rest] = [places.slice(0, translationLimit), places.slice(translationLimit)]
  const compared = countPlaces(await compileBoth(istok, chosen, usage.snippets, id, plan))
  for (const { channel, count } of channelsOf(orm, rest)) {
    if (compared.channels[channel] !== undefined) compared.channels[channel] += count
  }
  const live = new Set(usage.live.map(({ articleId }) => articleId))
  const counted = compared.translations > 0 ? rest : []
  return {
    ...compared,
    articles: compared.articles + new Set(counted.map(({ articleId }) => articleId)).size,
    translations: compared.translations + counted.length,
    compiled: chosen.length,
    seen: compared.translations > 0 ? 'with-release' : 'nothing',
    draftsOnly: new Set(usage.drafts.map(({ articleId }) => articleId).filter(one => !live.has(one))).size,
    unpublished: countUnpublished(orm, sql`SELECT value FROM json_each(${JSON.stringify([...live])})`),
  }
}

type Place = { articleId: string; locale: string }

/** The answers of which a channel says something else. */
async function compileBoth(
  istok: Istok,
  places: Place[],
  snippets: Usage['snippets'],
  id: string,
  plan: PicturePlan,
): Promise<PlacedArticle[]> {
  const { orm } = istok.database.reader
  const instant = now()
  const states = [emptyChange('publish', ''), changeOfSnippets(istok, snippets, id, plan)].map(change =>
    readNextState(orm, change, instant, istok.env.publicUrl),
  )
  const answers: PlacedArticle[] = []
  for (const [number, { articleId, locale }] of places.entries()) {
    const live = findLiveContent(orm, articleId, locale)
    if (!live) continue
    const { metadata, revision: _, ...content } = live
    const contents = [live, { ...live, ...contentWithPicture(content, id, plan, locale) }]
    const resolutions = contents.map((one, index) => states[index]?.resolutionFor(one, locale))
    const [old, fresh] = contents.map((one, index) => {
      const { metadata: _metadata, revision: _revision, ...said } = one
      return compile({ articleId, locale, ...said, ...metadata }, resolutions[index] as never)
    }) as [Compiled, Compiled]
    const channels = channelKinds.filter(kind => spelt(old.renditions.get(kind)) !== spelt(fresh.renditions.get(kind)))
    const [before = [], after = []] = contents.map((one, index) => {
      const documents = [one.document, ...Object.values(one.variations), ...(resolutions[index]?.snippets.values() ?? [])]
      return picturesIn(istok, documents, index === 0 ? id : (plan.into ?? id))
    })
    if (channels.length > 0) answers.push({ articleId, slug: metadata.slug, locale, title: live.title, channels, before, after })
    if (number % 10 === 9) await new Promise(resolve => setImmediate(resolve))
  }
  return answers
}

function channelsOf(orm: BetterSQLite3Database, places: Place[]): { channel: string; count: number }[] {
  const pairs = JSON.stringify(places.map(({ articleId, locale }) => [articleId, locale]))
  return orm.all(sql`SELECT h.channel, count(*) AS count FROM json_each(${pairs}) p
    JOIN head h ON h.article_id = p.value ->> 0 AND h.locale = p.value ->> 1 GROUP BY h.channel`)
}

function changeOfSnippets({ database }: Istok, used: { key: string; state: string }[], id: string, plan: PicturePlan): Change {
  const keys = used.filter(({ state }) => state === 'live').map(({ key }) => key)
  const snippets = keys.flatMap(key => {
    const content = findLiveSnippet(database.reader.orm, key)
    if (!content) return []
    const documents = Object.entries(content.documents).map(([locale, one]): [string, Document] => [
      locale,
      withPicture(one, id, plan, locale),
    ])
    return [{ key, content: { ...content, documents: Object.fromEntries(documents) }, revision: null, draftVersion: null }]
  })
  return { ...emptyChange('publish', ''), snippets }
}

/** What a picture is said to show, and which one it is. */
function picturesIn({ database }: Istok, documents: Document[], id: string): string[] {
  const { fileName, width, height } = media
  const one = database.reader.orm.select({ fileName, width, height }).from(media).where(eq(media.id, id)).get()
  return altsIn(documents, id).map(alt => `«${alt}» — ${one?.fileName}, ${one?.width ?? 0} × ${one?.height ?? 0}`)
}

function spelt(rendition: Rendition | undefined): string {
  return rendition ? JSON.stringify([rendition.content, rendition.profiles]) : ''
}
