import type { Actor } from '#lib/access/actor.ts'
import type { TranslationContent } from '#lib/authoring/content.ts'
import { previewContent } from '#lib/authoring/preview-translation.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { ChannelKind, Loss, SaidFact } from '#lib/compile/types.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '../istok.ts'
import { channelText } from './channel-text.ts'

/** What the channels say in one state of a translation: null where it does not exist. Facts are formatted for the locale, by key. */
export interface Side {
  texts: Map<ChannelKind, string | null>
  facts: Map<string, string>
  losses: Map<ChannelKind, Loss[]>
}

interface Place {
  articleId: string
  locale: string
}
interface Said {
  title: string
  content: unknown
  facts: Record<string, SaidFact>
}

/** What the channels would say if `content` were published now. */
export async function readDraftSide(istok: Istok, actor: Actor, place: Place, content: TranslationContent): Promise<Side> {
  const side = emptySide()
  for (const { channel, rendition, losses } of await previewContent(istok, actor, { ...place, content })) {
    put(side, channel, place.locale, rendition as Said | null)
    side.losses.set(channel, losses)
  }
  return side
}

/** What the channels said of an article, known by the slug that it had, in a release; without one: what they say now. */
export async function readSaidSide(istok: Istok, { locale }: Place, slug: string, release?: number): Promise<Side> {
  const side = emptySide()
  for (const channel of channelKinds) {
    const answer = await readRendition(istok, { channel, locale, slug, profile: null, ...(release !== undefined && { release }) })
    put(side, channel, locale, answer.kind === 'found' ? (JSON.parse(answer.reply.body.toString()) as Said) : null)
  }
  return side
}

/** Nothing is said anywhere. */
export function emptySide(): Side {
  return { texts: new Map(channelKinds.map(kind => [kind, null])), facts: new Map(), losses: new Map() }
}

function put(side: Side, channel: ChannelKind, locale: string, said: Said | null): void {
  side.texts.set(channel, said && channelText(channel, said))
  for (const [key, { type, value, unit }] of Object.entries(said?.facts ?? {}))
    side.facts.set(key, formatFact({ key, type, value, unit: unit ?? null }, locale))
}
