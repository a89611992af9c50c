import type { Session } from '#app/session.ts'
import { previewTranslation } from '#lib/authoring/preview-translation.ts'
import type { TranslationEntry } from '#lib/authoring/read-translation.ts'
import { channelKinds, channels } from '#lib/compile/channels.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { ChannelKind, SaidFact } from '#lib/compile/types.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { ChannelView, SaidView } from './channel-view.ts'
import { placeOf } from './loss-place.ts'

interface Reading {
  session: Session
  translation: TranslationEntry
  /** The article's slug. */
  slug: string
  /** Language of the interface. */
  language: 'ru' | 'en'
}

/** A rendition as the API says it. */
interface Stored {
  title: string
  locale: string
  release: number | null
  publishedAt: string | null
  facts: Record<string, SaidFact>
  content: SaidView['content']
}

/** The draft of a translation as every channel would say it, what is lost there, and what every channel says now. */
export async function readChannelViews(reading: Reading): Promise<ChannelView[]> {
  return Promise.all(channelKinds.map(kind => readChannelView(reading, kind)))
}

async function readChannelView(reading: Reading, kind: ChannelKind): Promise<ChannelView> {
  const { session, translation, language } = reading
  const { articleId, locale } = translation
  const preview = await previewTranslation(session.istok, session.actor, { articleId, locale, channel: kind })
  const profiles = Object.entries(preview.profiles).map(([name, { mediaType, body }]): [string, unknown] => [
    name,
    mediaType === 'application/json' ? JSON.parse(body) : { mediaType, body },
  ])
  const draft = preview.rendition as Stored | null
  return {
    kind,
    draft: draft && said(draft, Object.fromEntries(profiles), preview.size),
    live: await readLive(reading, kind),
    losses: preview.losses.map(({ level, message, path }) => ({
      level,
      message: message[language],
      path,
      place: placeOf(path, translation),
    })),
  }
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
  return said(JSON.parse(answer.reply.body.toString()) as Stored, profiles, null)
}

function said(stored: Stored, profiles: Record<string, unknown>, size: SaidView['size'] | null): SaidView {
  const { title, locale, content, release, publishedAt } = stored
  const facts = Object.entries(stored.facts).map(([key, { type, value, unit }]): [string, string] => [
    key,
    formatFact({ key, type, value, unit: unit ?? null }, locale),
  ])
  return { title, locale, content, profiles, size: size ?? sizeOf(content), facts, release, publishedAt }
}

/** A stored rendition does not carry its size; it follows from its content. */
function sizeOf(content: SaidView['content']): SaidView['size'] {
  if ('script' in content) return { characters: content.script.length, seconds: content.seconds }
  if ('messages' in content) {
    const text = content.messages.map(message => message.text).join('\n\n')
    return { characters: text.length, messages: content.messages.length }
  }
  return { characters: 'markdown' in content ? content.markdown.length : content.text.length }
}
