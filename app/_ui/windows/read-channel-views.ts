import type { Session } from '#app/session.ts'
import { previewTranslation } from '#lib/authoring/preview-translation.ts'
import type { TranslationEntry } from '#lib/authoring/read-translation.ts'
import { channelKinds, channels } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { ChannelView, SaidView } from './channel-view.ts'
import { presentPreview, presentSaid, type StoredRendition } from './present-preview.ts'

interface Reading {
  session: Session
  translation: TranslationEntry
  /** The article's slug. */
  slug: string
  /** Language of the interface. */
  language: 'ru' | 'en'
}

/** The draft of a translation as every channel would say it, what is lost there, and what every channel says now. */
export async function readChannelViews(reading: Reading): Promise<ChannelView[]> {
  return Promise.all(channelKinds.map(kind => readChannelView(reading, kind)))
}

async function readChannelView(reading: Reading, kind: ChannelKind): Promise<ChannelView> {
  const { session, translation, language } = reading
  const { articleId, locale } = translation
  const preview = await previewTranslation(session.istok, session.actor, { articleId, locale, channel: kind })
  const { said, losses } = presentPreview(preview, translation, language)
  return { kind, draft: said, live: await readLive(reading, kind), losses }
}

async function readLive({ session, translation, slug }: Reading, kind: ChannelKind): Promise<SaidView | null> {
  if (translation.liveRevision === null) return null
  const request = { channel: kind, locale: translation.locale, slug }
  const answer = await readRendition(session.istok, { ...request, profile: null })
  if (answer.kind !== 'found') return null
  const profiles: Record<string, unknown> = {}
  for (const profile of Object.keys(channels[kind].profiles)) {
    const dialect = await readRendition(session.istok, { ...request, profile })
    if (dialect.kind === 'found') profiles[profile] = (JSON.parse(dialect.reply.body.toString()) as { content: unknown }).content
  }
  return presentSaid(JSON.parse(answer.reply.body.toString()) as StoredRendition, profiles, null)
}
