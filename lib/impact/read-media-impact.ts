import { sql } from 'drizzle-orm'
import type { Actor } from '#lib/access/actor.ts'
import { requirePicturePlan } from '#lib/authoring/change-picture.ts'
import { findMedia } from '#lib/authoring/live-target.ts'
import { readUsage } from '#lib/authoring/read-usage.ts'
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
import { comparePlaces, type LiveAnswer, type PlaceImpact } from './placed-answers.ts'

/**
 * What every channel would say and show otherwise if a picture were changed wherever it stands: each live answer is compiled as it is and as it would be. Only the
 * picture differs, other changes in drafts are counted (`unpublished`). Throws forbidden (needs write or read:internal), not_found, invalid.
 */
export async function readMediaImpact(istok: Istok, actor: Actor, { id, plan }: { id: string; plan: PicturePlan }): Promise<PlaceImpact> {
  requireDrafts(actor)
  requirePicturePlan(istok, id, plan)
  const { orm } = istok.database.reader
  const usage = readUsage(orm, 'media', id)
  const instant = now()
  const states = [emptyChange('publish', ''), changeOfSnippets(istok, usage.snippets, id, plan)].map(change =>
    readNextState(orm, change, instant, istok.env.publicUrl),
  )
  const answers: (LiveAnswer & { before: string[]; after: string[] })[] = []
  const places = new Map(usage.live.map(({ articleId, locale }) => [`${articleId} ${locale}`, { articleId, locale }]))
  for (const [number, { articleId, locale }] of [...places.values()].entries()) {
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
    const { category, tags, slug } = metadata
    if (channels.length > 0) answers.push({ articleId, slug, locale, title: live.title, category, tags, channels, before, after })
    if (number % 10 === 9) await new Promise(resolve => setImmediate(resolve))
  }
  const compared = comparePlaces(answers, answer => answer as (typeof answers)[number])
  const changing = JSON.stringify([...new Set(usage.live.map(({ articleId }) => articleId))])
  const drafts = new Set(usage.drafts.map(({ articleId }) => articleId))
  for (const { articleId } of usage.live) drafts.delete(articleId)
  return {
    ...compared,
    seen: compared.translations > 0 ? 'with-release' : 'nothing',
    draftsOnly: drafts.size,
    unpublished: countUnpublished(orm, sql`SELECT value FROM json_each(${changing})`),
  }
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
  const size = findMedia(database.reader.orm, id)
  return altsIn(documents, id).map(alt => `«${alt}» (${size?.width ?? 0} × ${size?.height ?? 0})`)
}

function spelt(rendition: Rendition | undefined): string {
  return rendition ? JSON.stringify([rendition.content, rendition.profiles]) : ''
}
