import type { ChatbotContent, ChatMessage, ProfileOutput, Rendition, Source } from './types.ts'

/** What is known of a rendition only when it is released; a preview has none of it. */
export interface ReleaseStamp {
  release: number | null
  revision: number | null
  /** ISO 8601 with offset. */
  publishedAt: string | null
  validUntil: string | null
}

/** How texts become bytes; given, because the compiler knows no platform. */
export interface Encoder<Bytes extends Uint8Array> {
  /** In UTF-8. */
  encode(text: string): Bytes
  join(pieces: readonly Uint8Array[]): Bytes
  /** "sha256-…" of pieces one after the other, as if `without` stood nowhere in them; nothing is left out for an empty one. */
  digest(pieces: readonly Uint8Array[], without: string): string
}

/** A rendition as stored bytes, but for the stamp in its middle: `before + stamp + after` is the reply of API.md, byte for byte. */
export interface AssembledRendition<Bytes extends Uint8Array> {
  hash: string
  before: Bytes
  after: Bytes
  /** The list item of this rendition, but for `updatedAt` and the closing brace. */
  summary: Bytes
  /** A JSON object: `content` of every vendor dialect by profile; null when the channel has none. */
  profiles: Bytes | null
}

/**
 * Puts a compiled rendition into the API's shape. The hash is over what is said and where it belongs, without ids, release numbers, times and the
 * site's own address, so that the same answer has the same hash in every release and every installation.
 */
export function assembleRendition<Bytes extends Uint8Array>(
  source: Source,
  rendition: Rendition,
  publicUrl: string,
  encoder: Encoder<Bytes>,
): AssembledRendition<Bytes> {
  const { encode, join, digest } = encoder
  const said = { ...source, channel: rendition.channel, facts: rendition.facts, content: rendition.content }
  const { slug, locale, title, around } = partsOf(said)
  // Written once: these bytes are stored and hashed.
  const after = encode(`${around}${JSON.stringify(rendition.content)}}`)
  const hash = hasAnswerButton(said)
    ? digest([encode(hashedText(said, publicUrl))], '')
    : digest([encode(`{"channel":"${rendition.channel}","locale":${locale},"slug":${slug},"title":${title}`), after], publicUrl)
  const url = JSON.stringify(`${publicUrl}/${source.locale}/articles/${source.slug}`)
  const profiles = profilesOf(rendition)
  return {
    hash,
    before: encode(
      `{"slug":${slug},"articleId":${JSON.stringify(source.articleId)},"locale":${locale},"channel":"${rendition.channel}","profile":null,"title":${title}`,
    ),
    after: join([encode(`,"canonicalUrl":${url}`), after]),
    summary: encode(
      `{"slug":${slug},"title":${title},"shortAnswer":${JSON.stringify(rendition.shortAnswer)},"category":${JSON.stringify(source.category)},"tags":${JSON.stringify(source.tags)},"hash":"${hash}"`,
    ),
    profiles: profiles === null ? null : encode(profiles),
  }
}

/** What the hash is over: the members of a stored reply that say something and where it belongs. */
export interface Said {
  channel: string
  locale: string
  slug: string
  title: string
  category: string | null
  tags: string[]
  facts: unknown
  content: unknown
}

/** The text whose digest is the hash of a reply. */
export function hashedText(said: Said, publicUrl: string): string {
  const { slug, locale, title, around } = partsOf(said)
  const json = JSON.stringify(hasAnswerButton(said) ? withoutIds(said.content) : said.content)
  return `{"channel":"${said.channel}","locale":${locale},"slug":${slug},"title":${title}${around}${json}}`.replaceAll(publicUrl, '')
}

function partsOf({ slug, locale, title, category, tags, facts }: Said) {
  return {
    slug: JSON.stringify(slug),
    locale: JSON.stringify(locale),
    title: JSON.stringify(title),
    around: `,"category":${JSON.stringify(category)},"tags":${JSON.stringify(tags)},"facts":${JSON.stringify(facts)},"content":`,
  }
}

/** The whole reply. */
export function stampRendition<Bytes extends Uint8Array>(
  { before, after, hash }: Pick<AssembledRendition<Uint8Array>, 'before' | 'after' | 'hash'>,
  { release, revision, publishedAt, validUntil }: ReleaseStamp,
  { encode, join }: Encoder<Bytes>,
): Bytes {
  const times = `"publishedAt":${JSON.stringify(publishedAt)},"validUntil":${JSON.stringify(validUntil)}`
  return join([before, encode(`,"release":${release},"revision":${revision},"hash":"${hash}",${times}`), after])
}

function profilesOf(rendition: Rendition): string | null {
  const members = Object.entries(rendition.profiles).map(([name, output]) => `"${name}":${contentOfProfile(output)}`)
  return members.length === 0 ? null : `{${members.join(',')}}`
}

/** A messenger dialect is JSON already and goes in as it is. */
function contentOfProfile(output: ProfileOutput): string {
  if (output.mediaType === 'application/json') return output.body
  return JSON.stringify(output.mediaType === 'text/plain' ? { text: output.body } : { mediaType: output.mediaType, body: output.body })
}

function hasAnswerButton(said: Said): said is Said & { content: ChatbotContent } {
  if (said.channel !== 'chatbot') return false
  const { messages, steps = [] } = said.content as ChatbotContent
  const all = [...messages, ...steps.flatMap(step => step.messages)]
  return all.some(({ buttons }) => buttons.some(({ kind }) => kind === 'answer'))
}

/** A button that leads to an answer names it by id; for the hash its label is enough. */
function withoutIds({ steps, ...content }: ChatbotContent): unknown {
  const plain = steps?.map(step => ({ ...step, messages: step.messages.map(withoutTarget) }))
  return { ...content, messages: content.messages.map(withoutTarget), ...(plain && { steps: plain }) }
}

function withoutTarget(message: ChatMessage): unknown {
  const buttons = message.buttons.map(button => (button.kind === 'answer' ? { kind: button.kind, label: button.label } : button))
  return { ...message, buttons }
}
