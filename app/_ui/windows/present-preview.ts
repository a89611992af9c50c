import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { ChannelKind, Loss, ProfileOutput, Rendition, SaidFact } from '#lib/compile/types.ts'
import type { Document } from '#lib/document/types.ts'
import type { LossView, SaidView } from './channel-view.ts'
import { placeOf } from './loss-place.ts'

/** A preview as the API says it. */
export interface PreviewReply {
  channel: ChannelKind
  rendition: Record<string, unknown> | null
  profiles: Record<string, ProfileOutput>
  size: Rendition['size'] | null
  losses: Loss[]
}

/** A rendition as the API says it. */
export interface StoredRendition {
  title: string
  locale: string
  release: number | null
  publishedAt: string | null
  facts: Record<string, SaidFact>
  content: SaidView['content']
}

/** A preview ready to be shown: what the channel would say, and its losses with their places in `text`, in the language of the interface. */
export function presentPreview(
  { rendition, profiles, size, losses }: PreviewReply,
  text: { document: Document; variations: Record<string, Document> },
  language: 'ru' | 'en',
): { said: SaidView | null; losses: LossView[] } {
  const dialects = Object.entries(profiles).map(([name, { mediaType, body }]): [string, unknown] => [
    name,
    mediaType === 'application/json' ? JSON.parse(body) : { mediaType, body },
  ])
  return {
    said: rendition && presentSaid(rendition as unknown as StoredRendition, Object.fromEntries(dialects), size),
    losses: losses.map(({ level, message, path }) => ({ level, message: message[language], path, place: placeOf(path, text) })),
  }
}

/** What a channel says, ready to be shown. A stored rendition does not carry its size; it follows from its content. */
export function presentSaid(stored: StoredRendition, profiles: Record<string, unknown>, size: SaidView['size'] | null): SaidView {
  const { title, locale, content, release, publishedAt } = stored
  const facts = Object.entries(stored.facts).map(([key, { type, value, unit }]): [string, string] => [
    key,
    formatFact({ key, type, value, unit: unit ?? null }, locale),
  ])
  return { title, locale, content, profiles, size: size ?? sizeOf(content), facts, release, publishedAt }
}

function sizeOf(content: SaidView['content']): SaidView['size'] {
  if ('script' in content) return { characters: content.script.length, seconds: content.seconds }
  if ('messages' in content) {
    const text = content.messages.map(message => message.text).join('\n\n')
    return { characters: text.length, messages: content.messages.length }
  }
  return { characters: 'markdown' in content ? content.markdown.length : content.text.length }
}
